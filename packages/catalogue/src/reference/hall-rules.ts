import Type, { type Static } from 'typebox';
import { closed, Id, origin, ShortTime } from './vocabulary.ts';

const Percent = Type.Integer({ minimum: 0, maximum: 100 });
const minutes = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description });

const BookingRules = Type.Object(
  {
    lead_minutes: minutes(0, 10_080, '最晚提前多少分钟约'),
    horizon_days: Type.Integer({ minimum: 1, maximum: 180, description: '最多约到几天以后' }),
    step_minutes: Type.Enum([5, 10, 15, 20, 30, 60], { description: '每隔几分钟有一个开始时间' }),
    hold_minutes: minutes(1, 60, '选好时间后留几分钟确认'),
    offer_minutes: minutes(1, 1440, '候补到的时间留几分钟确认'),
    live_per_item: Type.Integer({ minimum: 1, description: '一人一个事项同时最多几个预约' }),
    per_day: Type.Integer({ minimum: 1, description: '一人一天最多几个预约' }),
    no_shows: Type.Object(
      {
        times: Type.Integer({ minimum: 1 }),
        within_months: Type.Integer({ minimum: 1 }),
        limited_days: Type.Integer({ minimum: 1, description: '停止网上预约几天' }),
      },
      closed,
    ),
    walk_in_share: Type.Integer({ ...Percent, description: '留给现场取号的比例，百分数' }),
    priority_share: Type.Integer({ ...Percent, description: '可约名额里留给绿色通道的比例，百分数' }),
    make_up_days_as: Type.Integer({ minimum: 1, maximum: 7, description: '调休上班日按星期几的时间开放' }),
    release: Type.Array(
      Type.Object(
        {
          share: Type.Integer({ minimum: 1, maximum: 100, description: '这一批放出几成，百分数' }),
          days_before: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 180, description: '提前几天放号；不写就是一开始' }),
          ),
          at: ShortTime,
        },
        closed,
      ),
      { minItems: 1, description: '分批放号，各批合计 100' },
    ),
    check_in: Type.Object(
      {
        early_minutes: minutes(0, 240, '最早提前多少分钟签到'),
        late_minutes: minutes(0, 240, '晚到多少分钟还算按时'),
      },
      closed,
    ),
    remind: Type.Object(
      { day_before_at: ShortTime, minutes_before: minutes(10, 1440, '开始前多少分钟再提醒一次') },
      closed,
    ),
    ...origin,
  },
  closed,
);

const QueueRules = Type.Object(
  {
    walk_in_minutes: minutes(5, 480, '现场取号按等候不超过多少分钟排'),
    booked_minutes: minutes(0, 60, '按时到的预约，到点后多少分钟内叫'),
    priority_minutes: minutes(0, 60, '绿色通道，取号后多少分钟内叫'),
    forward_minutes: minutes(0, 60, '转窗口保留次序的，多少分钟内叫'),
    park_minutes: minutes(1, 240, '暂缓，没说多久时按多少分钟'),
    calls: Type.Integer({ minimum: 1, maximum: 10, description: '叫几遍不到算过号' }),
    rejoin: Type.Object(
      {
        places: Type.Integer({ minimum: 0, maximum: 50, description: '过号后重新排，往后几位' }),
        within_minutes: minutes(1, 480, '过号后多久内可以重新排'),
      },
      closed,
    ),
    come_back_minutes: minutes(10, 480, '预计要等超过多少分钟，就给一个回来的时间'),
    ...origin,
  },
  closed,
);

const EstimateRules = Type.Object(
  {
    runs: Type.Integer({ minimum: 10, maximum: 200, description: '每次预估推演几遍' }),
    working_days: Type.Integer({ minimum: 1, maximum: 120, description: '用最近几个工作日的办理用时' }),
    samples: Type.Integer({ minimum: 1, description: '少于这么多件，往设定的用时上靠' }),
    spread: Type.Number({ minimum: 0.1, maximum: 2, description: '没有记录时，办理用时的变异系数' }),
    show_rate: Type.Integer({ ...Percent, description: '没有记录时，预约的人来的比例，百分数' }),
    cover_alert: Type.Integer({ ...Percent, description: '实际等候落在预估之内的比例低于这么多要提醒' }),
    ...origin,
  },
  closed,
);

const Priority = Type.Object(
  {
    id: Type.Enum(['elder', 'minor', 'soldier', 'talent', 'pregnant', 'disabled']),
    say: Type.String({ minLength: 2, maxLength: 20, description: '写在号上、屏上的叫法' }),
    say_en: Type.String({ minLength: 2 }),
    from_age: Type.Optional(Type.Integer({ minimum: 1, description: '满几周岁' })),
    under_age: Type.Optional(Type.Integer({ minimum: 1, description: '不满几周岁' })),
    licences: Type.Optional(
      Type.Array(Id, { minItems: 1, description: '有其中一种有效证照就算（见 licences/types.yaml）' }),
    ),
    reception: Type.Optional(Type.Literal(true, { description: '只由导办台当面认定' })),
    ...origin,
  },
  closed,
);

const SlotRule = Type.Object(
  {
    item: Id,
    when: Type.Record(
      Type.String({ minLength: 1 }),
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
      {
        minProperties: 1,
        description: '情形：引导里的问题和其中任何一个回答；几个问题都要对上',
      },
    ),
    minutes: minutes(5, 240, '这种情形在窗口要多少分钟'),
    ...origin,
  },
  closed,
);

/** 大厅规则 (halls/rules.yaml): how times are booked, who is called when, and what makes a hall manager look. */
export const HallRules = Type.Object(
  {
    booking: BookingRules,
    slots: Type.Optional(
      Type.Array(SlotRule, {
        description: '按情形的时长，从上往下认第一条；都不是，按事项自己的 slot_minutes',
      }),
    ),
    queue: QueueRules,
    estimate: EstimateRules,
    alerts: Type.Object(
      {
        wait_minutes: minutes(5, 480, '等候超过多少分钟提醒'),
        idle_minutes: minutes(1, 240, '有人排队而窗口空着多少分钟提醒'),
        ...origin,
      },
      closed,
    ),
    speech: Type.Object(
      {
        volume: Type.Array(Type.Object({ from: ShortTime, to: ShortTime, volume: Percent }, closed), {
          minItems: 1,
          description: '叫号音量，按时段',
        }),
        ...origin,
      },
      closed,
    ),
    priorities: Type.Array(Priority, { minItems: 1, description: '绿色通道，从上往下认' }),
  },
  closed,
);
export type HallRules = Static<typeof HallRules>;
