import Type, { type Static } from 'typebox';
import { Basis } from './provenance.ts';

const closed = { additionalProperties: false } as const;
const ChineseId = Type.String({ minLength: 1, maxLength: 24, description: '中文短名，条件里用它' });
const When = Type.String({ minLength: 1, description: '条件，严格 FEEL 子集' });

/** 事实: one question of the guide with its finite domain. */
export const FactDefinition = Type.Object(
  {
    id: ChineseId,
    ask: Type.String({ minLength: 3, description: '对群众的问法，用“您”' }),
    role: Type.Union([Type.Literal('situation'), Type.Literal('modifier')]),
    type: Type.Union([
      Type.Literal('choice'),
      Type.Literal('bool'),
      Type.Literal('multi'),
      Type.Literal('number'),
    ]),
    options: Type.Optional(Type.Array(Type.String(), { minItems: 2 })),
    option_help: Type.Optional(Type.Record(Type.String(), Type.String())),
    prior: Type.Optional(Type.Array(Type.Number({ minimum: 0, maximum: 1 }))),
    unit: Type.Optional(Type.String()),
    min: Type.Optional(Type.Integer()),
    max: Type.Optional(Type.Integer()),
    when: Type.Optional(When),
    help: Type.Optional(Type.String()),
    not_sure: Type.Optional(Type.String({ description: '不清楚时怎么弄清楚' })),
    prefill: Type.Optional(Type.String()),
    derive: Type.Optional(Type.String({ description: '由日期推出的整数，例如 months_between(…, today)' })),
  },
  closed,
);
export type FactDefinition = Static<typeof FactDefinition>;

/** 随行人: a sub-guide answered once for each accompanying person; lifted to the item by count, any and all. */
const PeopleDefinition = Type.Object(
  {
    id: ChineseId,
    ask: Type.String(),
    max: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    facts: Type.Array(FactDefinition),
  },
  closed,
);

const exclusive = {
  id: Type.String({ minLength: 1, maxLength: 24 }),
  when: Type.Optional(When),
  otherwise: Type.Optional(Type.Literal(true)),
  say: Type.Optional(Type.String()),
  basis: Type.Optional(Basis),
};

/** 情形引导: facts, layers and constraints of one item; conditions are the strict FEEL subset of packages/guide. */
export const GuideDefinition = Type.Object(
  {
    facts: Type.Array(FactDefinition),
    people: Type.Optional(Type.Array(PeopleDefinition)),
    defs: Type.Optional(Type.Record(Type.String(), When)),
    constraints: Type.Optional(Type.Array(When)),
    route: Type.Optional(
      Type.Array(Type.Object({ to: Type.String(), when: When, say: Type.Optional(Type.String()) }, closed)),
    ),
    eligibility: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            verdict: Type.Union([Type.Literal('no'), Type.Literal('person')]),
            when: When,
            say: Type.String(),
            next: Type.Optional(Type.String({ description: '那该怎么办，一句话' })),
            basis: Basis,
          },
          closed,
        ),
      ),
    ),
    channel: Type.Optional(Type.Array(Type.Object(exclusive, closed))),
    limit: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...exclusive,
            days: Type.Integer({ minimum: 0 }),
            unit: Type.Union([Type.Literal('working'), Type.Literal('natural')]),
          },
          closed,
        ),
      ),
    ),
    source: Basis,
  },
  closed,
);
export type GuideDefinition = Static<typeof GuideDefinition>;
