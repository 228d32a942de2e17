import { addWorkingDays, type WorkingCalendar } from '@tongban/calendar';
import {
  type Action,
  type Actor,
  type CaseFile,
  type CasePlan,
  type CaseState,
  type Command,
  decide,
  fold,
  may,
  NO_CASE,
  type Refusal,
} from '@tongban/casework';

/** Where an invented case has got to. */
export const endings = [
  'submitted',
  'pre-review',
  'correction',
  'in-review',
  'special-procedure',
  'issue',
  'granted',
  'refused',
  'withdrawn',
  'not-accepted',
] as const;
export type SeedEnding = (typeof endings)[number];

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'at' | 'by'> : never) : never;
type Setting = {
  readonly plan: CasePlan;
  readonly calendar: WorkingCalendar;
  /** Everyone who may be asked to act, the first who may does. */
  readonly cast: readonly Actor[];
  readonly file: CaseFile;
  readonly number: string;
  readonly day: string;
};
type Course = { readonly actions: readonly Action[]; readonly state: CaseState };

const refusal: Refusal = {
  reason: '不符合办理条件（演示）',
  basis: ['事项办事指南'],
  remedies: ['reconsideration', 'litigation', 'stuck-window'],
};

/** 演示经过: the actions of an invented case by the rules of casework, from a day of submission to an ending. */
export function courseTo(ending: SeedEnding, setting: Setting): Course {
  const walk = createWalk(setting);
  walk.give({ type: 'submit', file: setting.file, number: setting.number });
  if (ending === 'submitted') return walk.course();
  walk.give({ type: 'pre-review' });
  if (ending === 'pre-review') return walk.course();
  if (ending === 'not-accepted') {
    walk.give({ type: 'not-accept', refusal });
    return walk.course();
  }
  if (ending === 'correction') {
    const replyBy = addWorkingDays(setting.calendar, setting.day, 15);
    walk.give({
      type: 'request-correction',
      missing: [{ what: '身份证照片看不清，重新拍（演示）' }],
      replyBy,
    });
    return walk.course();
  }
  walk.nextDay();
  walk.give({ type: 'accept' });
  return afterAcceptance(ending, setting, walk);
}

function afterAcceptance(ending: SeedEnding, { plan, cast }: Setting, walk: Walk): Course {
  // Only a case that stays in review needs somebody's name on it; others are passed by whoever may.
  const stays = ending === 'in-review' || ending === 'special-procedure';
  const reviewerId = stays ? cast.find(({ role }) => role === 'approver')?.id : undefined;
  const assignment = { unit: 'seed', why: '演示数据', ...(reviewerId === undefined ? {} : { reviewerId }) };
  walk.try({ type: 'assign', assignment });
  if (ending === 'withdrawn') {
    walk.give({ type: 'withdraw' });
    return walk.course();
  }
  if (ending === 'in-review') return walk.course();
  const suspend = plan.specialProcedures.find(({ type }) => type === 'suspend');
  if (ending === 'special-procedure') {
    if (suspend !== undefined)
      walk.give({ type: 'start-special-procedure', procedure: suspend.id, reason: '需要现场核查（演示）' });
    return walk.course();
  }
  walk.try({ type: 'ask', need: 'visit', detail: '带上原件到窗口核验（演示）' });
  passAll(walk);
  walk.try({ type: 'settle-ask', need: 'visit' });
  walk.nextDay();
  if (ending === 'refused') {
    walk.give({ type: 'refuse', refusal });
    walk.give({ type: 'close' });
    return walk.course();
  }
  walk.give({ type: 'grant' });
  return finish(ending, plan, walk);
}

/** Passes every step of the review, in whatever order they open. */
function passAll(walk: Walk): void {
  for (let state = walk.state(); state.status === 'in-review'; state = walk.state()) {
    walk.nextDay();
    walk.give({ type: 'pass-step', step: state.open[0].step, opinion: '材料齐全，核对一致，同意。' });
  }
}

function finish(ending: SeedEnding, plan: CasePlan, walk: Walk): Course {
  if (!plan.produces) {
    walk.give({ type: 'close' });
    return walk.course();
  }
  walk.give({ type: 'produce' });
  walk.nextDay();
  walk.give({ type: 'finish-production', delivery: { by: 'desk' } });
  if (ending !== 'issue') walk.give({ type: 'hand-over', to: '申请人' });
  return walk.course();
}

type Walk = ReturnType<typeof createWalk>;

/** Gives commands one after another, each by the first who may; a quarter of an hour passes between two. */
function createWalk({ plan, calendar, cast, day }: Setting) {
  let actions: Action[] = [];
  let state: CaseState = NO_CASE;
  let today = day;
  let minutes = 9 * 60 + 30;
  const attempt = (wish: Wish): boolean => {
    const at = new Date(Date.parse(`${today}T00:00:00+08:00`) + minutes * 60_000).toISOString();
    for (const by of cast) {
      const command = { ...wish, by, at } as Command;
      if (!may(state, command, plan).ok) continue;
      const outcome = decide(state, command, { plan, calendar });
      if (!outcome.ok) continue;
      actions = [...actions, ...outcome.actions];
      state = fold(actions, plan);
      minutes += 15;
      return true;
    }
    return false;
  };
  return {
    try: (wish: Wish): void => void attempt(wish),
    give(wish: Wish): void {
      if (!attempt(wish)) throw new Error(`an invented case cannot ${wish.type} in ${state.status}`);
    },
    nextDay(): void {
      today = addWorkingDays(calendar, today, 1);
      minutes = 9 * 60 + 30;
    },
    state: () => state,
    course: (): Course => ({ actions, state }),
  };
}
