import type { Day } from '@tongban/kernel';
import { no, type Verdict, YES } from './refusals.ts';
import { type CaseState, isFinished } from './state.ts';

/** 催办: an applicant may urge once a day, while the bureau has something to do. */
export function mayUrge(state: CaseState, today: Day, lastOn: Day | undefined): Verdict {
  if (isFinished(state)) return no('finished');
  switch (state.status) {
    case 'none':
    case 'draft':
      return no('wrong-state');
    case 'correction-before-acceptance':
    case 'correction-after-acceptance':
    case 'at-issue-desk':
    case 'in-delivery':
      return no('waits-for-you');
    default:
      return lastOn === today ? no('urged-today') : YES;
  }
}
