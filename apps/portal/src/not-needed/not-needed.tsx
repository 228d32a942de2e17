/** @jsxImportSource preact */
import { type NotNeeded, proofsRoutes } from '@tongban/contract';
import { Button, Tag, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

const longest = 60;

/** 不用再开的证明: papers nobody asks for any more and certificates no longer issued, with what serves instead. */
export async function showNotNeeded(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const q = (first(visit.query, 'q') ?? '').trim().slice(0, longest);
  const papers = await visit.call(proofsRoutes.notNeeded, { query: q === '' ? {} : { q } });
  const title = say('这些证明不用再开', 'Papers you no longer need');
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {say(
            '有人还要您开这些证明的，可以把这一页给他看。',
            'If somebody still asks you for one of these, show them this page.',
          )}
        </p>
        <form class="row" method="get">
          <TextInput id="q" name="q" label={say('证明的名称', 'Name of the paper')} value={q} />
          <Button>{say('查一查', 'Look up')}</Button>
        </form>
        {papers.length === 0 ? <Nothing visit={visit} q={q} /> : <Papers visit={visit} papers={papers} />}
      </>
    ),
  });
}

function Nothing({ visit, q }: { readonly visit: Visit; readonly q: string }) {
  return (
    <p class="sheet">
      {visit.say(
        `没有查到“${q}”。可能还要用，打咨询电话问一问。`,
        `“${q}” is not on the list. It may still be needed; call us to ask.`,
      )}
      {visit.city.phone !== undefined && <a href={`tel:${visit.city.phone}`}>{visit.city.phone}</a>}
    </p>
  );
}

/** The cards of papers; also shown above the hits of a search that names one. */
function Papers({ visit, papers }: { readonly visit: Visit; readonly papers: readonly NotNeeded[] }) {
  return (
    <ul class="plain stack">
      {papers.map((paper) => (
        <li
          key={`${paper.kind} ${paper.id}`}
          class="sheet"
          lang={visit.locale === 'zh' ? undefined : 'zh-CN'}
        >
          <div class="row">
            <h2>{paper.name}</h2>
            <Tag mood="ok">
              {paper.kind === 'retired'
                ? visit.say('不用交', 'Not asked for')
                : visit.say('不再开具', 'No longer issued')}
            </Tag>
          </div>
          {paper.also.length > 0 && <p class="small soft">也叫：{paper.also.join('、')}</p>}
          <p>{paper.say}</p>
          {paper.reason !== undefined && <p class="small">{paper.reason}</p>}
          {paper.law !== undefined && <p class="small soft">依据：{paper.law}</p>}
          {paper.source === 'recalled' && <p class="small soft">这一条还没有核对到出处，以当地公告为准。</p>}
        </li>
      ))}
    </ul>
  );
}

/** Papers a search names, said before its hits. */
export function PapersNamed({
  visit,
  papers,
}: {
  readonly visit: Visit;
  readonly papers: readonly NotNeeded[];
}) {
  if (papers.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>
        <Chinese visit={visit}>{visit.say('这个证明不用再开', 'You no longer need this paper')}</Chinese>
      </h2>
      <Papers visit={visit} papers={papers} />
    </section>
  );
}
