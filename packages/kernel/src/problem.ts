/** What kind of refusal this is; the HTTP layer alone turns it into a status. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One place in the request that must be mended: a JSON pointer, a code and what to do. */
export type Fault = { pointer: string; code: string; message: string };

/** A refusal the caller must answer for: the one error type the house throws. Codes are `module.reason`. */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly faults: readonly Fault[];

  constructor(code: string, kind: ProblemKind, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.kind = kind;
    this.faults = faults;
  }
}
