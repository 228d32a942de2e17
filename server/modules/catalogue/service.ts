import {
  findNotNeeded,
  type ItemEdition,
  itemView,
  type NotNeededPapers,
  namedNotNeeded,
  type SearchIndex,
  searchItems,
} from '@tongban/catalogue';
import { compileItem, diffEditions, type LocalFields, mapItem } from '@tongban/catalogue/author';
import type { Hall, ItemHit, ItemHits, ItemNow, MapLine, NotNeeded } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type Platform, transaction } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';
import { masterDivision, publish } from './publishing.ts';
import { createStore, type EditionRow, type Store } from './store.ts';

type Deps = Pick<Platform, 'db' | 'clock'> & { offices: Offices };
type Load = {
  editions: readonly ItemEdition[];
  local: readonly LocalFields[];
  search: SearchIndex;
  notNeeded?: NotNeededPapers;
};
type Search = { q?: string; line?: string; limit?: number };
export type Catalogue = ReturnType<typeof createCatalogue>;

/** 事项目录: which edition of an item holds where and when, and how to find it. Editions are immutable and kept in memory. */
export function createCatalogue({ db, clock, offices }: Deps) {
  const store = createStore(db);
  const shelf = createShelf(store);
  const unneeded = createUnneeded();

  const now = (item: string, division = masterDivision): EditionRow => {
    const row = shelf.inForce(item, division.slice(0, 4), shanghaiDay(clock()));
    if (row === undefined) throw new Problem('catalogue.item', 'missing', '没有这个事项，换个说法搜一搜');
    return row;
  };
  const current = async (item: string, division?: string): Promise<ItemEdition> =>
    shelf.edition(now(item, division).edition_id);

  return {
    /** Publishes changed editions and takes the content into memory; other processes find the work done. */
    async load({ editions, local, search, notNeeded }: Load): Promise<number> {
      const job = { editions, local, today: shanghaiDay(clock()), at: clock() };
      const published = await transaction(db, (tx) => publish(tx, store, job));
      await shelf.fill(editions, search);
      unneeded.fill(notNeeded);
      return published;
    },
    edition: shelf.edition,
    current,
    currentId: (item: string, division?: string): string => now(item, division).edition_id,
    item: (item: string, division?: string): ItemNow => nowView(now(item, division), shelf.rowsOf(item)),
    search: (asked: Search): ItemHits => ({ ...shelf.search(asked), ...unneeded.named(asked.q) }),
    notNeeded: unneeded.list,
    halls: async (division: string, item?: string): Promise<Hall[]> => {
      if (item === undefined) return offices.halls(division);
      const { folder } = await current(item, division);
      return offices.halls(division, { item, line: folder.item.line });
    },
    async changes(item: string, division?: string) {
      const { division: at } = now(item, division);
      const [newest, before] = shelf
        .rowsOf(item)
        .filter((row) => row.division === at)
        .toReversed();
      if (newest === undefined) throw new Problem('catalogue.item', 'missing', '没有这个事项');
      if (before === undefined) return { to: newest.edition_id, changes: [] };
      const [from, to] = [await shelf.edition(before.edition_id), await shelf.edition(newest.edition_id)];
      return { from: before.edition_id, to: newest.edition_id, changes: diffEditions(from, to) };
    },
    map: async (item: string, division?: string): Promise<string> =>
      mapItem(await current(item, division)).svg,
    mapText: async (item: string, division?: string): Promise<MapLine[]> =>
      linesOf(mapItem(await current(item, division)).text),
  };
}

/** 不再索要、不再开具的证明: the papers nobody needs any more, by any of their names. */
function createUnneeded() {
  let papers: NotNeededPapers | undefined;
  return {
    fill: (given: NotNeededPapers | undefined) => {
      papers = given;
    },
    /** Those a word finds; all of them without words. */
    list: (q?: string): NotNeeded[] => (papers === undefined ? [] : findNotNeeded(papers, q)),
    /** Those the words of a search for items name. */
    named(q = ''): Pick<ItemHits, 'notNeeded'> {
      const named = papers === undefined || q.trim() === '' ? [] : namedNotNeeded(papers, q);
      return named.length === 0 ? {} : { notNeeded: named };
    },
  };
}

function nowView(row: EditionRow, rows: readonly EditionRow[]): ItemNow {
  return {
    item: row.item,
    edition: row.edition_id,
    number: row.number,
    effectiveFrom: row.effective_from,
    division: row.division,
    editions: rows.filter((one) => one.division === row.division).length,
  };
}

/** The map in words indents each level by two spaces and marks all but the first with a hyphen. */
function linesOf(text: string): MapLine[] {
  return text.split('\n').map((line) => {
    const words = line.trimStart();
    return { depth: (line.length - words.length) / 2, text: words.replace(/^- /, '') };
  });
}

/** 书架: all editions by id, who is in force where, and the search index, in memory. */
function createShelf(store: Store) {
  const bodies = new Map<string, Promise<ItemEdition>>();
  const byItem = new Map<string, EditionRow[]>();
  let index: SearchIndex | undefined;
  let cards = new Map<string, ItemHit>();

  const hits = ({ q = '', line, limit = 20 }: Search): ItemHits => {
    if (index === undefined || q.trim() === '') {
      const listed = [...cards.values()].filter((card) => line === undefined || card.line === line);
      return { hits: listed.slice(0, limit), suggestions: [], total: listed.length };
    }
    const found = searchItems(index, q, limit);
    return {
      hits: found.hits.flatMap(({ item, matched }) => cardOf(item, matched.text)),
      suggestions: found.suggestions.flatMap(({ item }) => cardOf(item)),
      total: found.hits.length,
    };
  };
  const cardOf = (item: string, matched?: string): ItemHit[] => {
    const card = cards.get(item);
    if (card === undefined) return [];
    return [matched === undefined || matched === card.name.zh ? card : { ...card, matched }];
  };
  return {
    search: hits,
    rowsOf: (item: string): readonly EditionRow[] => byItem.get(item) ?? [],
    async fill(editions: readonly ItemEdition[], search: SearchIndex) {
      byItem.clear();
      for (const row of await store.rows()) byItem.set(row.item, [...(byItem.get(row.item) ?? []), row]);
      index = search;
      cards = new Map(editions.map((edition) => [edition.id, cardFrom(edition)]));
    },
    inForce(item: string, division: string, day: string): EditionRow | undefined {
      const rows = (byItem.get(item) ?? []).filter((row) => row.effective_from <= day).toReversed();
      return (
        rows.find((row) => row.division === division) ?? rows.find((row) => row.division === masterDivision)
      );
    },
    edition(editionId: string): Promise<ItemEdition> {
      const known = bodies.get(editionId);
      if (known !== undefined) return known;
      const reading = readEdition(store, editionId).catch((error: unknown) => {
        bodies.delete(editionId);
        throw error;
      });
      bodies.set(editionId, reading);
      return reading;
    },
  };
}

/** The guide is compiled when an edition is taken from the shelf, so that old editions run on the rules of today's code. */
async function readEdition(store: Store, editionId: string): Promise<ItemEdition> {
  const kept = await store.edition(editionId);
  const compiled = kept === undefined ? undefined : compileItem(kept.folder);
  if (kept === undefined || compiled?.ok !== true) {
    throw new Problem('catalogue.edition', 'missing', '没有这一版办事指南，从首页重新搜一下');
  }
  return kept.local === undefined ? compiled.edition : { ...compiled.edition, local: kept.local };
}

function cardFrom(edition: ItemEdition): ItemHit {
  const zh = itemView(edition, 'zh');
  const en = itemView(edition, 'en');
  return {
    item: edition.id,
    name: { zh: zh.name.text, ...(en.name.missing === true ? {} : { en: en.name.text }) },
    line: zh.line,
    who: zh.who.text,
  };
}
