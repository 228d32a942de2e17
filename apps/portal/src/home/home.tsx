/** @jsxImportSource preact */
import { type CaseRow, casesRoutes, type DraftRow, draftsRoutes, type ItemHit } from '@tongban/contract';
import { LinkButton, LinkList, Tag, Tiles } from '@tongban/ui';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import { listItems } from '../items.ts';
import { lines } from '../lines.ts';
import type { PageAnswer } from '../page.ts';
import { SearchForm } from '../search/search-form.tsx';
import type { Visit } from '../visit.ts';
import { inLocale, Told } from '../words.tsx';
import { ComingCards, listComing } from './coming.tsx';
import { frequent } from './frequent.ts';

const mostCards = 3;
const mostTasks = { normal: 8, elder: 6 };

/** 首页: search first, then what needs you, then what people do most. */
export async function showHome(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const signedIn = visit.session.kind === 'citizen';
  const [items, cases, drafts, coming] = await Promise.all([
    listItems(visit),
    signedIn ? visit.call(casesRoutes.list, { query: { limit: 20 } }) : [],
    signedIn ? visit.call(draftsRoutes.list, {}) : [],
    signedIn ? listComing(visit) : [],
  ]);
  const title = say('您想办什么事？', 'What do you want to do?');
  return page(visit, {
    title,
    description: say(
      '查怎么办、要带什么，在网上办，看办到哪一步。',
      'See how to do it and what to bring, apply online, follow your case.',
    ),
    personal: signedIn,
    wide: true,
    hero: (
      <>
        <h1>{title}</h1>
        <SearchForm visit={visit} />
      </>
    ),
    children: (
      <>
        <ComingCards visit={visit} coming={coming} />
        <NeedsYou visit={visit} cases={cases} />
        <Drafts visit={visit} drafts={drafts} />
        <Frequent visit={visit} items={items} />
        <SayIt visit={visit} />
        <ByLine visit={visit} items={items} />
      </>
    ),
  });
}

function NeedsYou({ visit, cases }: { readonly visit: Visit; readonly cases: readonly CaseRow[] }) {
  const { say } = visit;
  return cases
    .filter((one) => one.status.needsYou)
    .slice(0, mostCards)
    .map((one) => (
      <section key={one.case} class="sheet needs">
        <div class="stack stack--tight">
          <span>
            <Tag mood="warn">
              <Told visit={visit} words={one.status.title} />
            </Tag>
          </span>
          <h2>
            <Told visit={visit} words={one.name} />
          </h2>
          <p>
            <Told visit={visit} words={one.status.line} />
          </p>
        </div>
        <div class="actions">
          <LinkButton href={`/cases/${one.case}`}>{say('去处理', 'See what to do')}</LinkButton>
        </div>
      </section>
    ));
}

function Drafts({ visit, drafts }: { readonly visit: Visit; readonly drafts: readonly DraftRow[] }) {
  if (drafts.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{visit.say('没填完的，接着填', 'Go on with a draft')}</h2>
      <LinkList
        rows={drafts.slice(0, mostCards).map((draft) => ({
          href: `/apply/${draft.draft}`,
          title: <Told visit={visit} words={draft.name} />,
          line: visit.say(
            `${dayText(visit, draft.savedAt.slice(0, 10))}保存`,
            `Saved ${dayText(visit, draft.savedAt.slice(0, 10))}`,
          ),
        }))}
      />
    </section>
  );
}

function Frequent({ visit, items }: { readonly visit: Visit; readonly items: readonly ItemHit[] }) {
  const known = frequent.filter(({ item }) => items.some((one) => one.item === item));
  const shown = known.slice(0, visit.elder ? mostTasks.elder : mostTasks.normal);
  if (shown.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{visit.say('常办的事', 'Most wanted')}</h2>
      <Tiles rows={shown.map((one) => ({ href: `/items/${one.item}`, title: inLocale(visit, one).text }))} />
    </section>
  );
}

/** 一个号码: whatever somebody wants to ask or say begins here. */
function SayIt({ visit }: { readonly visit: Visit }) {
  const { say } = visit;
  return (
    <section class="stack stack--tight">
      <h2>{say('有疑问、不满意、没办成', 'A question, a complaint, or stuck')}</h2>
      <LinkList
        columns
        rows={[
          {
            href: '/orders/new',
            title: say('咨询、投诉、提建议', 'Ask, complain, suggest'),
            line: say('写清楚就行，可以不留名', 'Write it down, without your name if you like'),
          },
          {
            href: '/orders/new/stuck',
            title: say('办不成事', 'I could not get it done'),
            line: say('跑了、问了，还是没办成', 'You tried, and it still is not done'),
          },
          {
            href: '/orders',
            title: say('我的诉求', 'My requests'),
            line: say('看办到哪一步，催一催', 'See how far it is, and urge it'),
          },
          {
            href: '/answered',
            title: say('大家问过的', 'Answered in public'),
            line: say('也许已经有答案', 'Perhaps it is answered already'),
          },
        ]}
      />
    </section>
  );
}

function ByLine({ visit, items }: { readonly visit: Visit; readonly items: readonly ItemHit[] }) {
  const rows = lines.flatMap((line) => {
    const count = items.filter((one) => one.line === line.id).length;
    if (count === 0) return [];
    const title = inLocale(visit, line).text;
    return [{ href: `/items?line=${line.id}`, title, line: visit.say(`${count} 件事`, `${count} services`) }];
  });
  if (rows.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{visit.say('按类别找', 'Browse by subject')}</h2>
      <LinkList columns rows={rows} />
    </section>
  );
}
