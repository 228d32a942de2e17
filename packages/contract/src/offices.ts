import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Division, ItemId } from './words.ts';

/** 区划: one division of the province. */
export const DivisionRow = Type.Object(
  {
    code: Division,
    name: Type.String(),
    level: Type.Integer(),
    served: Type.Boolean({ description: '本系统是否在该地运行' }),
    phones: Type.Optional(Type.Object({ consult: Type.String(), complaint: Type.String() }, closed)),
  },
  closed,
);
export type DivisionRow = Static<typeof DivisionRow>;

/** 大厅: a place where items can be done, with its hours in words; `demo` marks invented ones. */
export const Hall = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    division: Division,
    address: Type.String(),
    floor: Type.Optional(Type.String()),
    transit: Type.Optional(Type.String()),
    hours: Type.Array(Type.String()),
    phone: Type.Optional(Type.String()),
    windows: Type.Integer(),
    demo: Type.Boolean(),
  },
  closed,
);
export type Hall = Static<typeof Hall>;

export const officesRoutes = {
  divisions: route({
    method: 'GET',
    path: '/divisions',
    access: 'public',
    summary:
      'Divisions below a parent, in code order; without one the cities of the province, below 00 the provinces',
    query: Type.Object(
      { parent: Type.Optional(Division), depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 })) },
      closed,
    ),
    reply: Type.Array(DivisionRow),
  }),
  halls: route({
    method: 'GET',
    path: '/halls',
    access: 'public',
    summary: 'Halls of a city, for one item when named',
    query: Type.Object({ division: Division, item: Type.Optional(ItemId) }, closed),
    reply: Type.Array(Hall),
  }),
};
