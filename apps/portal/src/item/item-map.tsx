/** @jsxImportSource preact */
import { itemView } from '@tongban/catalogue';
import { catalogueRoutes, type MapLine } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Details, ScriptButton } from '@tongban/ui';
import { page } from '../frame.tsx';
import { getItem } from '../items.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Said } from '../words.tsx';
import type { Told } from './told.ts';

/** 一图看懂 on the page of the item: the picture when asked for, and the way to the same in words. */
export function ItemMap({ visit, here, view }: Told) {
  const { say } = visit;
  if (here.edition.guide.facts.length === 0) return null;
  return (
    <section>
      <h2>{say('一图看懂', 'At a glance')}</h2>
      <Details summary={say('看图', 'Show the map')}>
        <Picture visit={visit} item={view.id} name={view.name.text} later />
      </Details>
      <p>
        <a href={`/items/${view.id}/map`}>{say('看文字版', 'The same in words')}</a>
      </p>
    </section>
  );
}

/** The mind map on a page of its own: the picture, and the same tree in words. */
export async function showMap(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const { item = '' } = visit.params;
  const { edition, now } = await getItem(visit, item);
  const asked = { params: { item }, query: { division: city.code } };
  const lines = await visit.keep(`map ${now.edition} ${visit.locale}`, () =>
    visit.call(catalogueRoutes.mapText, asked),
  );
  const { name } = itemView(edition, visit.locale);
  const title = say('一图看懂', 'At a glance');
  return page(visit, {
    title: `${title} · ${name.text}`,
    wide: true,
    back: { href: `/items/${item}`, words: say('办事指南', 'About this service') },
    children: (
      <>
        <h1>
          {title} · <Said words={name} />
        </h1>
        <Picture visit={visit} item={item} name={name.text} />
        <section class="sheet">
          <h2>{say('文字版', 'In words')}</h2>
          <div class="map-words" tabindex={0}>
            <Tree visit={visit} lines={lines} />
          </div>
        </section>
        <div class="actions">
          <ScriptButton does="print">{say('打印', 'Print')}</ScriptButton>
        </div>
      </>
    ),
  });
}

type PictureProps = {
  readonly visit: Visit;
  readonly item: string;
  readonly name: string;
  /** Fetched only when it comes into view. */
  readonly later?: true;
};

function Picture({ visit, item, name, later }: PictureProps) {
  const { say, city } = visit;
  const src = addressOf(catalogueRoutes.map, { params: { item }, query: { division: city.code } });
  return (
    <>
      <div class="map-picture" tabindex={0}>
        <img
          src={src}
          loading={later ? 'lazy' : 'eager'}
          alt={say(
            `${name}：每个回答会走到哪里。旁边有文字版。`,
            `${name}: where each answer leads. The same is told in words.`,
          )}
        />
      </div>
      <p class="no-print small">
        <a href={src}>{say('单独打开这张图', 'Open the picture on its own')}</a>
      </p>
    </>
  );
}

type Branch = { readonly text: string; readonly below: Branch[] };

function Tree({ visit, lines }: { readonly visit: Visit; readonly lines: readonly MapLine[] }) {
  return <Branches visit={visit} branches={grow(lines)} />;
}

function Branches({ visit, branches }: { readonly visit: Visit; readonly branches: readonly Branch[] }) {
  return (
    <ul class="tree">
      {branches.map((branch, at) => (
        <li key={`${at} ${branch.text}`}>
          <Chinese visit={visit}>{branch.text}</Chinese>
          {branch.below.length > 0 && <Branches visit={visit} branches={branch.below} />}
        </li>
      ))}
    </ul>
  );
}

/** Indented lines as a tree. */
function grow(lines: readonly MapLine[]): Branch[] {
  const top: Branch[] = [];
  const open: { depth: number; below: Branch[] }[] = [{ depth: -1, below: top }];
  for (const { depth, text } of lines) {
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const branch: Branch = { text, below: [] };
    open.at(-1)?.below.push(branch);
    open.push({ depth, below: branch.below });
  }
  return top;
}
