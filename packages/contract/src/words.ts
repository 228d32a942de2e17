import Type, { type Static } from 'typebox';

export const closed = { additionalProperties: false } as const;

/** A UUIDv7. */
export const Id = Type.String({ format: 'uuid' });
/** A day of service in Asia/Shanghai, `2026-01-31`. */
export const Day = Type.String({ format: 'date' });
/** A moment with its zone. */
export const Moment = Type.String({ format: 'date-time' });
/** A division code: province 2, city 4, county 6, town 9 digits. */
export const Division = Type.String({ pattern: '^\\d{2}(\\d{2}(\\d{2}(\\d{3})?)?)?$' });
/** The short name of an item, e.g. `move-spouse`. */
export const ItemId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });

/** Text for a person, Chinese first; a missing `en` is shown as missing, never silently replaced. */
export const Words = Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }, closed);
export type Words = Static<typeof Words>;

/** 引导答案: one answer as it stands in the URL: key (fact id) and value. */
export const AnswerPair = Type.Tuple([Type.String({ maxLength: 80 }), Type.String({ maxLength: 80 })]);
export type AnswerPair = Static<typeof AnswerPair>;
export const AnswerPairs = Type.Array(AnswerPair, { maxItems: 120 });
