import Type, { type Static } from 'typebox';
import { closed, Day } from './words.ts';

/** 上门的缘由: somebody cannot come, or many of one employer would. */
export const visitReasons = ['hard-to-move', 'many-people'] as const;
export type VisitReason = (typeof visitReasons)[number];

const Address = Type.String({ maxLength: 200, pattern: '\\S' });
const People = Type.Integer({ minimum: 2, maximum: 9999 });
const Suits = Type.String({ maxLength: 200, pattern: '\\S' });

/** 上门申请: why somebody asks to be visited, where, and when it suits; the phone is known. */
export const VisitWish = Type.Object(
  {
    reason: Type.Enum([...visitReasons]),
    /** 单位人多一起办的人数. */
    people: Type.Optional(People),
    address: Address,
    suits: Type.Optional(Suits),
  },
  closed,
);
export type VisitWish = Static<typeof VisitWish>;

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** 上门时间: a half of the day, or from one hour to another. */
export const VisitTime = Type.Union([
  Type.Literal('morning'),
  Type.Literal('afternoon'),
  Type.Object({ from: Clock, to: Clock }, closed),
]);
export type VisitTime = Static<typeof VisitTime>;

const arranged = { day: Day, time: VisitTime, who: Type.String({ maxLength: 60, pattern: '\\S.*\\S' }) };
/** 约好的上门, as whoever asked is told of it: the day, the time, and who comes. */
export const ToldVisit = Type.Object(arranged, closed);
export type ToldVisit = Static<typeof ToldVisit>;

const words = Type.String({ maxLength: 500, pattern: '\\S' });
/** 约上门: the same with what colleagues say to each other; a day off needs its reason. */
export const ArrangedVisit = Type.Object(
  { ...arranged, note: Type.Optional(words), reason: Type.Optional(words) },
  closed,
);
export type ArrangedVisit = Static<typeof ArrangedVisit>;

/** 上门申请, to whoever asked: an address only to themselves, never by the code of a receipt. */
export const OwnVisit = Type.Object(
  {
    reason: Type.Enum([...visitReasons]),
    people: Type.Optional(People),
    address: Type.Optional(Address),
    suits: Type.Optional(Suits),
    arranged: Type.Optional(ToldVisit),
  },
  closed,
);
export type OwnVisit = Static<typeof OwnVisit>;

/** 上门申请, at the desk: masked like any other personal value. */
export const DeskVisit = Type.Object(
  {
    reason: Type.Enum([...visitReasons]),
    people: Type.Optional(People),
    address: Type.String(),
    suits: Type.Optional(Suits),
    arranged: Type.Optional(ArrangedVisit),
  },
  closed,
);
export type DeskVisit = Static<typeof DeskVisit>;
