import Type, { type Static } from 'typebox';
import { NoticePreview, noticeChannels } from './notices.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const admin = { roles: ['admin'], scope: 'bureau' } as const;

/** 预警状态: asked for, declined by the second person, on its way to people, told to all, or of no use before all were told. */
export const warningStates = ['asked', 'declined', 'going', 'told', 'stale'] as const;

const said = (maxLength: number) => Type.String({ minLength: 2, maxLength, pattern: '\\S' });
const WarningText = Type.Object(
  {
    title: said(40),
    text: said(300),
    english: Type.Optional(Type.Object({ title: said(80), text: said(600) }, closed)),
    /** 紧急: goes by text message too, and does not wait for the end of quiet hours. */
    urgent: Type.Boolean(),
  },
  closed,
);
export type WarningText = Static<typeof WarningText>;

/** 新预警: what somebody asks to have told to everybody, and from when it is of no use any more. */
export const NewWarning = Type.Object({ ...WarningText.properties, staleAfter: Moment }, closed);
export type NewWarning = Static<typeof NewWarning>;

/** 预警: one warning with how far it has come. */
export const Warning = Type.Object(
  {
    ...NewWarning.properties,
    warning: Id,
    state: Type.Enum([...warningStates]),
    told: Type.Integer({ description: '告诉了多少人' }),
    askedBy: Type.String(),
    askedAt: Moment,
    /** Whether I asked for it, so that somebody else has to confirm it. */
    mine: Type.Boolean(),
    settledBy: Type.Optional(Type.String()),
    settledAt: Type.Optional(Moment),
  },
  closed,
);
export type Warning = Static<typeof Warning>;

/** 反诈预警 */
export const warningsRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/notices/warnings',
    access: admin,
    summary: 'The latest fifty warnings, newest first',
    reply: Type.Array(Warning),
  }),
  preview: route({
    method: 'POST',
    path: '/desk/notices/warning-previews',
    access: admin,
    summary: 'What a warning would say by each channel; keeps nothing',
    body: WarningText,
    reply: NoticePreview,
    repeatable: true,
    audit: 'notices.preview-warning',
  }),
  ask: route({
    method: 'POST',
    path: '/desk/notices/warnings',
    access: admin,
    summary: 'Ask for a warning to everybody with an account; it goes when somebody else has confirmed it',
    body: NewWarning,
    reply: Warning,
    audit: 'notices.ask-warning',
  }),
  settle: route({
    method: 'POST',
    path: '/desk/notices/warnings/:warning/settlements',
    access: admin,
    summary: 'Confirm or decline a warning somebody else asked for',
    params: Type.Object({ warning: Id }, closed),
    body: Type.Object({ verdict: Type.Enum(['confirm', 'decline']) }, closed),
    reply: Warning,
    audit: 'notices.settle-warning',
  }),
};

/** 按天数: what one day brought; channels of cases as the case knows them, `unknown` from before they were kept apart. */
export const DayCount = Type.Object(
  {
    day: Day,
    accounts: Type.Integer({ description: '新账户' }),
    cases: Type.Array(Type.Object({ channel: Type.String(), count: Type.Integer() }, closed)),
    messages: Type.Array(
      Type.Object(
        {
          channel: Type.Enum([...noticeChannels]),
          due: Type.Integer(),
          /** 十秒内交出 */
          prompt: Type.Integer(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type DayCount = Static<typeof DayCount>;

/** 数字 */
export const countsRoutes = {
  days: route({
    method: 'GET',
    path: '/desk/notices/counts',
    access: admin,
    summary:
      'New accounts, cases handed in and messages by channel, for each day of a span of at most 92 days',
    query: Type.Object({ from: Day, to: Day }, closed),
    reply: Type.Array(DayCount),
  }),
};
