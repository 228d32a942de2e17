import Type, { type Static } from 'typebox';
import { closed, Duration, Id, Said } from './vocabulary.ts';

/** 地方要素: what one city fills in for one item; everything else belongs to the master item. */
export const LocalItem = Type.Object(
  {
    promised: Type.Optional(Duration),
    previous: Type.Optional(Duration),
    conditions: Type.Optional(Type.Array(Said)),
    note: Type.Optional(Type.String()),
    phones: Type.Optional(Type.Object({ consult: Type.String(), complaint: Type.String() }, closed)),
  },
  closed,
);
export type LocalItem = Static<typeof LocalItem>;

/** 地方文件 (local/<city>.yaml): the phones of a city and its own fields for the items it carries out. */
export const LocalFields = Type.Object(
  {
    city: Type.String({ pattern: '^\\d{4}$' }),
    name: Type.String(),
    demo: Type.Optional(Type.Boolean()),
    phones: Type.Object({ consult: Type.String(), complaint: Type.String() }, closed),
    items: Type.Record(Id, LocalItem),
  },
  closed,
);
export type LocalFields = Static<typeof LocalFields>;
