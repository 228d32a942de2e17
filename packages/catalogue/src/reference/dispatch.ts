import Type, { type Static } from 'typebox';
import { closed, DivisionCode, Id, Line, origin, ShortTime } from './vocabulary.ts';

const Office = Type.Enum(['province-bureau', 'city-bureau', 'branch', 'station', 'town-hall']);

const Rule = Type.Object(
  {
    id: Id,
    say: Type.String({ minLength: 2, maxLength: 40, description: '一句大白话，写进分派说明' }),
    when: Type.Optional(
      Type.Object(
        {
          items: Type.Optional(Type.Array(Id, { minItems: 1 })),
          lines: Type.Optional(Type.Array(Line, { minItems: 1 })),
          skills: Type.Optional(Type.Array(Id, { minItems: 1, description: '事项的 hall.skills' })),
          divisions: Type.Optional(Type.Array(DivisionCode, { minItems: 1 })),
          facts: Type.Optional(
            Type.Record(Type.String(), Type.String(), { description: '情形：引导问题的回答' }),
          ),
          roles: Type.Optional(
            Type.Array(Type.Enum(['clerk', 'approver', 'head']), {
              minItems: 1,
              description: '现在这一环节要谁办',
            }),
          ),
          channels: Type.Optional(
            Type.Array(Type.Enum(['hall', 'web', 'wechat', 'kiosk', 'phone', 'enterprise', 'partner']), {
              minItems: 1,
            }),
          ),
        },
        closed,
      ),
    ),
    to: Type.Union([
      Type.Object({ unit: Type.Literal('in-charge'), skill: Type.Optional(Id) }, closed),
      Type.Object({ kind: Office, skill: Type.Optional(Id) }, closed),
      Type.Object({ organisation: Id, skill: Type.Optional(Id) }, closed),
    ]),
    choose: Type.Enum(['least-load', 'longest-waiting', 'pool'], {
      description: '件数最少的 · 最久没接件的 · 等人认领',
    }),
    ...origin,
  },
  closed,
);

/** 分派规则 (dispatch/rules.yaml): to whom cases go, in order, and how long one may stand with nobody. */
export const DispatchRules = Type.Object(
  {
    lines: Type.Record(Line, Type.String({ minLength: 2 }), { description: '各警种在分派说明里的叫法' }),
    rules: Type.Array(Rule, { minItems: 1 }),
    unassigned: Type.Object(
      {
        yellow_hours: Type.Number({ exclusiveMinimum: 0 }),
        red_hours: Type.Number({ exclusiveMinimum: 0 }),
        office_hours: Type.Optional(
          Type.Array(Type.Object({ from: ShortTime, to: ShortTime }, closed), {
            minItems: 1,
            description: '只算工作日的这些时段；不写就按自然小时算',
          }),
        ),
        ...origin,
      },
      closed,
    ),
  },
  closed,
);
export type DispatchRules = Static<typeof DispatchRules>;
