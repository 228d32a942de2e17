/** @jsxImportSource preact */
import { outcomeView } from '@tongban/catalogue';
import { draftsRoutes } from '@tongban/contract';
import { Button, LinkButton } from '@tongban/ui';
import { Verdict } from '../checklist/verdict.tsx';
import { faultsFrom } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import { type Asking, draftPlace, readAsking } from '../guide/asking.ts';
import { Answered, Dropped, walkGuide } from '../guide/guide.tsx';
import { listItems } from '../items.ts';
import type { PageAnswer, Pair } from '../page.ts';
import type { Visit } from '../visit.ts';
import { type DraftHere, getDraft } from './draft.ts';

/** Changing the answers of a draft: the same questions, beginning with what was answered. */
export async function showDraftGuide(visit: Visit): Promise<PageAnswer> {
  const { draft, edition } = await getDraft(visit);
  const asking = readAsking(edition, visit.query.length === 0 ? draft.answers : visit.query);
  return walkGuide({ visit, edition, place: draftPlace(draft.draft), asking });
}

/** 引导里的回答: what the draft stands on, or what it would stand on after the change. */
export async function showAnswers(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const asking = readAsking(here.edition, visit.query.length === 0 ? here.draft.answers : visit.query);
  return answersPage(visit, here, asking);
}

/** Takes the changed answers in; files already laid stay. */
export async function takeAnswers(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const asking = readAsking(here.edition, visit.request.form ?? []);
  const answers = asking.pairs.map(([key, value]): [string, string] => [key, value]);
  try {
    await visit.call(draftsRoutes.saveAnswers, { params: { draft: here.draft.draft }, body: { answers } });
  } catch (error) {
    const [fault] = faultsFrom(error, 'main');
    return answersPage(visit, here, asking, fault?.message);
  }
  return leadTo(visit, `/apply/${here.draft.draft}`);
}

async function answersPage(
  visit: Visit,
  here: DraftHere,
  asking: Asking,
  error?: string,
): Promise<PageAnswer> {
  const { say } = visit;
  const { draft, edition } = here;
  const outcome = outcomeView(edition, asking.answers, visit.locale);
  const place = draftPlace(draft.draft);
  const items = outcome.verdict.elsewhere === undefined ? [] : await listItems(visit);
  const title = say('引导里的回答', 'Your answers');
  return page(visit, {
    title,
    status: error === undefined ? 200 : 400,
    personal: true,
    back: { href: `/apply/${draft.draft}`, words: say('任务表', 'Tasks') },
    children: (
      <>
        <h1>{title}</h1>
        {error !== undefined && (
          <p class="field__error" role="alert">
            {error}
          </p>
        )}
        <Dropped visit={visit} asking={asking} />
        <Verdict visit={visit} place={place} asking={asking} outcome={outcome} items={items} />
        <Answered
          visit={visit}
          edition={edition}
          place={place}
          asking={asking}
          open
          summary={say('您的回答', 'Your answers')}
        />
        {isChanged(draft.answers, asking.pairs) ? (
          <KeepForm visit={visit} draft={draft.draft} pairs={asking.pairs} />
        ) : (
          <div class="actions">
            <LinkButton href={`/apply/${draft.draft}`}>{say('回到任务表', 'Back to the tasks')}</LinkButton>
          </div>
        )}
      </>
    ),
  });
}

type KeepProps = { readonly visit: Visit; readonly draft: string; readonly pairs: readonly Pair[] };

function KeepForm({ visit, draft, pairs }: KeepProps) {
  const { say } = visit;
  return (
    <form class="stack" method="post" action={`/apply/${draft}/answers`}>
      {pairs.map(([key, value]) => (
        <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
      ))}
      <p>
        {say(
          '改过的回答还没存。存了以后，要填的和要交的会跟着变，已传的材料还在。',
          'Your changes are not kept yet. Once kept, what to fill in and provide may change; files stay.',
        )}
      </p>
      <div class="actions">
        <Button>{say('用这些回答', 'Use these answers')}</Button>
        <LinkButton look="quiet" href={`/apply/${draft}/answers`}>
          {say('不改了', 'Keep the old ones')}
        </LinkButton>
      </div>
    </form>
  );
}

function isChanged(before: readonly Pair[], after: readonly Pair[]): boolean {
  const text = (pairs: readonly Pair[]) =>
    pairs
      .map((pair) => pair.join('='))
      .toSorted()
      .join('&');
  return text(before) !== text(after);
}
