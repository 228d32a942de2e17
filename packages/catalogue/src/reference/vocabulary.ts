import Type, { type Static } from 'typebox';
import { Provenance } from '../provenance.ts';

/** Unknown keys are refused everywhere in content: a mistyped key would otherwise be a silent loss. */
export const closed = { additionalProperties: false } as const;
export const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$', description: '英文小写短名' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，例如 2026-01-31' });
export const DivisionCode = Type.String({
  pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9})$',
  description: '区划代码：省 2 位、市 4 位、县 6 位、镇街 9 位，加引号',
});
export const ShortTime = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: '时刻，例如 09:00',
});
export const Line = Type.Enum([
  'household',
  'residence',
  'exit-entry',
  'traffic',
  'public-order',
  'network',
  'fire',
]);
export type Line = Static<typeof Line>;
export const prov = Provenance.properties;
/** Where a setting comes from: a source read, or a default of this house that a bureau may change. */
export const origin = {
  source: Type.Optional(Type.String({ minLength: 1, description: '来源键（见 content/sources.yaml）' })),
  house_default: Type.Optional(Type.Literal(true, { description: '本系统的默认做法，单位可以改' })),
};
const sayAll = { say: Type.String({ minLength: 2 }), ...prov };
export const Said = Type.Object(sayAll, closed);
export const Duration = Type.Object(
  {
    days: Type.Integer({ minimum: 0, maximum: 730 }),
    unit: Type.Enum(['working', 'natural']),
    ...prov,
  },
  closed,
);
/** Which items an office, a window or a clerk handles. */
export const ItemScope = Type.Union([
  Type.Literal('all'),
  Type.Object(
    {
      lines: Type.Optional(Type.Array(Line)),
      items: Type.Optional(Type.Array(Id)),
      except: Type.Optional(Type.Array(Id)),
    },
    closed,
  ),
]);
