/** @jsxImportSource preact */
import { type ItemView, itemView } from '@tongban/catalogue';
import { type Hall, officesRoutes } from '@tongban/contract';
import { Banner, LinkButton, ScriptButton, SummaryList, Tag } from '@tongban/ui';
import { hallsAddress } from '../book/aim.ts';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import { getItem } from '../items.ts';
import { lines } from '../lines.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, inLocale, Said } from '../words.tsx';
import { ItemMap } from './item-map.tsx';
import { ItemMaterials } from './item-materials.tsx';
import { ItemBasis, ItemFaq, ItemHalls, ItemSteps } from './item-more.tsx';
import type { Told } from './told.ts';

/** 办事指南: who can, what it costs, how long, where, what to bring; printable, with its edition. */
export async function showItem(visit: Visit): Promise<PageAnswer> {
  const { item = '' } = visit.params;
  const here = await getItem(visit, item);
  const halls = await visit.call(officesRoutes.halls, { query: { division: visit.city.code, item } });
  const view = itemView(here.edition, visit.locale);
  const told = { visit, here, view };
  return page(visit, {
    title: view.name.text,
    description: view.who.text,
    wide: true,
    trail: trailOf(visit, view),
    children: (
      <>
        <Title {...told} />
        <Standing {...told} />
        <div class="split">
          <aside class="split__side stack">
            <KeyFacts {...told} />
            <Actions {...told} bookable={halls.length > 0} />
          </aside>
          <div class="split__main sheet">
            <Conditions {...told} />
            <ItemMaterials {...told} />
            <ItemSteps {...told} />
            <ItemHalls visit={visit} halls={halls as readonly Hall[]} />
            <ItemMap {...told} />
            <ItemFaq {...told} />
            <ItemBasis {...told} />
            <Edition {...told} />
          </div>
        </div>
      </>
    ),
  });
}

function trailOf(visit: Visit, view: ItemView) {
  const line = lines.find(({ id }) => id === view.line);
  const home = { href: '/', name: visit.say('首页', 'Home') };
  return line === undefined
    ? [home]
    : [home, { href: `/items?line=${line.id}`, name: inLocale(visit, line).text }];
}

function Title({ visit, view }: Told) {
  return (
    <div class="stack stack--tight">
      <h1>
        <Said words={view.name} />
      </h1>
      {view.also.length > 0 && (
        <p class="soft small">
          {visit.say('也叫：', 'Also called: ')}
          <Chinese visit={visit}>{view.also.slice(0, 5).join(visit.say('、', ', '))}</Chinese>
        </p>
      )}
    </div>
  );
}

function Standing({ visit, view }: Told) {
  const { say } = visit;
  if (view.status === 'historical') {
    return (
      <Banner mood="warn" title={say('这件事已经取消', 'This service no longer exists')}>
        <p>
          {say('下面的内容只供查阅，不用再办。', 'This page is kept for reference only. You need not apply.')}
        </p>
      </Banner>
    );
  }
  if (view.opens === undefined) return null;
  return (
    <Banner title={say('这件事在别的系统办', 'This is done in another system')}>
      <p>
        <Said words={view.opens} />
      </p>
    </Banner>
  );
}

function KeyFacts({ visit, view }: Told) {
  const { say } = visit;
  const fees =
    view.fees.length === 0 ? (
      say('不收费', 'Free')
    ) : (
      <ul class="plain">
        {view.fees.map((fee) => (
          <li key={fee.id}>
            <Said words={fee.name} /> <b>{fee.amount.text}</b>
            {fee.when && (
              <span class="small soft">
                {say('（', ' (')}
                <Said words={fee.when} />
                {say('时）', ')')}
              </span>
            )}
          </li>
        ))}
      </ul>
    );
  return (
    <div class="sheet">
      <SummaryList
        rows={[
          { key: 'who', label: say('谁能办', 'Who'), value: <Said words={view.who} /> },
          { key: 'cost', label: say('费用', 'Cost'), value: fees },
          { key: 'time', label: say('多久', 'Time'), value: <Times visit={visit} view={view} /> },
          { key: 'visits', label: say('跑几趟', 'Visits'), value: <Visits view={view} /> },
          { key: 'result', label: say('拿到什么', 'You get'), value: <Said words={view.result.name} /> },
        ]}
      />
    </div>
  );
}

function Times({ visit, view }: Omit<Told, 'here'>) {
  return (
    <>
      <b>
        <Said words={view.promised} />
      </b>
      {view.statutory && (
        <span class="small soft">
          {visit.say('法定最长 ', 'By law at most ')}
          <Said words={view.statutory} />
        </span>
      )}
    </>
  );
}

function Visits({ view }: { readonly view: ItemView }) {
  return (
    <>
      <Said words={view.visits.text} />
      {view.visits.reason && (
        <span class="small soft">
          <Said words={view.visits.reason} />
        </span>
      )}
    </>
  );
}

function Actions({ visit, view, bookable }: Told & { readonly bookable: boolean }) {
  const { say } = visit;
  if (view.status === 'historical') return null;
  return (
    <div class="actions">
      <LinkButton href={`/items/${view.id}/guide`}>{say('看我能不能办', 'See if you can apply')}</LinkButton>
      {view.bills && (
        <LinkButton look="quiet" href="/pay">
          {say('按缴款单号缴罚款', 'Pay a fine by its number')}
        </LinkButton>
      )}
      {bookable && (
        <LinkButton look="quiet" href={hallsAddress({ item: view.id })}>
          {say('约时间到大厅办', 'Book a time at a hall')}
        </LinkButton>
      )}
      <ScriptButton does="print">{say('打印这一页', 'Print this page')}</ScriptButton>
      <a href={`/orders/new/consult?about=item:${view.id}`}>{say('有疑问，问一问', 'Ask about this')}</a>
      {view.visits.count > 0 && view.opens === undefined && (
        <a href={`/orders/new/visit?about=item:${view.id}`}>
          {say('来不了大厅？申请上门', 'You cannot come? Ask us to visit')}
        </a>
      )}
      <a href={`/orders/new/stuck?about=item:${view.id}`}>
        {say('办不成，告诉我们', 'You could not get it done?')}
      </a>
    </div>
  );
}

function Conditions({ visit, view }: Told) {
  const { say } = visit;
  return (
    <section>
      <h2>{say('办理条件', 'Conditions')}</h2>
      <ul class="stack stack--tight">
        {view.conditions.map((words) => (
          <li key={words.text}>
            <Said words={words} />
          </li>
        ))}
        {view.localConditions.map((words) => (
          <li key={words.text}>
            <Tag mood="plain">
              <Chinese visit={visit}>{visit.city.name}</Chinese>
            </Tag>{' '}
            <Said words={words} />
          </li>
        ))}
      </ul>
      {view.localNote && (
        <p class="soft small">
          <Said words={view.localNote} />
        </p>
      )}
    </section>
  );
}

function Edition({ visit, here, view }: Told) {
  const { say } = visit;
  const day = dayText(visit, here.now.effectiveFrom, { year: true });
  return (
    <section class="small soft">
      <p>
        {say(
          `第 ${here.now.number} 版，${day}起执行。`,
          `Edition ${here.now.number}, in force since ${day}.`,
        )}
      </p>
      {view.phones && (
        <p>
          {say('咨询 ', 'Enquiries ')}
          <a href={`tel:${view.phones.consult}`}>{view.phones.consult}</a>
          {say('，投诉 ', ', complaints ')}
          <a href={`tel:${view.phones.complaint}`}>{view.phones.complaint}</a>
        </p>
      )}
    </section>
  );
}
