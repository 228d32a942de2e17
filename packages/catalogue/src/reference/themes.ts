import Type, { type Static } from 'typebox';
import { closed, Day, Duration, Id, prov, Said } from './vocabulary.ts';

/** 一件事 (themes/<id>.yaml): several items of several owners that a citizen meets as one matter. */
export const Theme = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2 }),
    name_en: Type.String(),
    type: Type.Enum(['cross-department', 'cross-line', 'within-line']),
    trigger: Type.String(),
    roles: Type.Array(Type.String()),
    steps: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          owner: Type.String(),
          police: Type.Boolean(),
          item: Type.Optional(Id),
          after: Type.Optional(Type.Array(Id)),
          optional: Type.Optional(Type.Literal(true)),
          source: Type.Optional(Type.String()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    rules: Type.Array(Said),
    promised: Type.Optional(Duration),
    places: Type.Optional(Type.Array(Said)),
    ...prov,
  },
  closed,
);
export type Theme = Static<typeof Theme>;

/** 工作日历 (calendars/<year>.yaml): the holidays and made-up working days of one published year. */
export const CalendarYear = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    published: Type.Boolean(),
    holidays: Type.Array(
      Type.Object(
        { name: Type.String(), name_en: Type.String(), days: Type.Array(Day, { minItems: 1 }) },
        closed,
      ),
    ),
    make_up: Type.Array(Type.Object({ day: Day, for: Type.String() }, closed)),
    working_days: Type.Integer({ minimum: 1 }),
    ...prov,
  },
  closed,
);
export type CalendarYear = Static<typeof CalendarYear>;
