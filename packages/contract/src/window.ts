import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Division } from './words.ts';

/** 卡: an identity card as a card reader tells it. */
export const IdentityCard = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
    address: Type.Optional(Type.String()),
    /** A JPEG or PNG as base64. */
    photo: Type.Optional(Type.String()),
  },
  closed,
);
export type IdentityCard = Static<typeof IdentityCard>;

/** 读卡器: the agent on the clerk's own machine, a simulator with its tray of cards (demo only), or none. */
export const CardReaderSetting = Type.Union([
  Type.Object({ kind: Type.Literal('agent'), port: Type.Integer({ minimum: 1, maximum: 65_535 }) }, closed),
  Type.Object({ kind: Type.Literal('simulator'), cards: Type.Array(IdentityCard) }, closed),
  Type.Object({ kind: Type.Literal('none') }, closed),
]);
export type CardReaderSetting = Static<typeof CardReaderSetting>;

/** 窗口设置: where my window stands and which devices it has. */
export const WindowSettings = Type.Object(
  {
    window: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    division: Type.Optional(Division),
    reader: CardReaderSetting,
    /** 没有高拍仪时能否用模拟的。 */
    cameraSimulator: Type.Boolean(),
  },
  closed,
);
export type WindowSettings = Static<typeof WindowSettings>;

export const windowRoutes = {
  get: route({
    method: 'GET',
    path: '/desk/window',
    access: { roles: ['clerk'], scope: 'hall' },
    summary:
      'My window: where it stands, its card reader and its camera; in the demo also the cards to lay on',
    reply: WindowSettings,
  }),
};
