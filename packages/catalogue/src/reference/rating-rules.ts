import Type, { type Static } from 'typebox';
import { closed, Id, origin } from './vocabulary.ts';

const LevelCode = Type.Integer({ minimum: 1, maximum: 5, description: '满意度代码，国家标准的 1 到 5' });
/** 评价渠道: the channels of the national standard, by names of this house; the standard’s own codes were not read. */
export const ratingChannels = [
  'web',
  'mobile',
  'qr',
  'hall-tablet',
  'hall-terminal',
  'phone',
  'sms',
] as const;
const Channel = Type.Enum([...ratingChannels]);
const days = (description: string) => Type.Integer({ minimum: 1, maximum: 365, description });
const say = (description: string) => Type.String({ minLength: 1, maxLength: 60, description });

const Where = Type.Enum(['online', 'offline'], { description: '线上还是线下' });
const minutes = (description: string, maximum: number) =>
  Type.Object({ minutes: Type.Integer({ minimum: 1, maximum, description }), ...origin }, closed);

/** 好差评规则 (ratings/rules.yaml): levels, indicators, channels, reason chips, deadlines, and the questions of surveys. */
export const RatingRules = Type.Object(
  {
    levels: Type.Array(
      Type.Object(
        {
          code: LevelCode,
          name: say('等级名称'),
          name_en: say('等级的英文'),
          favourable: Type.Boolean({ description: '算不算好评' }),
          ...origin,
        },
        closed,
      ),
    ),
    channels: Type.Array(
      Type.Object(
        {
          id: Channel,
          name: say('渠道名称'),
          where: Where,
          code: Type.Optional(Type.String({ minLength: 1, description: '上级平台的渠道代码，知道才写' })),
          ...origin,
        },
        closed,
      ),
    ),
    indicators: Type.Array(
      Type.Object(
        {
          id: Id,
          name: say('评价指标'),
          name_en: say('评价指标的英文'),
          where: Where,
          overall: Type.Optional(
            Type.Boolean({ description: '整体满意度：由等级本身说明，不由原因标签说明' }),
          ),
          ...origin,
        },
        closed,
      ),
    ),
    reasons: Type.Array(
      Type.Object(
        {
          id: Id,
          say: say('原因标签'),
          say_en: say('原因标签的英文'),
          indicators: Type.Array(Id, { minItems: 1, description: '说的是哪项指标；线上线下各一项' }),
          levels: Type.Array(LevelCode, { minItems: 1 }),
          channels: Type.Array(Channel, { minItems: 1 }),
          ...origin,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    rate_within: Type.Object(
      { days: days('办完后多少天内可以评'), unit: Type.Enum(['working', 'natural']), ...origin },
      closed,
    ),
    repair: Type.Object(
      {
        days: days('差评整改的期限'),
        unit: Type.Enum(['working', 'natural']),
        warn_days: days('离到期还有几个工作日亮黄灯，并提醒领办人'),
        call_tries: Type.Integer({
          ...{ minimum: 1, maximum: 10, description: '回访几次联系不上，可以写明情况办结' },
        }),
        ...origin,
      },
      closed,
    ),
    default_favourable: Type.Object(
      {
        on: Type.Boolean({ description: '到期没评，是否记一条默认评价' }),
        after_days: days('办完后多少个自然日没评'),
        level: LevelCode,
        ...origin,
      },
      closed,
    ),
    tablet_minutes: minutes('办完后几分钟内在平板上请人评价', 30),
    kiosk_minutes: minutes('办完后几分钟内可以在本大厅的自助机上凭号评价', 1440),
    invite_after: minutes('办完后过几分钟还没评，发一次评价邀请', 10_080),
    surveys: Type.Array(
      Type.Object(
        {
          id: Id,
          title: say('问卷名称'),
          title_en: say('问卷的英文名称'),
          questions: Type.Array(
            Type.Object(
              {
                id: Id,
                ask: Type.String({ minLength: 2, maxLength: 100 }),
                ask_en: Type.String({ minLength: 2, maxLength: 200 }),
              },
              closed,
            ),
            { minItems: 1, maxItems: 20 },
          ),
          ...origin,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type RatingRules = Static<typeof RatingRules>;
