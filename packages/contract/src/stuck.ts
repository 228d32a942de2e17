import Type, { type Static } from 'typebox';
import { OrderRow } from './order-desk.ts';
import { AtOrder, OrderNumber, OrderWords } from './orders.ts';
import { route } from './route.ts';
import { closed, ItemId, Moment } from './words.ts';

const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const editors = { roles: ['admin'], scope: 'branch' } as const;
const Cursor = Type.Optional(Type.String({ maxLength: 120 }));

const cause = {
  /** 原因类型: one of the root causes of the bureau. */
  rootCause: Type.String({ minLength: 1, maxLength: 60 }),
  /** 查明的原因. */
  finding: OrderWords,
  item: Type.Optional(ItemId),
  /** 指南要改的: what the editors of the catalogue put right; nobody is named in it. */
  defect: Type.Optional(OrderWords),
};
export const StuckCause = Type.Object(cause, closed);
export type StuckCause = Static<typeof StuckCause>;

/** 卡在哪里: the item or the case that could not be got done. */
const Attached = Type.Object(
  {
    item: Type.Optional(Type.Object({ id: ItemId, name: Type.String() }, closed)),
    /** A case by its number, or whatever else was said. */
    case: Type.Optional(Type.String()),
  },
  closed,
);
export const StuckRow = Type.Object(
  { ...OrderRow.properties, attached: Attached, rootCauseName: Type.Optional(Type.String()) },
  closed,
);
export type StuckRow = Static<typeof StuckRow>;

/** 办不成事: what it hangs on, and why it could not be got done. */
export const StuckView = Type.Object(
  {
    order: OrderNumber,
    attached: Attached,
    cause: Type.Optional(
      Type.Object(
        {
          ...cause,
          rootCauseName: Type.String(),
          by: Type.String(),
          at: Moment,
          mendedAt: Type.Optional(Moment),
        },
        closed,
      ),
    ),
    mayFind: Type.Boolean(),
  },
  closed,
);
export type StuckView = Static<typeof StuckView>;

/** 指南缺陷: what people could not get done because of the guide. */
export const GuideDefect = Type.Object(
  {
    order: OrderNumber,
    item: Type.Optional(Type.Object({ id: ItemId, name: Type.String() }, closed)),
    rootCauseName: Type.String(),
    defect: Type.String(),
    unit: Type.String(),
    at: Moment,
    mendedAt: Type.Optional(Moment),
  },
  closed,
);
export type GuideDefect = Static<typeof GuideDefect>;
const Defects = Type.Object({ defects: Type.Array(GuideDefect) }, closed);

export const stuckRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/stuck-orders',
    access: everybody,
    summary: 'What people could not get done, the soonest due first, or what has ended',
    query: Type.Object({ list: Type.Enum(['open', 'closed']), after: Cursor }, closed),
    reply: Type.Object({ orders: Type.Array(StuckRow), next: Type.Optional(Type.String()) }, closed),
  }),
  get: route({
    method: 'GET',
    path: '/desk/stuck-orders/:order',
    access: everybody,
    summary: 'What one of them hangs on, and why it could not be got done',
    params: AtOrder,
    reply: StuckView,
  }),
  find: route({
    method: 'PUT',
    path: '/desk/stuck-orders/:order/cause',
    access: everybody,
    summary: 'Say why it could not be got done, and what the guide should say instead',
    params: AtOrder,
    body: StuckCause,
    reply: StuckView,
    audit: 'orders.find-cause',
  }),
  defects: route({
    method: 'GET',
    path: '/desk/guide-defects',
    access: editors,
    summary: 'What the guides should say instead, for those who write them; open ones first',
    reply: Defects,
  }),
  mend: route({
    method: 'PUT',
    path: '/desk/guide-defects/:order/mending',
    access: editors,
    summary: 'Say that the guide has been put right',
    params: AtOrder,
    reply: Defects,
    audit: 'orders.mend-guide',
  }),
};
