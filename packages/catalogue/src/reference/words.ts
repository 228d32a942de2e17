import Type, { type Static } from 'typebox';
import { closed, Day, Id, prov } from './vocabulary.ts';

/** 来源表 (sources.yaml): what each source key of the content stands for. */
export const Sources = Type.Record(
  Type.String({ pattern: '^([A-Z][A-Z0-9-]*|recalled)$' }),
  Type.Object(
    {
      title: Type.String({ minLength: 2 }),
      kind: Type.Enum(['standard', 'schema', 'code', 'law', 'web', 'seed', 'package', 'recalled']),
      urls: Type.Optional(Type.Array(Type.String())),
      note: Type.Optional(Type.String()),
      weak: Type.Optional(Type.Literal(true, { description: '第三方转载或不完整' })),
      recalled: Type.Optional(Type.Literal(true)),
    },
    closed,
  ),
);
export type Sources = Static<typeof Sources>;

/** 同义词 (words/synonyms.yaml): what people say and the legal word it means. */
export const Synonyms = Type.Object(
  {
    pairs: Type.Array(
      Type.Object(
        {
          say: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
          means: Type.String({ minLength: 1 }),
          items: Type.Optional(Type.Array(Id)),
          themes: Type.Optional(Type.Array(Id)),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Synonyms = Static<typeof Synonyms>;

/** 禁用词 (words/forbidden.yaml): words the plain-language check refuses, what to write instead, and the length limits. */
export const ForbiddenWords = Type.Object(
  {
    words: Type.Array(
      Type.Object(
        {
          word: Type.String({ minLength: 1 }),
          instead: Type.String(),
          why: Type.String(),
          at: Type.Optional(Type.Literal('end-of-list')),
          in: Type.Optional(Type.Array(Type.Enum(['content', 'interface']))),
        },
        closed,
      ),
    ),
    limits: Type.Object(
      {
        sentence: Type.Integer({ minimum: 10 }),
        sentences_per_paragraph: Type.Integer({ minimum: 1 }),
      },
      closed,
    ),
  },
  closed,
);
export type ForbiddenWords = Static<typeof ForbiddenWords>;

const Instead = Type.Enum(['licence', 'data-check', 'investigation', 'promise', 'none']);

/** 取消的证明 (retired.yaml): certificates nobody may ask for any more. */
export const RetiredCertificates = Type.Object(
  {
    certificates: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String({ minLength: 2 }),
          also: Type.Optional(Type.Array(Type.String())),
          scope: Type.Optional(Type.Object({ items: Type.Array(Id) }, closed)),
          instead: Instead,
          licence: Type.Optional(Id),
          since: Type.Optional(Day),
          say: Type.String(),
          ...prov,
        },
        closed,
      ),
    ),
    figures: Type.Optional(Type.Array(Type.Object({ text: Type.String(), ...prov }, closed))),
  },
  closed,
);
export type RetiredCertificates = Static<typeof RetiredCertificates>;

/** 不再开具的证明 (not-issued.yaml): what the police no longer certify, and what to show instead. */
export const NotIssued = Type.Object(
  {
    rule: Type.Object({ say: Type.String(), law: Type.String(), ...prov }, closed),
    certificates: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String({ minLength: 2 }),
          also: Type.Array(Type.String()),
          show: Type.String(),
          licence: Type.Optional(Id),
          ask: Type.Optional(Type.String()),
          reason: Type.String(),
          ...prov,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type NotIssued = Static<typeof NotIssued>;
