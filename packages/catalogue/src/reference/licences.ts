import Type, { type Static } from 'typebox';
import { Provenance } from '../provenance.ts';
import { closed, Id, Line, prov } from './vocabulary.ts';

const Field = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,60}$' }),
    name: Type.String(),
    name_en: Type.String(),
    type: Type.Enum([
      'text',
      'date',
      'citizen-number',
      'uscc',
      'number',
      'division',
      'address',
      'person',
      'persons',
      'sex',
      'phone',
    ]),
    required: Type.Optional(Type.Boolean()),
    shown: Type.Optional(Type.Boolean({ description: 'false：不打印，不显示' })),
  },
  closed,
);

const Validity = Type.Union([
  Type.Object({ rule: Type.Literal('permanent'), ...prov }, closed),
  Type.Object({ rule: Type.Literal('stated'), ...prov }, closed),
  Type.Object(
    {
      rule: Type.Literal('after'),
      count: Type.Integer({ minimum: 1 }),
      unit: Type.Enum(['years', 'months', 'days']),
      ...prov,
    },
    closed,
  ),
  Type.Object(
    {
      rule: Type.Literal('by-age'),
      bands: Type.Array(
        Type.Object(
          { from: Type.Integer({ minimum: 0 }), years: Type.Optional(Type.Integer({ minimum: 1 })) },
          closed,
        ),
        { minItems: 1 },
      ),
      ...prov,
    },
    closed,
  ),
]);

const FieldId = Type.String({ pattern: '^[a-z][a-z0-9_-]{0,60}$' });
/** 版式: the fields of front and back in their order, and the colour of the card. */
const Face = Type.Object(
  {
    look: Type.Enum(['azure', 'jade', 'plum', 'gold', 'slate', 'rose']),
    front: Type.Array(FieldId, { minItems: 1 }),
    back: Type.Array(FieldId),
  },
  closed,
);

/** 证照类型: one kind of electronic licence, its fields, issuer, validity and printed words. */
export const LicenceType = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2 }),
    name_en: Type.String(),
    kind: Type.Enum(['certificate', 'card', 'record']),
    code: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{21}$', description: 'GB/T 36904 证照类型代码' })),
    code_source: Type.Optional(Provenance),
    line: Type.Optional(Line),
    issuer: Type.String(),
    issuer_en: Type.String(),
    issued_here: Type.Boolean(),
    holder: Type.Object(
      {
        kind: Type.Enum(['person', 'organisation', 'couple', 'vehicle', 'foreigner']),
        code: Type.Optional(Type.Enum(['111', '001'])),
      },
      closed,
    ),
    fields: Type.Array(Field),
    face: Type.Optional(Face),
    validity: Validity,
    text: Type.Optional(
      Type.Object(
        { title: Type.String(), title_en: Type.String(), body: Type.String(), body_en: Type.String() },
        closed,
      ),
    ),
    ...prov,
  },
  closed,
);
export type LicenceType = Static<typeof LicenceType>;

/** 证照类型表 (licences/types.yaml). */
export const LicenceTypes = Type.Object(
  { ministry: Type.String({ pattern: '^[0-9A-Z]{18}$' }), types: Type.Array(LicenceType) },
  closed,
);
export type LicenceTypes = Static<typeof LicenceTypes>;
