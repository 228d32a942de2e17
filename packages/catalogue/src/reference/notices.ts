import Type, { type Static } from 'typebox';
import { closed, origin, ShortTime } from './vocabulary.ts';

const Text = (maxLength: number, description: string) =>
  Type.String({ minLength: 2, maxLength, description });

const NoticeWords = Type.Object(
  {
    title: Text(60, '标题，显示在消息中心'),
    body: Text(400, '正文；{名字} 是占位，[方括号里] 的部分在占位没有内容时整段省去'),
    sms: Type.Optional(Text(300, '短信里的短说法；不写就用正文')),
  },
  closed,
);

const MailFrame = Type.Object(
  { greeting: Text(40, '称呼'), foot: Text(200, '落款，和怎么不再收邮件') },
  closed,
);

const Sample = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { ...closed, description: '预览用的例子' },
);

/** 微信模板: the id a template has in the bureau's own account, and which place fills which of its fields. */
const WechatTemplate = Type.Object(
  {
    template: Type.String({ minLength: 8, description: '模板 ID，在本单位公众号里申请得到' }),
    fields: Type.Record(Type.String({ pattern: '^[a-z_]+[0-9.A-Z_]*[a-zA-Z0-9]*$' }), Text(40, '占位的名字')),
  },
  closed,
);

const NoticeEvent = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$', description: '模块.发生了什么' }),
    when: Text(60, '什么时候发'),
    urgent: Type.Optional(Type.Literal(true, { description: '不等免打扰时段' })),
    once: Type.Optional(Type.Literal(true, { description: '交出去就不再自动重发，例如验证码' })),
    channels: Type.Array(Type.Enum(['app', 'sms', 'wechat', 'mail']), { minItems: 1 }),
    places: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]*$' }), Sample),
    zh: NoticeWords,
    en: NoticeWords,
    wechat: Type.Optional(WechatTemplate),
  },
  closed,
);
export type NoticeEvent = Static<typeof NoticeEvent>;

/** 通知文本 (notices/events.yaml): what people are told when, in both languages, and how they are reached by default. */
export const NoticeBook = Type.Object(
  {
    signature: Type.Object(
      { zh: Text(20, '短信签名，例如【通办】'), en: Text(20, '英文短信的签名') },
      closed,
    ),
    mail: Type.Object(
      { zh: MailFrame, en: MailFrame },
      { ...closed, description: '邮件的开头和结尾；标题和正文用每件事自己的' },
    ),
    defaults: Type.Object(
      {
        sms: Type.Boolean(),
        wechat: Type.Boolean(),
        quiet: Type.Object({ from: ShortTime, to: ShortTime }, { ...closed, description: '免打扰时段' }),
        licence_days: Type.Array(Type.Integer({ minimum: 1, maximum: 400 }), {
          minItems: 1,
          description: '证照到期前几天提醒，从早到晚',
        }),
        ...origin,
      },
      closed,
    ),
    events: Type.Array(NoticeEvent, { minItems: 1 }),
  },
  closed,
);
export type NoticeBook = Static<typeof NoticeBook>;
