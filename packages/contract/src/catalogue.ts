import type { ItemEdition } from '@tongban/catalogue';
import Type, { type Static } from 'typebox';
import { NotNeeded } from './proofs.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Division, Id, ItemId, Words } from './words.ts';

/** 搜索结果: one item found, with the words that matched. */
export const ItemHit = Type.Object(
  {
    item: ItemId,
    name: Words,
    line: Type.String(),
    who: Type.String(),
    matched: Type.Optional(Type.String()),
  },
  closed,
);
export type ItemHit = Static<typeof ItemHit>;

/** Hits in a stable order; when there are none, `suggestions` name the nearest items. */
export const ItemHits = Type.Object(
  {
    hits: Type.Array(ItemHit),
    suggestions: Type.Array(ItemHit),
    total: Type.Integer(),
    /** What the words name and nobody needs any more; absent when they name none. */
    notNeeded: Type.Optional(Type.Array(NotNeeded)),
  },
  closed,
);
export type ItemHits = Static<typeof ItemHits>;

/** 事项实施清单: which edition of an item holds today in a division. */
export const ItemNow = Type.Object(
  {
    item: ItemId,
    edition: Id,
    number: Type.Integer({ description: '第几版' }),
    effectiveFrom: Day,
    division: Division,
    editions: Type.Integer(),
  },
  closed,
);
export type ItemNow = Static<typeof ItemNow>;

/** One line of the mind map in words, indented by its depth. */
export const MapLine = Type.Object({ depth: Type.Integer(), text: Type.String() }, closed);
export type MapLine = Static<typeof MapLine>;

const AtItem = Type.Object({ item: ItemId }, closed);
const InDivision = Type.Object({ division: Type.Optional(Division) }, closed);

export const catalogueRoutes = {
  search: route({
    method: 'GET',
    path: '/items',
    access: 'public',
    summary: 'Find items in own words, by pinyin initials or code; without words, list them by line',
    query: Type.Object(
      {
        q: Type.Optional(Type.String({ maxLength: 60 })),
        line: Type.Optional(Type.String({ maxLength: 20 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    reply: ItemHits,
  }),
  item: route({
    method: 'GET',
    path: '/items/:item',
    access: 'public',
    summary: 'The edition of an item in force today in a division',
    params: AtItem,
    query: InDivision,
    reply: ItemNow,
  }),
  edition: route({
    method: 'GET',
    path: '/editions/:edition',
    access: 'public',
    summary: 'One edition, whole and immutable: facts, guide, materials, form, local fields',
    params: Type.Object({ edition: Id }, closed),
    reply: Type.Unsafe<ItemEdition>(Type.Object({}, { additionalProperties: true })),
  }),
  changes: route({
    method: 'GET',
    path: '/items/:item/changes',
    access: 'public',
    summary: 'What changed in an item between its two newest editions, in sentences',
    params: AtItem,
    query: InDivision,
    reply: Type.Object({ from: Type.Optional(Id), to: Id, changes: Type.Array(Type.String()) }, closed),
  }),
  mapText: route({
    method: 'GET',
    path: '/items/:item/map',
    access: 'public',
    summary: 'The mind map of an item in words',
    params: AtItem,
    query: InDivision,
    reply: Type.Array(MapLine),
  }),
  map: route({
    method: 'GET',
    path: '/items/:item/map.svg',
    access: 'public',
    summary: 'The mind map of an item (一图看懂)',
    params: AtItem,
    query: InDivision,
    reply: rawReply('image/svg+xml'),
  }),
};
