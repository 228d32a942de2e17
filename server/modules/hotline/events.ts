import { orderChannels, orderEndings, orderKinds } from '@tongban/contract';
import Type, { type Static } from 'typebox';
import { fact } from '../../platform/index.ts';

/** What every fact about an order says: where it stands and of what kind it is; never who asked, and never a word of it. */
const Happened = {
  city: Type.String(),
  orderId: Type.String({ format: 'uuid' }),
  number: Type.String(),
  kind: Type.Enum(orderKinds),
  channel: Type.Enum(orderChannels),
  tipOff: Type.Boolean(),
  branch: Type.String(),
  /** The desk that took it in, and when. */
  desk: Type.Optional(Type.String()),
  receivedAt: Type.Optional(Type.String({ format: 'date-time' })),
  at: Type.String({ format: 'date-time' }),
};
const Plain = Type.Object(Happened);
export type Happened = Static<typeof Plain>;

export const orderRegistered = fact(
  'hotline.order-registered',
  /** `forum` is what it was said to belong to; of a tip-off it is left out. */
  Type.Object({ ...Happened, forum: Type.Optional(Type.String({ format: 'uuid' })) }),
);
export const orderClassified = fact(
  'hotline.order-classified',
  Type.Object({
    ...{ ...Happened, matter: Type.String(), labels: Type.Array(Type.String()) },
    /** What it was taken for until now. */
    before: Type.Optional(Type.Object({ kind: Type.Enum(orderKinds), matter: Type.Optional(Type.String()) })),
  }),
);
export const orderMoved = fact('hotline.order-moved', Plain);
/** 延期: more time was granted, and the day of the reply is a later one. */
export const orderExtended = fact('hotline.order-extended', Plain);
/** Papers were laid under it after it was registered. */
export const orderFilesAdded = fact('hotline.order-files-added', Plain);
/** 约上门: on what day and who comes stands in the order alone. */
export const orderVisitArranged = fact('hotline.order-visit-arranged', Plain);
export const orderReplied = fact('hotline.order-replied', Plain);
export const orderReopened = fact(
  'hotline.order-reopened',
  Type.Object({ ...Happened, matter: Type.Optional(Type.String()) }),
);
export const orderReminded = fact('hotline.order-reminded', Plain);
export const orderClosed = fact(
  'hotline.order-closed',
  Type.Object({
    ...Happened,
    how: Type.Enum(orderEndings),
    matter: Type.Optional(Type.String()),
    /** Whether somebody said that it is solved; absent where nobody said anything. */
    satisfied: Type.Optional(Type.Boolean()),
  }),
);
