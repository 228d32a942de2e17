import Type, { type Static } from 'typebox';
import { route, streamReply } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const clerk = { roles: ['clerk'], scope: 'hall' } as const;
const AtScreen = Type.Object({ screen: Id }, closed);
/** The secret a paired screen keeps; it is given once, when the screen is paired. */
const ScreenKey = Type.Object({ 'screen-key': Type.String({ minLength: 20, maxLength: 100 }) });

/** 群众屏: a second screen paired with one window. */
export const ScreenRow = Type.Object(
  {
    screen: Id,
    window: Type.String(),
    windowName: Type.String(),
    pairedAt: Moment,
    online: Type.Boolean({ description: '最近 30 秒内有连接' }),
  },
  closed,
);
export type ScreenRow = Static<typeof ScreenRow>;

/** What a second screen shows now: nothing, or this person's own application to confirm and sign. */
export const ScreenShow = Type.Union([
  Type.Object({ kind: Type.Literal('idle'), windowName: Type.String() }, closed),
  Type.Object(
    {
      kind: Type.Literal('confirm'),
      windowName: Type.String(),
      sitting: Id,
      person: Type.Object({ name: Type.String(), citizenNumber: Type.String() }, closed),
      items: Type.Array(
        Type.Object(
          {
            name: Type.String(),
            rows: Type.Array(Type.Object({ label: Type.String(), value: Type.String() }, closed)),
            materials: Type.Array(Type.Object({ name: Type.String(), how: Type.String() }, closed)),
            fee: Type.Optional(Type.String()),
            promise: Type.Optional(Type.String({ description: '承诺的办结时间' })),
            undertakings: Type.Array(
              Type.Object({ title: Type.String(), paragraphs: Type.Array(Type.String()) }, closed),
              { description: '要签的告知承诺书' },
            ),
          },
          closed,
        ),
      ),
      declaration: Type.String(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('collect'),
      windowName: Type.String(),
      collection: Id,
      person: Type.Object({ name: Type.String(), citizenNumber: Type.String() }, closed),
      results: Type.Array(Type.Object({ name: Type.String(), number: Type.String() }, closed)),
      declaration: Type.String(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('thanks'),
      windowName: Type.String(),
      /** What the person answered: signed, or said that something is wrong. */
      verdict: Type.Enum(['sign', 'decline']),
    },
    closed,
  ),
]);
export type ScreenShow = Static<typeof ScreenShow>;

/** The screen as it stands: paired or not, whose it is, and what it shows. */
const Standing = Type.Object(
  {
    paired: Type.Boolean(),
    bureau: Type.Optional(Type.String({ description: '机构名' })),
    show: ScreenShow,
  },
  closed,
);

export const screensRoutes = {
  /** The tablet asks for a pairing code and shows it large; the clerk types it at the desk. */
  offer: route({
    method: 'POST',
    path: '/screens',
    access: 'public',
    summary: 'A new screen offers itself; answers with a code to type at the desk and its key',
    reply: Type.Object(
      { screen: Id, code: Type.String({ description: '6 位数字' }), key: Type.String(), expiresAt: Moment },
      closed,
    ),
    repeatable: true,
    audit: 'screens.offer',
    limit: { max: 30, seconds: 600 },
  }),
  pair: route({
    method: 'POST',
    path: '/desk/screens',
    access: clerk,
    summary: 'Pair the screen that shows this code with my window; the one paired before is released',
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }, closed),
    reply: ScreenRow,
    status: 201,
    audit: 'screens.pair',
    limit: { max: 20, seconds: 600 },
  }),
  mine: route({
    method: 'GET',
    path: '/desk/screen',
    access: clerk,
    summary: 'The screen of my window, if one is paired',
    reply: Type.Object({ screen: Type.Optional(ScreenRow) }, closed),
  }),
  release: route({
    method: 'DELETE',
    path: '/desk/screens/:screen',
    access: clerk,
    summary: 'Release the screen of my window; it forgets everything',
    params: AtScreen,
    audit: 'screens.release',
  }),
  show: route({
    method: 'GET',
    path: '/screens/:screen/show',
    access: 'public',
    summary: 'What this screen shows now',
    params: AtScreen,
    headers: ScreenKey,
    reply: Standing,
  }),
  watch: route({
    method: 'GET',
    path: '/screens/:screen/changes',
    access: 'public',
    summary: 'Tells the screen to ask again whenever something changed; carries no personal data',
    params: AtScreen,
    query: Type.Object({ ticket: Type.String({ maxLength: 100, description: '一次性的连接凭据' }) }, closed),
    reply: streamReply(Type.Object({ changed: Type.Boolean() }, closed)),
  }),
  ticket: route({
    method: 'POST',
    path: '/screens/:screen/tickets',
    access: 'public',
    summary: 'A ticket to open the stream with, good once for a minute',
    params: AtScreen,
    headers: ScreenKey,
    reply: Type.Object({ ticket: Type.String() }, closed),
    repeatable: true,
  }),
  sign: route({
    method: 'POST',
    path: '/screens/:screen/signatures',
    access: 'public',
    summary: 'The person signs what stands on the screen, or says that something is wrong',
    params: AtScreen,
    headers: ScreenKey,
    body: Type.Object(
      {
        /** The sitting or the collection that stands on the screen. */
        about: Id,
        verdict: Type.Enum(['sign', 'decline']),
        /** A PNG as base64, at most 200 kB. Who cannot draw declines, saying so, and the clerk signs on paper. */
        signature: Type.Optional(Type.String({ maxLength: 280_000 })),
        say: Type.Optional(Type.String({ maxLength: 200 })),
      },
      closed,
    ),
    reply: Standing,
    repeatable: true,
    audit: 'screens.sign',
  }),
};
