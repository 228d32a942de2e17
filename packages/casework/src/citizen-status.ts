import type { Words } from '@tongban/kernel';
import {
  type CaseState,
  type Ending,
  findRefusal,
  isFinished,
  type Need,
  type Refusal,
  type Status,
} from './state.ts';

/** 办事人看到的状态: the nine headlines a citizen ever sees. */
export const HEADLINES = {
  'not-submitted': { zh: '还没提交', en: 'Not submitted yet' },
  checking: { zh: '正在核对材料', en: 'Checking your documents' },
  'needs-you': { zh: '需要您处理', en: 'We need something from you' },
  'in-progress': { zh: '正在办理', en: 'In progress' },
  paused: { zh: '正在办理，时间暂停', en: 'In progress, clock paused' },
  ready: { zh: '可以领取', en: 'Ready for you' },
  done: { zh: '办好了', en: 'Done' },
  'not-done': { zh: '没有办成', en: 'Not granted' },
  stopped: { zh: '已撤回或已停止', en: 'Withdrawn or stopped' },
} as const satisfies Record<string, Words>;

export type Headline = keyof typeof HEADLINES;

/** What a citizen is told: headline, whether they must act, and what for. */
export type CitizenStatus = {
  readonly code: Headline;
  readonly headline: Words;
  readonly needsYou: boolean;
  /** What they must do; empty unless `needsYou`. */
  readonly needs: readonly (Need | 'correct' | 'submit' | 'collect')[];
  readonly refusal?: Refusal;
};

/** Every internal state has a headline: a new state without one does not compile. */
const HEADLINE_OF: Readonly<Record<Exclude<Status, 'closed'>, Headline>> = {
  none: 'not-submitted',
  draft: 'not-submitted',
  submitted: 'checking',
  'pre-review': 'checking',
  'correction-before-acceptance': 'needs-you',
  'not-accepted': 'not-done',
  accepted: 'in-progress',
  'in-review': 'in-progress',
  'awaiting-decision': 'in-progress',
  'correction-after-acceptance': 'needs-you',
  'special-procedure': 'paused',
  decided: 'in-progress',
  // Not "ready": nobody should come for a document that is still being made.
  producing: 'in-progress',
  'at-issue-desk': 'ready',
  'in-delivery': 'ready',
};

const HEADLINE_OF_ENDING: Readonly<Record<Ending, Headline>> = {
  granted: 'done',
  refused: 'not-done',
  returned: 'not-done',
  forwarded: 'stopped',
  withdrawn: 'stopped',
  expired: 'stopped',
  revoked: 'not-done',
};

const ENDING_WORDS: Readonly<Partial<Record<Ending, Words>>> = {
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已停止', en: 'Stopped' },
  forwarded: { zh: '已停止', en: 'Stopped' },
  revoked: { zh: '决定已撤销', en: 'Decision revoked' },
};

/** What a citizen sees of a case; never a name of staff, never an internal word. */
export function citizenStatus(state: CaseState): CitizenStatus {
  const needs = needsOf(state);
  const waiting = needs.some((need) => need !== 'collect' && need !== 'submit');
  const code = waiting ? 'needs-you' : settledHeadline(state);
  const refusal = findRefusal(state);
  return {
    code,
    headline: headlineWords(state, code),
    needsYou: needs.length > 0,
    needs,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function settledHeadline(state: CaseState): Headline {
  return state.status === 'closed' ? HEADLINE_OF_ENDING[state.how] : HEADLINE_OF[state.status];
}

function headlineWords(state: CaseState, code: Headline): Words {
  if (code === 'ready' && state.status === 'in-delivery') return { zh: '已寄出', en: 'Sent to you' };
  if (state.status !== 'closed') return HEADLINES[code];
  return ENDING_WORDS[state.how] ?? HEADLINES[code];
}

function needsOf(state: CaseState): CitizenStatus['needs'] {
  if (state.status === 'none' || isFinished(state)) return [];
  if (state.status === 'draft') return ['submit'];
  const correct = 'notice' in state ? (['correct'] as const) : [];
  const collect = state.status === 'at-issue-desk' ? (['collect'] as const) : [];
  const asks = 'asks' in state.file ? state.file.asks.map((ask) => ask.need) : [];
  return [...correct, ...asks, ...collect];
}
