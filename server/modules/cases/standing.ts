import type { WorkingCalendar } from '@tongban/calendar';
import {
  answerDueOn,
  type CaseState,
  findAcceptedFile,
  isFinished,
  readClocks,
  type Status,
} from '@tongban/casework';
import type { Queue } from './kept.ts';

const QUEUE_OF: Readonly<Record<Exclude<Status, 'none' | 'draft'>, Queue>> = {
  submitted: 'intake',
  'pre-review': 'intake',
  'correction-before-acceptance': 'correction',
  'correction-after-acceptance': 'correction',
  'not-accepted': 'closed',
  accepted: 'review',
  'in-review': 'review',
  'awaiting-decision': 'review',
  'special-procedure': 'review',
  decided: 'issue',
  producing: 'issue',
  'at-issue-desk': 'issue',
  'in-delivery': 'issue',
  closed: 'closed',
};

/** In which list of the desk a case stands. */
export function queueOf(state: CaseState): Queue {
  return state.status === 'none' || state.status === 'draft' ? 'intake' : QUEUE_OF[state.status];
}

/** The day that makes a case urgent: the answer due, the reply awaited, the promise, or the day it ended. */
export function urgentOn(state: CaseState, calendar: WorkingCalendar, today: string): string {
  switch (state.status) {
    case 'submitted':
    case 'pre-review':
      return answerDueOn(calendar, state.file.receivedOn);
    case 'correction-before-acceptance':
    case 'correction-after-acceptance':
      return state.notice.replyBy;
    case 'special-procedure':
      return state.running.dueOn;
    case 'not-accepted':
    case 'closed':
      return state.on;
    case 'none':
    case 'draft':
      return today;
    case 'accepted':
    case 'in-review':
    case 'awaiting-decision':
    case 'decided':
    case 'producing':
    case 'at-issue-desk':
    case 'in-delivery':
      return clockDay(state, calendar, today);
  }
}

/** Who holds the case: during intake whoever took it up, during review whom it is assigned to, else nobody. */
export function holderOf(state: CaseState, before: string | undefined): string | undefined {
  if (isFinished(state)) return undefined;
  const queue = queueOf(state);
  if (queue === 'issue') return undefined;
  const file = findAcceptedFile(state);
  return file === undefined ? before : file.assignment?.reviewerId;
}

function clockDay(state: CaseState, calendar: WorkingCalendar, today: string): string {
  const { promised, statutory } = readClocks(state, calendar, today);
  return (promised ?? statutory)?.dueOn ?? today;
}
