import Type, { type Static } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，例如 2026-01-31' });

/** 来源: where a fact was read, as of when and for which division; `recalled` marks what was remembered without a source. */
export const Provenance = Type.Object(
  {
    source: Type.String({
      minLength: 1,
      description: '来源键（见 content/sources.yaml），没有来源写 recalled',
    }),
    as_of: Type.Optional(Day),
    jurisdiction: Type.Optional(
      Type.String({ pattern: '^\\d{2}(\\d{2}){0,5}$', description: '适用区划代码' }),
    ),
  },
  { additionalProperties: false },
);
export type Provenance = Static<typeof Provenance>;

/** 期限: a number of days with its unit; working days follow the statutory calendar, natural days do not. */
export const Limit = Type.Object(
  {
    days: Type.Integer({ minimum: 0, maximum: 730, description: '天数；0 表示当场办结' }),
    unit: Type.Union([Type.Literal('working'), Type.Literal('natural')]),
    ...Provenance.properties,
  },
  { additionalProperties: false },
);
export type Limit = Static<typeof Limit>;

/** 依据: one legal basis, by law and article, with its source. */
export const Basis = Type.Object(
  {
    law: Type.Optional(Type.String({ minLength: 2 })),
    article: Type.Optional(Type.String()),
    ...Provenance.properties,
  },
  { additionalProperties: false },
);
export type Basis = Static<typeof Basis>;
