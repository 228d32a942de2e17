import Type, { type Static } from 'typebox';
import { GuideDefinition } from './guide-definition.ts';
import { MaterialDefinition } from './material-definition.ts';
import { Basis, Limit, Provenance } from './provenance.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$', description: '英文小写短名' });

/** 收费: one fee of an item; `when` is a condition over the guide's facts, absent means always. */
const Fee = Type.Object(
  {
    id: Id,
    name: Type.String(),
    fen: Type.Integer({ minimum: 0, description: '金额，单位分' }),
    when: Type.Optional(Type.String()),
    pay_online: Type.Boolean(),
    before_result: Type.Optional(
      Type.Boolean({ description: '先缴后领：没有缴清，结果不发、不寄；不写的，结果不等缴费' }),
    ),
    basis: Basis,
  },
  closed,
);

const Step = Type.Object(
  {
    id: Id,
    name: Type.String(),
    role: Type.Enum(['clerk', 'approver', 'head']),
    within: Type.Optional(
      Type.Object({ days: Type.Integer({ minimum: 0 }), unit: Type.Enum(['working', 'natural']) }, closed),
    ),
    checks: Type.Optional(Type.Array(Type.String())),
    four_eyes: Type.Optional(Type.Boolean()),
    group: Type.Optional(Type.String({ description: '并行环节：同一组的环节一起打开，都通过了才往下走' })),
    signatures: Type.Optional(
      Type.Integer({ minimum: 2, maximum: 9, description: '会签：这一环节要几个人各自通过' }),
    ),
    bulk: Type.Optional(
      Type.Boolean({
        description: '这一环节可以批量通过：每个要点都已标为无误，并且不要求换人复核（four_eyes）',
      }),
    ),
  },
  closed,
);

/** 事项: everything about one service item that every channel needs; the text of item.yaml. */
export const ItemDefinition = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2 }),
    also: Type.Array(Type.String(), { description: '群众常用的说法，供搜索和热线使用' }),
    line: Type.Enum(['household', 'residence', 'exit-entry', 'traffic', 'public-order', 'network', 'fire']),
    type: Type.String({ pattern: '^\\d{2}$', description: 'GB/T 39046 事项类型代码' }),
    type_source: Type.Optional(Provenance),
    level: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1 }),
    codes: Type.Object(
      { basic: Type.Optional(Type.String({ pattern: '^\\d{12}$' })), local: Type.String() },
      closed,
    ),
    master: Type.Enum(['nation', 'province', 'city']),
    locked: Type.Array(Type.String()),
    serves: Type.Array(Type.Enum(['natural-person', 'enterprise', 'organisation']), { minItems: 1 }),
    kind: Type.Enum(['immediate', 'promised', 'query']),
    status: Type.Optional(Type.Enum(['active', 'historical'])),
    opens: Type.Optional(Type.String({ description: '事项在其他系统办理时，说明由谁办理' })),
    who: Type.String({ description: '谁可以办，一两句大白话' }),
    conditions: Type.Array(Type.String()),
    basis: Type.Array(Basis, { minItems: 1 }),
    limits: Type.Object(
      {
        statutory: Type.Optional(Limit),
        statutory_reason: Type.Optional(Type.String()),
        promised: Limit,
        note: Type.Optional(Type.String()),
      },
      closed,
    ),
    visits: Type.Object(
      { count: Type.Integer({ minimum: 0, maximum: 5 }), reason: Type.Optional(Type.String()) },
      closed,
    ),
    fees: Type.Array(Fee),
    /** 加处罚款: named only by an item whose law has it; an item without it costs nothing more when paid late. */
    late_fee: Type.Optional(
      Type.Object(
        {
          per_day_ten_thousandths: Type.Integer({ minimum: 1, maximum: 10_000, description: '每日万分之几' }),
          basis: Basis,
        },
        closed,
      ),
    ),
    result: Type.Object(
      {
        name: Type.String(),
        kind: Type.Enum(['licence', 'document', 'decision', 'record', 'none']),
        licence: Type.Optional(Id),
        validity: Type.Optional(Type.String()),
        sample: Type.Optional(Type.String()),
      },
      closed,
    ),
    channels: Type.Object(
      {
        web: Type.Enum(['full', 'pre-acceptance', 'booking', 'consult', 'none']),
        hall: Type.Boolean(),
        kiosk: Type.Boolean(),
        phone: Type.Enum(['consult', 'none']),
        post: Type.Optional(Type.Boolean()),
        cross_region: Type.Enum(['none', 'nation', 'cross-province', 'province', 'city']),
      },
      closed,
    ),
    hall: Type.Object(
      {
        slot_minutes: Type.Integer({ minimum: 5, maximum: 240 }),
        skills: Type.Array(Id),
        booking: Type.Boolean(),
      },
      closed,
    ),
    steps: Type.Array(Step, { minItems: 1 }),
    special_procedures: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          type: Type.Enum(['extend', 'suspend']),
          max: Type.Object({ days: Type.Integer(), unit: Type.Enum(['working', 'natural']) }, closed),
        },
        closed,
      ),
    ),
    dispatch: Type.Object({ by: Type.Array(Type.Enum(['jurisdiction', 'skill', 'load'])) }, closed),
    refusal: Type.Object(
      { remedies: Type.Array(Type.Enum(['reconsideration', 'litigation', 'stuck-window'])) },
      closed,
    ),
    faq: Type.Array(Type.Object({ q: Type.String(), a: Type.String() }, closed)),
    not_asked_any_more: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          since: Type.Optional(Type.String()),
          instead: Type.Enum(['licence', 'data-check', 'investigation', 'promise', 'none']),
          ...Provenance.properties,
        },
        closed,
      ),
    ),
    tags: Type.Optional(
      Type.Array(
        Type.Enum(['instant', 'online', 'nearby', 'one-net', 'one-licence', 'one-visit', 'one-hall']),
        {
          description: '马上办 网上办 就近办 一网清 一证通 一次跑 一厅结',
        },
      ),
    ),
    source: Provenance,
  },
  closed,
);
export type ItemDefinition = Static<typeof ItemDefinition>;

/** 英文文本: the English words of one item, by the ids of its Chinese source; what is missing is shown as missing. */
export const EnglishText = Type.Object(
  {
    name: Type.String(),
    also: Type.Optional(Type.Array(Type.String())),
    who: Type.Optional(Type.String()),
    conditions: Type.Optional(Type.Array(Type.String())),
    result: Type.Optional(Type.String()),
    visits_reason: Type.Optional(Type.String()),
    opens: Type.Optional(Type.String()),
    validity: Type.Optional(Type.String()),
    statutory_reason: Type.Optional(Type.String()),
    limit_note: Type.Optional(Type.String()),
    steps: Type.Optional(Type.Record(Type.String(), Type.String(), { description: '键为环节 id' })),
    not_asked: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: '键为不再要的证明的中文名称' }),
    ),
    facts: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object(
          {
            ask: Type.String(),
            help: Type.Optional(Type.String()),
            not_sure: Type.Optional(Type.String()),
            unit: Type.Optional(Type.String()),
            options: Type.Optional(Type.Record(Type.String(), Type.String())),
            option_help: Type.Optional(Type.Record(Type.String(), Type.String())),
          },
          closed,
        ),
      ),
    ),
    materials: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object(
          {
            name: Type.String(),
            holder: Type.Optional(Type.String()),
            issuer: Type.Optional(Type.String()),
            get: Type.Optional(Type.String()),
            tip: Type.Optional(Type.String()),
            when: Type.Optional(Type.String({ description: '什么情况下要，一句话' })),
            checkpoints: Type.Optional(Type.Record(Type.String(), Type.String())),
          },
          closed,
        ),
      ),
    ),
    says: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: '路线、资格、渠道、期限、收费的英文说法，键为 层:id 或 层:id.next',
      }),
    ),
    faq: Type.Optional(Type.Array(Type.Object({ q: Type.String(), a: Type.String() }, closed))),
  },
  closed,
);
export type EnglishText = Static<typeof EnglishText>;

/** 表单: fields asked only when nothing already knows them; the same file for portal, window, kiosk and phone. */
export const FormDefinition = Type.Array(
  Type.Object(
    {
      id: Id,
      use: Type.Optional(
        Type.Enum([
          'person',
          'enterprise',
          'address',
          'phone',
          'text',
          'long-text',
          'date',
          'number',
          'choice',
          'declaration',
        ]),
      ),
      ask: Type.Optional(Type.String()),
      ask_en: Type.Optional(Type.String()),
      help: Type.Optional(Type.String()),
      options: Type.Optional(Type.Array(Type.String())),
      optional: Type.Optional(Type.Boolean()),
      prefill: Type.Optional(Type.String({ description: 'identity 或 licence.类型.字段' })),
      within: Type.Optional(Type.Enum(['city', 'province', 'nation'])),
      purpose: Type.Optional(Type.String({ description: '为什么要这一项（个人信息最小必要）' })),
      basis: Type.Optional(Basis),
      when: Type.Optional(Type.String()),
      for_each: Type.Optional(Type.String()),
      text: Type.Optional(Type.String()),
      text_en: Type.Optional(Type.String()),
    },
    closed,
  ),
);
export type FormDefinition = Static<typeof FormDefinition>;

/** One whole item as its folder says it: item.yaml, guide.yaml, materials.yaml, form.yaml, text.en.yaml. */
export const ItemFolder = Type.Object(
  {
    item: ItemDefinition,
    guide: GuideDefinition,
    materials: Type.Array(MaterialDefinition),
    form: FormDefinition,
    english: Type.Optional(EnglishText),
  },
  closed,
);
export type ItemFolder = Static<typeof ItemFolder>;
