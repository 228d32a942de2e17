import type { ProblemKind, Words } from '@tongban/kernel';
import Type, { type Static } from 'typebox';

/** 问题说明: how every refusal looks on the wire (RFC 9457); `instance` is the request id to quote to the bureau. */
export const ProblemReply = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String(),
  code: Type.String(),
  errors: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
});
export type ProblemReply = Static<typeof ProblemReply>;

/** One sentence for a person, in both languages. */
export type Sentence = Words;

/** Sentences by problem code; English readers see `en` in place of the problem's Chinese message. */
export type Sentences = Readonly<Record<string, Sentence>>;

/** The HTTP status of each kind of refusal. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>;

/** The kind of refusal a status stands for; a status we do not know is taken as `unavailable`. */
export function kindOf(status: number): ProblemKind {
  const known = Object.entries(statusOf).find(([, code]) => code === status);
  if (known !== undefined) return known[0] as ProblemKind;
  return status < 500 ? 'invalid' : 'unavailable';
}
