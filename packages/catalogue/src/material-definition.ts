import Type, { type Static } from 'typebox';
import { Basis, Limit, Provenance } from './provenance.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' });

/** 告知承诺书: what somebody is told before they may promise in place of bringing a material. */
export const PromiseNotice = Type.Object(
  {
    basis: Type.Array(Basis, { minItems: 1, description: '设定依据' }),
    proves: Type.String({ minLength: 4, description: '本来要证明什么' }),
    conditions: Type.Array(Type.String({ minLength: 4 }), { minItems: 1, description: '承诺人要满足的条件' }),
    liability: Type.Array(Type.String({ minLength: 4 }), { minItems: 1, description: '不实承诺的后果' }),
    check_within: Limit,
    public: Type.Boolean({ description: '承诺书是否公开' }),
    ...Provenance.properties,
  },
  closed,
);
export type PromiseNotice = Static<typeof PromiseNotice>;

/** 替代方式: how a material may be left out because the state already knows it or will find out. */
export const Substitute = Type.Object(
  {
    by: Type.Union([
      Type.Literal('licence'),
      Type.Literal('data-check'),
      Type.Literal('investigation'),
      Type.Literal('promise'),
      Type.Literal('none'),
    ]),
    licence: Type.Optional(Id),
    wallet: Type.Optional(Type.Literal('other', { description: '证照是别人的：申请人证照夹里的不能代替' })),
    else: Type.Optional(
      Type.Union([Type.Literal('data-check'), Type.Literal('investigation'), Type.Literal('promise')]),
    ),
    promise: Type.Optional(PromiseNotice),
  },
  closed,
);
export type Substitute = Static<typeof Substitute>;

/** 收件要点/审查要点: one thing to check on a material, the same for the citizen, the window and the reviewer. */
export const Checkpoint = Type.Object(
  {
    id: Id,
    check: Type.String({ minLength: 4 }),
    at: Type.Array(Type.Union([Type.Literal('intake'), Type.Literal('review')]), { minItems: 1 }),
    by: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('data-check')])),
  },
  closed,
);
export type Checkpoint = Static<typeof Checkpoint>;

/** 材料: one thing to bring, with its holder, form, substitution, checkpoints and the condition under which it is needed. */
export const MaterialDefinition = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2 }),
    holder: Type.String({ description: '谁的，例如 申请人、配偶、户主' }),
    issuer: Type.Optional(Type.String({ description: '由谁出具' })),
    get: Type.Optional(Type.String({ description: '没有时怎么办，一句话' })),
    form: Type.Object(
      {
        original: Type.Integer({ minimum: 0, maximum: 9, description: '原件份数（核验后退还或收取）' }),
        copy: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
        stamp: Type.Optional(Type.Boolean()),
        template: Type.Optional(Type.String()),
        keep: Type.Optional(Type.Boolean({ description: '原件是否收走' })),
      },
      closed,
    ),
    substitute: Substitute,
    when: Type.Optional(Type.String({ description: '需要这份材料的条件；不写表示总是需要' })),
    for_each: Type.Optional(Type.String({ description: '随行人 id；每人一份' })),
    photo: Type.Optional(
      Type.Object(
        {
          good: Type.Optional(Type.String()),
          bad: Type.Optional(Type.String()),
          tip: Type.String({ description: '怎样拍，一句话' }),
        },
        closed,
      ),
    ),
    basis: Type.Union([Basis, Provenance]),
    checkpoints: Type.Array(Checkpoint, { minItems: 1 }),
  },
  closed,
);
export type MaterialDefinition = Static<typeof MaterialDefinition>;

/** 材料清单 (materials.yaml): every material of one item, needed or not. */
export const MaterialList = Type.Array(MaterialDefinition);
