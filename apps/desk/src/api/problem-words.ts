import { Problem, type ProblemKind } from '@tongban/kernel';
import { words } from '../words.ts';

/** 出错说明: what happened, what to do, and the code to quote. */
export type ProblemWords = {
  readonly said: string;
  readonly todo: string;
  readonly code: string;
  readonly faults: readonly string[];
};

const todo: Readonly<Record<ProblemKind, string>> = words.problem.todo;

/** Refusals of what somebody applied for themselves: no other post of theirs helps. */
const ownCase: readonly string[] = ['cases.own-case', 'intake.own'];

/** Words any error; what is not a refusal of the server is a fault of ours. */
export function problemWords(error: unknown): ProblemWords {
  if (!(error instanceof Problem)) {
    return { said: words.problem.fault, todo: words.problem.faultTodo, code: 'desk.fault', faults: [] };
  }
  return {
    said: error.message,
    todo: ownCase.includes(error.code) ? words.problem.ownTodo : todo[error.kind],
    code: error.code,
    faults: error.faults.map(({ message }) => message),
  };
}

/** Whether the case has moved on since this screen was drawn. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'conflict';
}
