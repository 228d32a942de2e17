/** 号的状态. */
export type TicketState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'left';
/** What can be done with a ticket. */
export type TicketAct =
  | 'call'
  | 'recall'
  | 'start'
  | 'miss'
  | 'park'
  | 'transfer'
  | 'finish'
  | 'leave'
  | 'rejoin';
export type Move =
  | { readonly ok: true; readonly state: TicketState }
  | {
      readonly ok: false;
      readonly why: 'over' | 'not-called' | 'not-waiting' | 'not-missed' | 'not-serving';
      readonly says: string;
    };

const moves: Readonly<Record<TicketState, Partial<Record<TicketAct, TicketState>>>> = {
  waiting: { call: 'called', transfer: 'waiting', leave: 'left' },
  called: {
    recall: 'called',
    start: 'serving',
    miss: 'missed',
    park: 'parked',
    transfer: 'waiting',
    leave: 'left',
  },
  serving: { park: 'parked', transfer: 'waiting', finish: 'done' },
  parked: { call: 'called', transfer: 'waiting', leave: 'left' },
  missed: { call: 'called', rejoin: 'waiting', leave: 'left' },
  done: {},
  left: {},
};

const refusals = {
  call: { why: 'not-waiting', says: '这个号没有在排队，不能叫' },
  recall: { why: 'not-called', says: '这个号还没有叫，不能重呼' },
  start: { why: 'not-called', says: '先叫号，再开始办理' },
  miss: { why: 'not-called', says: '没有叫过的号不能算过号' },
  park: { why: 'not-called', says: '叫到的、正在办的号才能暂缓' },
  transfer: { why: 'not-waiting', says: '过了号的先重新排队，再转窗口' },
  finish: { why: 'not-serving', says: '还没有开始办理，不能办结' },
  leave: { why: 'not-waiting', says: '正在办理，办完再走' },
  rejoin: { why: 'not-missed', says: '只有过了号的才能重新排队' },
} as const satisfies Record<TicketAct, { why: string; says: string }>;

/** 号的走法: the state a ticket comes to by an act, or why it cannot be done. */
export function move(state: TicketState, act: TicketAct): Move {
  const next = moves[state][act];
  if (next !== undefined) return { ok: true, state: next };
  if (state === 'done') return { ok: false, why: 'over', says: '这个号已经办完了' };
  if (state === 'left') return { ok: false, why: 'over', says: '这个号已经作废，要办事就重新取号' };
  return { ok: false, ...refusals[act] };
}

/** Whether a ticket has been called as often as the hall calls anybody, so that it counts as missed. */
export function isCalledOut(calls: number, rules: { readonly calls: number }): boolean {
  return calls >= rules.calls;
}
