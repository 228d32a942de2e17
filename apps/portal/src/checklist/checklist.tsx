/** @jsxImportSource preact */
import { itemView, outcomeView } from '@tongban/catalogue';
import { type BookableHall, bookableRoutes, type ItemHit } from '@tongban/contract';
import { ScriptButton, SummaryList } from '@tongban/ui';
import { address } from '../address.ts';
import { page } from '../frame.tsx';
import { guideAddress, itemPlace, readAsking } from '../guide/asking.ts';
import { Answered, Dropped } from '../guide/guide.tsx';
import { getItem, listItems } from '../items.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Said } from '../words.tsx';
import { Apply } from './apply-form.tsx';
import { ComeThen } from './come-then.tsx';
import type { Listed } from './listed.ts';
import { Papers } from './papers.tsx';
import { Verdict } from './verdict.tsx';

/** 我的材料清单: can I, what does it cost, how long, where, and what to bring with the reason for each. */
export async function showChecklist(visit: Visit): Promise<PageAnswer> {
  const { item = '' } = visit.params;
  const { edition } = await getItem(visit, item);
  const asking = readAsking(edition, visit.query);
  const outcome = outcomeView(edition, asking.answers, visit.locale);
  const view = itemView(edition, visit.locale);
  const listed = { visit, edition, place: itemPlace(item), asking, view, outcome };
  const [halls, items] = await Promise.all([
    visit.call(bookableRoutes.halls, { query: { division: visit.city.code, item } }),
    outcome.verdict.elsewhere === undefined ? [] : listItems(visit),
  ]);
  const title = visit.say('我的材料清单', 'My checklist');
  return page(visit, {
    title: `${title} · ${view.name.text}`,
    back: backOf(listed),
    children: (
      <>
        <div class="stack stack--tight">
          <p class="soft small">
            <Said words={view.name} /> · <Chinese visit={visit}>{visit.city.name}</Chinese>
          </p>
          <h1>{title}</h1>
        </div>
        <Dropped visit={visit} asking={asking} />
        <Body listed={listed} halls={halls} items={items} />
      </>
    ),
  });
}

type BodyProps = {
  readonly listed: Listed;
  readonly halls: readonly BookableHall[];
  readonly items: readonly ItemHit[];
};

function Body({ listed, halls, items }: BodyProps) {
  const { visit, asking, outcome } = listed;
  const { say } = visit;
  const { is } = outcome.verdict;
  const goesOn = is === 'yes' || is === 'unknown';
  return (
    <>
      <Verdict {...listed} items={items} />
      {goesOn && <KeyFacts {...listed} />}
      {outcome.checklist.length > 0 && <Papers {...listed} />}
      {goesOn && <Apply {...listed} />}
      <ComeThen {...listed} halls={halls} />
      <Answered
        {...listed}
        summary={say(`您的 ${asking.pairs.length} 个回答`, `Your ${asking.pairs.length} answers`)}
      />
      <Keep {...listed} />
    </>
  );
}

function backOf({ visit, place, asking }: Listed) {
  const last = asking.pairs.at(-1)?.[0];
  return {
    href: last === undefined ? place.start : guideAddress(place, asking.pairs, last),
    words:
      last === undefined
        ? visit.say('办事指南', 'About this service')
        : visit.say('上一问', 'Previous question'),
  };
}

function KeyFacts({ visit, outcome, view }: Listed) {
  const { say } = visit;
  const { cost, time, channels } = outcome;
  return (
    <section class="sheet">
      <SummaryList
        rows={[
          {
            key: 'cost',
            label: say('费用', 'Cost'),
            value: (
              <>
                <b>{cost.text.text}</b>
                {cost.fees.map((fee) => (
                  <span key={fee.id} class="small soft">
                    <Said words={fee.name} /> {fee.amount.text}
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'time',
            label: say('多久', 'Time'),
            value: (
              <>
                <b>
                  <Said words={time.text} />
                </b>
                {time.say && (
                  <span class="small soft">
                    <Said words={time.say} />
                  </span>
                )}
              </>
            ),
          },
          ...(channels.length === 0
            ? [{ key: 'visits', label: say('怎么办', 'How'), value: <Said words={view.visits.text} /> }]
            : [
                {
                  key: 'channels',
                  label: say('怎么办', 'How'),
                  value: channels.map((channel) => (
                    <span key={channel.id}>
                      {channel.state === 'possible' && say('可能：', 'Perhaps: ')}
                      <Said words={channel.say} />
                    </span>
                  )),
                },
              ]),
          { key: 'result', label: say('拿到什么', 'You get'), value: <Said words={view.result.name} /> },
        ]}
      />
    </section>
  );
}

/** The address holds the answers, so printing it, keeping it and sending it on need nothing more. */
function Keep({ visit, place, asking }: Listed) {
  const { say } = visit;
  const link = address(place.end, asking.pairs);
  return (
    <section class="stack stack--tight no-print">
      <h2>{say('留下这份清单', 'Keep this checklist')}</h2>
      <p class="soft">
        {say(
          '收藏或发送本页网址，家人打开看到的就是这份清单。',
          'Bookmark this page or send its address: whoever opens it sees this list.',
        )}
      </p>
      <div class="actions">
        <ScriptButton does="print">{say('打印清单', 'Print')}</ScriptButton>
        <ScriptButton does="copy" value={link}>
          {say('复制链接发给家人', 'Copy the link')}
        </ScriptButton>
      </div>
      <p class="toast" role="status" data-told={say('链接已复制', 'Link copied')} />
    </section>
  );
}
