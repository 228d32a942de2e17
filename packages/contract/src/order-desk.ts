import Type, { type Static } from 'typebox';
import { FilesToLay, LaidFile } from './files.ts';
import { OrderAct, PublicText } from './order-acts.ts';
import { DeskVisit, VisitWish } from './order-visit-wish.ts';
import {
  AtOrder,
  OrderNumber,
  OrderReceipt,
  OrderText,
  OrderTitle,
  orderChannels,
  orderEndings,
  orderIdentities,
  orderKinds,
  orderStages,
} from './orders.ts';
import { route } from './route.ts';
import { closed, Day, Division, Id, Moment, Words } from './words.ts';

/** 接听的人: who takes orders in. */
const desk = { roles: ['operator', 'spokesperson', 'hall-manager'], scope: 'branch' } as const;
const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const Phone = Type.String({ pattern: '^\\+?\\d{3,20}$' });
const light = Type.Enum(['green', 'yellow', 'red']);
const Cursor = Type.Optional(Type.String({ maxLength: 120 }));

/** 登记诉求: what somebody says on the phone, in a letter or at a counter, put down by staff. */
export const TakenOrder = Type.Object(
  {
    kind: Type.Enum(orderKinds),
    title: OrderTitle,
    text: OrderText,
    division: Division,
    channel: Type.Enum(orderChannels),
    identity: Type.Enum([...orderIdentities]),
    urgent: Type.Boolean(),
    caller: Type.Object(
      {
        name: Type.Optional(Type.String({ maxLength: 60 })),
        phone: Type.Optional(Phone),
        citizenNumber: Type.Optional(Type.String({ maxLength: 24 })),
      },
      closed,
    ),
    procedure: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    about: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    /** 上门申请: of a home visit alone. */
    visit: Type.Optional(VisitWish),
    /** 来电：与这一通电话相连。 */
    call: Type.Optional(Id),
    /** 附件: papers of the desk’s own, such as the scan of a letter. */
    files: Type.Optional(FilesToLay),
    /** 专场：这一件算哪一场的。 */
    forum: Type.Optional(Id),
  },
  closed,
);
export type TakenOrder = Static<typeof TakenOrder>;

/** 工单清单: 本级收件、我在办的、下级的、协办的、待回访的、已办结的. */
export const orderLists = ['inbox', 'mine', 'below', 'helping', 'call-backs', 'closed'] as const;
const row = {
  order: OrderNumber,
  version: Type.Integer(),
  kind: Type.Enum(orderKinds),
  kindName: Words,
  channel: Type.Enum(orderChannels),
  title: Type.String(),
  stage: Type.Enum(orderStages),
  how: Type.Optional(Type.Enum(orderEndings)),
  urgent: Type.Boolean(),
  tipOff: Type.Boolean(),
  unit: Type.String(),
  handler: Type.Optional(Type.String()),
  receivedAt: Moment,
  dueOn: Day,
  light,
  workingDaysLeft: Type.Integer(),
  /** 上交、下交后本级自己的时限. */
  handDueOn: Type.Optional(Day),
  handLight: Type.Optional(light),
  urges: Type.Integer(),
};
export const OrderRow = Type.Object(row, closed);
export type OrderRow = Static<typeof OrderRow>;

/** 工单附件: from whoever asked, or a paper of the desk’s own, which they are not shown. */
const OrderFile = Type.Object({ ...LaidFile.properties, from: Type.Enum(['caller', 'desk']) }, closed);
export type OrderFile = Static<typeof OrderFile>;

/** 工单全貌: everything said and done; whoever asked is masked, and of a tip-off even that is left out. */
export const OrderView = Type.Object(
  {
    ...row,
    text: Type.String(),
    identity: Type.Enum([...orderIdentities]),
    wantsOpen: Type.Boolean({ description: '希望公开答复' }),
    caller: Type.Optional(
      Type.Object({ name: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) }, closed),
    ),
    desk: Type.String(),
    matter: Type.Optional(Type.String()),
    labels: Type.Array(Type.String()),
    round: Type.Integer(),
    procedure: Type.Optional(Type.String()),
    about: Type.Optional(Type.String()),
    /** 关联的办件: led to where the reader may open them. */
    cases: Type.Array(Type.Object({ case: Type.String(), mayOpen: Type.Boolean() }, closed)),
    /** 帖子: where it was posted, of what was imported. */
    post: Type.Optional(
      Type.Object({ platform: Type.String(), link: Type.String(), postedAt: Type.Optional(Moment) }, closed),
    ),
    visit: Type.Optional(DeskVisit),
    extension: Type.Optional(
      Type.Object(
        { state: Type.Enum(['asked', 'granted', 'refused']), days: Type.Integer(), basis: Type.String() },
        closed,
      ),
    ),
    helpers: Type.Array(
      Type.Object(
        {
          unit: Type.String(),
          given: Type.Boolean(),
          asked: Type.String({ description: '请求协办时说的' }),
          opinion: Type.Optional(Type.String({ description: '协办意见' })),
        },
        closed,
      ),
    ),
    draft: Type.Optional(
      Type.Object(
        {
          text: Type.String(),
          open: Type.Optional(PublicText),
          by: Type.String(),
          /** 自己拟的由别人审核. */
          mine: Type.Boolean(),
          passed: Type.Integer(),
          needs: Type.Integer(),
        },
        closed,
      ),
    ),
    reply: Type.Optional(Type.String()),
    files: Type.Array(OrderFile),
    steps: Type.Array(
      Type.Object(
        {
          type: Type.String(),
          title: Type.String(),
          on: Day,
          by: Type.String(),
          text: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    may: Type.Array(Type.String()),
  },
  closed,
);
export type OrderView = Static<typeof OrderView>;

/** 办理一步之后: the order as it stands now, or only that it is done where it has left one’s sight. */
export const OrderDone = Type.Object({ done: Type.String(), order: Type.Optional(OrderView) }, closed);
export type OrderDone = Static<typeof OrderDone>;

export const orderDeskRoutes = {
  register: route({
    method: 'POST',
    path: '/desk/orders',
    access: desk,
    summary: 'Put down what somebody says on the phone, in a letter or at a counter',
    body: TakenOrder,
    reply: OrderReceipt,
    status: 201,
    audit: 'orders.take',
  }),
  list: route({
    method: 'GET',
    path: '/desk/orders',
    access: everybody,
    summary: 'Orders by list: at my level, in my hand, below, helping, to call back, closed',
    query: Type.Object({ list: Type.Enum([...orderLists]), after: Cursor }, closed),
    reply: Type.Object({ orders: Type.Array(OrderRow), next: Type.Optional(Type.String()) }, closed),
  }),
  figures: route({
    method: 'GET',
    path: '/desk/order-figures',
    access: everybody,
    summary: 'How many were answered in time, called back, satisfied and sent right at once',
    query: Type.Object({ from: Day, to: Day }, closed),
    reply: Type.Object(
      {
        received: Type.Integer(),
        replied: Type.Integer(),
        repliedInTime: Type.Integer(),
        calledBack: Type.Integer(),
        satisfied: Type.Integer(),
        dispatches: Type.Integer(),
        wrongDispatches: Type.Integer(),
        byKind: Type.Array(Type.Object({ kind: Type.Enum(orderKinds), n: Type.Integer() }, closed)),
      },
      closed,
    ),
  }),
  get: route({
    method: 'GET',
    path: '/desk/orders/:order',
    access: everybody,
    summary: 'One order with everything said and done; whoever asked is masked',
    params: AtOrder,
    reply: OrderView,
  }),
  act: route({
    method: 'POST',
    path: '/desk/orders/:order/acts',
    access: everybody,
    summary: 'Do one thing about an order as it stands',
    params: AtOrder,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), act: OrderAct }, closed),
    reply: OrderDone,
    repeatable: true,
    audit: 'orders.act',
  }),
  unmask: route({
    method: 'POST',
    path: '/desk/orders/:order/unmaskings',
    access: everybody,
    summary:
      'Name and phone of whoever asked, and where they wish to be visited, for the one who has the order in hand or calls back',
    params: AtOrder,
    reply: Type.Object(
      {
        ...{ name: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) },
        /** 上门的地址. */
        address: Type.Optional(Type.String()),
      },
      closed,
    ),
    repeatable: true,
    audit: 'orders.unmask',
    limit: { max: 60, seconds: 3600 },
  }),
};
