import Type, { type Static } from 'typebox';
import { WaitRange } from './bookable.ts';
import { windowStates } from './queue.ts';
import { route, streamReply } from './route.ts';
import { closed, Id, Moment } from './words.ts';

/** 叫号: one call, for screens and their speech; names are never shown in full. */
export const Call = Type.Object(
  {
    /** Grows by one with every call of the hall and day. */
    seq: Type.Integer(),
    number: Type.String(),
    window: Type.String(),
    windowNumber: Type.Integer(),
    at: Moment,
    /** Second or third call of the same ticket. */
    again: Type.Boolean(),
  },
  closed,
);
export type Call = Static<typeof Call>;

/** 大屏内容: the board of one hall. */
export const BoardShow = Type.Object(
  {
    hall: Type.String(),
    hallName: Type.String(),
    hallCode: Type.String(),
    /** The last calls, newest first, at most 12; calls older than 20 seconds are not spoken. */
    calls: Type.Array(Call),
    /** Being served or called now, by window. */
    windows: Type.Array(
      Type.Object(
        {
          window: Type.String(),
          number: Type.Integer(),
          name: Type.String(),
          state: Type.Enum([...windowStates]),
          staff: Type.Optional(Type.String({ description: '工号' })),
          ticket: Type.Optional(Type.String()),
          ticketState: Type.Optional(Type.Enum(['called', 'serving'])),
        },
        closed,
      ),
    ),
    missed: Type.Array(Type.String()),
    waiting: Type.Integer(),
    wait: Type.Optional(WaitRange),
    announcement: Type.Optional(Type.String()),
    /** 底部一行: 绿色通道、“办不成事”窗口在哪。 */
    footer: Type.Array(Type.String()),
    languages: Type.Array(Type.Enum(['zh', 'yue', 'en'])),
    /** 0–100 by the hour. */
    volume: Type.Integer(),
    asOf: Moment,
  },
  closed,
);
export type BoardShow = Static<typeof BoardShow>;

const BoardKey = Type.Object({ 'device-key': Type.String({ minLength: 20, maxLength: 100 }) });
const AtDevice = Type.Object({ device: Id }, closed);

/** 大厅屏: what the boards of a hall ask; a board proves itself by the key of its device. */
export const boardsRoutes = {
  show: route({
    method: 'GET',
    path: '/boards/:device/show',
    access: 'public',
    summary: 'What the board of this device shows now; after a break it reads here what it missed',
    params: AtDevice,
    headers: BoardKey,
    reply: BoardShow,
  }),
  watch: route({
    method: 'GET',
    path: '/boards/:device/changes',
    access: 'public',
    summary: 'Every call and change of the hall as it happens',
    params: AtDevice,
    query: Type.Object({ ticket: Type.String({ maxLength: 100, description: '一次性的连接凭据' }) }, closed),
    reply: streamReply(
      Type.Object({ call: Type.Optional(Call), changed: Type.Optional(Type.Boolean()) }, closed),
    ),
  }),
};
