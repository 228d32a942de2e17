/** @jsxImportSource preact */
import { first } from '../address.ts';
import type { Visit } from '../visit.ts';

const longest = 60;
type Props = { readonly visit: Visit; readonly action: '/answers' | '/answered'; readonly q: string };

/** What somebody looks for among answers, as the box takes it. */
export function askedIn({ query }: Pick<Visit, 'query'>): string {
  return (first(query, 'q') ?? '').trim().slice(0, longest);
}

type FoundTitle = { readonly q: string; readonly count: number; readonly plain: string };

/** How many answers there are to what was looked for; the plain title where nothing was. */
export function foundTitle({ say }: Pick<Visit, 'say'>, { q, count, plain }: FoundTitle): string {
  if (q === '') return plain;
  if (count === 0) return say(`没有找到“${q}”`, `Nothing found for “${q}”`);
  return say(`“${q}”找到 ${count} 条`, `${count} ${count === 1 ? 'answer' : 'answers'} for “${q}”`);
}

/** 搜索答复: one box, for everyday words. */
export function AnswerSearch({ visit, action, q }: Props) {
  const { say } = visit;
  return (
    <search>
      <form class="search" action={action} method="get">
        <label class="unseen" for="answers-q">
          {say('想问什么', 'What do you want to know')}
        </label>
        <input
          id="answers-q"
          name="q"
          type="text"
          value={q}
          maxlength={longest}
          enterkeyhint="search"
          autocomplete="off"
          placeholder={say('例如“身份证丢了”', 'For example, “lost ID card”')}
        />
        <button type="submit">{say('搜索', 'Search')}</button>
      </form>
    </search>
  );
}
