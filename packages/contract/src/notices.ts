import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { fromGateway } from './gateways.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const admin = { roles: ['admin'], scope: 'bureau' } as const;

/** 渠道: the ways a notice goes. */
export const noticeChannels = ['app', 'sms', 'wechat', 'mail'] as const;
/** 送达状态: how far a notice has come by one channel; `sending` may be on its way, and only a receipt tells. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'delivered', 'failed', 'dropped'] as const;

const Channel = Type.Enum([...noticeChannels]);
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const Both = Type.Object({ zh: Type.String(), en: Type.String() }, closed);

/** 通知: one thing that was told to me, in the words of the text message. */
export const Notice = Type.Object(
  {
    notice: Id,
    at: Moment,
    title: Words,
    body: Words,
    read: Type.Boolean(),
    /** 关于什么: `booking:ID`, `ticket:ID`, `licence:ID`. */
    about: Type.Optional(Type.String()),
    case: Type.Optional(CaseNumber),
  },
  closed,
);
export type Notice = Static<typeof Notice>;

/** 接收方式: how I want to be told. */
export const NoticeChoice = Type.Object(
  {
    language: Type.Enum(['zh', 'en']),
    sms: Type.Boolean(),
    wechat: Type.Boolean(),
    mail: Type.Boolean(),
    /** 免打扰; absent: never quiet. */
    quiet: Type.Optional(Type.Object({ from: Clock, to: Clock }, closed)),
  },
  closed,
);
export type NoticeChoice = Static<typeof NoticeChoice>;
const ChoiceNow = Type.Object(
  {
    ...NoticeChoice.properties,
    phone: Type.Optional(Type.String({ description: '打码的手机号' })),
    wechatKnown: Type.Boolean(),
    /** Where WeChat says who somebody is; absent where the bureau has no official account. */
    wechatJoin: Type.Optional(Type.String()),
    /** Whether the bureau sends mail at all. */
    mailOffered: Type.Boolean(),
    mailAddress: Type.Optional(Type.String({ description: '确认过的邮箱，打码' })),
    mailAsked: Type.Optional(Type.String({ description: '等着确认的邮箱，打码' })),
  },
  closed,
);

const MailSent = Type.Object(
  {
    ...ChoiceNow.properties,
    simulatorCode: Type.Optional(Type.String({ description: '仅在模拟邮件服务器时返回' })),
  },
  closed,
);

/** 文本预览: the text of one event with its examples filled in. */
export const NoticePreview = Type.Object(
  {
    event: Type.String(),
    when: Type.String(),
    urgent: Type.Boolean(),
    once: Type.Boolean(),
    channels: Type.Array(Channel),
    title: Both,
    body: Both,
    sms: Both,
    mail: Both,
    subject: Both,
    /** Whether the bureau's own official account has a template for it. */
    hasTemplate: Type.Boolean(),
  },
  closed,
);
export type NoticePreview = Static<typeof NoticePreview>;

/** 发件箱: one notice on its way by a channel; only what a simulator took shows its words. */
export const Outgoing = Type.Object(
  {
    delivery: Id,
    event: Type.String(),
    channel: Channel,
    state: Type.Enum([...deliveryStates]),
    why: Type.Optional(Type.String()),
    attempts: Type.Integer(),
    provider: Type.Optional(Type.String()),
    madeAt: Moment,
    handedAt: Type.Optional(Moment),
    to: Type.Optional(Type.String({ description: '打码的号码' })),
    subject: Type.Optional(Type.String()),
    text: Type.Optional(Type.String()),
  },
  closed,
);
export type Outgoing = Static<typeof Outgoing>;

/** 每日数字: of the text messages that fell due on a day, how many were handed over within ten seconds. */
export const NoticeFigure = Type.Object(
  {
    day: Day,
    channel: Channel,
    due: Type.Integer(),
    handed: Type.Integer(),
    prompt: Type.Integer(),
    delivered: Type.Integer(),
    failed: Type.Integer(),
    dropped: Type.Integer(),
  },
  closed,
);
export type NoticeFigure = Static<typeof NoticeFigure>;

const Provider = Type.Object(
  {
    provider: Type.String(),
    channel: Channel,
    simulated: Type.Boolean(),
    weight: Type.Integer(),
    resting: Type.Boolean({ description: '连续失败，暂停使用中' }),
  },
  closed,
);

/** 通知 */
export const noticesRoutes = {
  list: route({
    method: 'GET',
    path: '/notices',
    access: own,
    summary: 'What I was told, newest first, of one case or of all',
    query: Type.Object(
      { case: Type.Optional(CaseNumber), after: Type.Optional(Type.String({ maxLength: 120 })) },
      closed,
    ),
    reply: Type.Object(
      {
        notices: Type.Array(Notice),
        /** 有通知的办件: the latest cases there are notices of. */
        cases: Type.Array(CaseNumber),
        unread: Type.Integer(),
        next: Type.Optional(Type.String()),
      },
      closed,
    ),
  }),
  unread: route({
    method: 'GET',
    path: '/notices/unread',
    access: own,
    summary: 'How many notices I have not read, up to 99',
    reply: Type.Object({ unread: Type.Integer() }, closed),
  }),
  read: route({
    method: 'POST',
    path: '/notices/readings',
    access: own,
    summary: 'Mark one notice as read, or all up to the newest I have seen',
    body: Type.Object({ notice: Type.Optional(Id), until: Type.Optional(Moment) }, closed),
    repeatable: true,
    audit: 'notices.read',
  }),
  choice: route({
    method: 'GET',
    path: '/notice-choice',
    access: own,
    summary: 'How I want to be told',
    reply: ChoiceNow,
  }),
  choose: route({
    method: 'PUT',
    path: '/notice-choice',
    access: own,
    summary: 'Choose channels, language and quiet hours',
    body: NoticeChoice,
    reply: ChoiceNow,
    audit: 'notices.choose',
  }),
  joinWechat: route({
    method: 'PUT',
    path: '/notice-choice/wechat',
    access: own,
    summary: 'Let the official account write to me; code and state come back from WeChat',
    body: Type.Object(
      {
        code: Type.String({ minLength: 1, maxLength: 200 }),
        state: Type.String({ minLength: 1, maxLength: 100 }),
      },
      closed,
    ),
    reply: ChoiceNow,
    audit: 'notices.join-wechat',
    limit: { max: 20, seconds: 600 },
  }),
  leaveWechat: route({
    method: 'DELETE',
    path: '/notice-choice/wechat',
    access: own,
    summary: 'Let the official account forget me',
    audit: 'notices.leave-wechat',
  }),
  claimMail: route({
    method: 'PUT',
    path: '/notice-choice/mail',
    access: own,
    summary: 'Give a mail address; a one-time code is sent there, and nothing else until it is confirmed',
    body: Type.Object({ address: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
    reply: MailSent,
    audit: 'notices.claim-mail',
    limit: { max: 6, seconds: 3600 },
  }),
  confirmMail: route({
    method: 'PUT',
    path: '/notice-choice/mail/code',
    access: own,
    summary: 'Type the code that was sent to my mail address',
    body: Type.Object({ code: Type.String({ maxLength: 20 }) }, closed),
    reply: ChoiceNow,
    audit: 'notices.confirm-mail',
    limit: { max: 30, seconds: 600 },
  }),
  leaveMail: route({
    method: 'DELETE',
    path: '/notice-choice/mail',
    access: own,
    summary: 'Have my mail address forgotten',
    audit: 'notices.leave-mail',
  }),
  receipt: route({
    method: 'POST',
    path: '/sms-receipts/:provider',
    access: 'public',
    summary:
      'A gateway tells what became of a message; signed with its key, and the same receipt twice changes nothing',
    ...fromGateway,
    repeatable: true,
    limit: { max: 60_000, seconds: 60 },
  }),
  texts: route({
    method: 'GET',
    path: '/desk/notices/texts',
    access: admin,
    summary: 'Every text with its examples filled in, per language and channel',
    reply: Type.Array(NoticePreview),
  }),
  outgoing: route({
    method: 'GET',
    path: '/desk/notices/outbox',
    access: admin,
    summary: 'What is on its way or was handed over, newest first; words only where a simulator took them',
    query: Type.Object(
      {
        channel: Type.Optional(Channel),
        state: Type.Optional(Type.Enum([...deliveryStates])),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object({ outgoing: Type.Array(Outgoing), next: Type.Optional(Type.String()) }, closed),
  }),
  figures: route({
    method: 'GET',
    path: '/desk/notices/figures',
    access: admin,
    summary:
      'The daily figures of the last two weeks with today as it stands, and how the providers share the work',
    reply: Type.Object({ days: Type.Array(NoticeFigure), providers: Type.Array(Provider) }, closed),
  }),
};
