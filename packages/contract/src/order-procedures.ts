import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Day } from './words.ts';

const keepers = { roles: ['spokesperson', 'operator'], scope: 'branch' } as const;
const ProcedureNumber = Type.String({ minLength: 2, maxLength: 60 });
/** 信访、复议、诉讼、仲裁、纪检. */
export const procedureKinds = ['petition', 'review', 'lawsuit', 'arbitration', 'discipline'] as const;

/** 在办程序: a petition, a review or a lawsuit that is running, so that it is not opened a second time as an order. */
export const Procedure = Type.Object(
  {
    number: ProcedureNumber,
    kind: Type.Enum([...procedureKinds]),
    phone: Type.Optional(Type.String({ pattern: '^\\+?\\d{3,20}$' })),
    citizenNumber: Type.Optional(Type.String({ maxLength: 24 })),
    until: Day,
  },
  closed,
);
export type Procedure = Static<typeof Procedure>;

/** 在办程序清单的一行: whoever brought it is masked. */
export const ProcedureRow = Type.Object(
  {
    number: ProcedureNumber,
    kindName: Type.String(),
    phone: Type.Optional(Type.String({ description: '已脱敏' })),
    citizenNumber: Type.Optional(Type.String({ description: '已脱敏' })),
    until: Day,
    unit: Type.String(),
  },
  closed,
);
export type ProcedureRow = Static<typeof ProcedureRow>;

/** 在办程序: known to the desk, so that nobody opens the same matter twice. */
export const orderProceduresRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/order-procedures',
    access: keepers,
    summary: 'Petitions, reviews and lawsuits that run, made known by my unit or one below',
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
    reply: Type.Object(
      {
        procedures: Type.Array(ProcedureRow, { maxItems: 50 }),
        /** 还有更多，按编号找. */
        more: Type.Boolean(),
      },
      closed,
    ),
  }),
  add: route({
    method: 'POST',
    path: '/desk/order-procedures',
    access: keepers,
    summary: 'Make a running petition, review or lawsuit known',
    body: Procedure,
    reply: Type.Object({ number: Type.String() }, closed),
    status: 201,
    repeatable: true,
    audit: 'orders.add-procedure',
  }),
  end: route({
    method: 'POST',
    path: '/desk/order-procedures/endings',
    access: keepers,
    summary: 'Say that a procedure has ended: orders of the same person are stopped by it no longer',
    body: Type.Object({ number: ProcedureNumber }, closed),
    reply: Type.Object({ number: Type.String() }, closed),
    audit: 'orders.end-procedure',
  }),
};
