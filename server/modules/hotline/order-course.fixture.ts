import { addDays, isWorkingDay } from '@tongban/calendar';
import type { OrderAct, OrderStage } from '@tongban/contract';
import type { SignedIn } from '../../platform/index.ts';
import type { HotlineHouse } from './hotline-house.fixture.ts';
import { kayakTiming } from './rules/kayak-rules.fixture.ts';

type Place = 'east' | 'lake' | 'west';
/** 模型: an order as a bystander with a pencil and a wall calendar would keep track of it. */
export type Model = {
  today: string;
  stage: OrderStage;
  /** At the desk nobody has it yet. */
  place: Place | undefined;
  handler: SignedIn | undefined;
  from: Place[];
  startedOn: string;
  extension: 'asked' | 'granted' | undefined;
  helped: 'asked' | 'given' | undefined;
  draft: { by: SignedIn; passed: number } | undefined;
  repliedOn: string | undefined;
  closedOn: string | undefined;
  round: number;
  remindedOn: string | undefined;
  named: boolean;
  reminders: number;
  namings: number;
};
/** The order of the house itself, and who acts on it. */
export type Real = { house: HotlineHouse; order: string; cast: Cast };
type Cast = { operator: SignedIn; workers: Record<Place, SignedIn> };
/** One thing that is done, when the model says that it can be done; refused with a code where it says so. */
export type Deed = {
  readonly name: string;
  readonly when: (model: Model) => boolean;
  readonly act: (model: Model, real: Real) => { by: SignedIn; act: OrderAct };
  readonly refused?: string;
  readonly leaves?: (model: Model) => void;
};

const limit = 13;
const extensionDays = 5;
const silentDays = 5;
const criticismDays = 5;
const branches: Readonly<Record<Place, string>> = { east: 'lake/east', lake: 'lake', west: 'lake/west' };
const atWork = ({ stage }: Model) => stage === 'handling' || stage === 'coordinating';
const isHeld = (model: Model) => atWork(model) && model.handler !== undefined;
const isOpen = ({ stage }: Model) => stage !== 'call-back' && stage !== 'closed';

/** Counts working days one by one. */
function counted(from: string, days: number): string {
  let [day, left] = [from, days];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(kayakTiming.calendar, day)) left -= 1;
  }
  return day;
}

export function dueOf({ startedOn, extension }: Model): string {
  const first = counted(startedOn, limit);
  return extension === 'granted' ? counted(first, extensionDays) : first;
}

export function isLate(model: Model): boolean {
  return (model.repliedOn ?? model.closedOn ?? model.today) > dueOf(model);
}

export function begun(today: string): Model {
  return {
    ...{ today, stage: 'received', place: undefined, handler: undefined, from: [], startedOn: today },
    ...{ extension: undefined, helped: undefined, draft: undefined, repliedOn: undefined },
    ...{ closedOn: undefined, round: 1, remindedOn: undefined, named: false, reminders: 0, namings: 0 },
  };
}

/** What a night after some days brings about. */
export function slept(model: Model, days: number): void {
  model.today = addDays(model.today, days);
  const { today, remindedOn, repliedOn } = model;
  if (isOpen(model) && remindedOn === undefined && today > dueOf(model)) {
    model.remindedOn = today;
    model.reminders += 1;
  } else if (isOpen(model) && remindedOn !== undefined && !model.named) {
    model.named = today > counted(remindedOn, criticismDays);
    model.namings += model.named ? 1 : 0;
  }
  if (model.stage === 'call-back' && today > counted(repliedOn ?? today, silentDays))
    Object.assign(model, { stage: 'closed', closedOn: today });
}

function loosened(model: Model): void {
  Object.assign(model, { handler: undefined, draft: undefined });
}

function again(model: Model): void {
  loosened(model);
  Object.assign(model, { stage: 'handling', round: model.round + 1, startedOn: model.today, from: [] });
  Object.assign(model, { extension: undefined, repliedOn: undefined, closedOn: undefined });
  Object.assign(model, { remindedOn: undefined, named: false });
}

function handed(model: Model, to: Place): void {
  model.from.push(model.place ?? 'east');
  loosened(model);
  Object.assign(model, { stage: 'coordinating', place: to });
}

const at = (model: Model) => model.place ?? 'east';
const senior = (model: Model, { house }: Real) => house.at('approver', branches[at(model)]);
const byHandler = (act: OrderAct) => (model: Model, real: Real) => ({
  ...{ by: model.handler ?? real.cast.operator, act },
});
const bySenior = (act: OrderAct) => (model: Model, real: Real) => ({ by: senior(model, real), act });
const byOperator =
  (act: OrderAct) =>
  (_model: Model, { cast }: Real) => ({ by: cast.operator, act });
const ask: OrderAct = { type: 'ask-time', days: extensionDays, basis: '要等配件' };
const isReopenable = ({ stage, round, closedOn, today }: Model) =>
  stage === 'closed' && round <= 2 && today <= addDays(closedOn ?? today, 30);

/** Everything that may be done, and some of what may not. */
export const deeds: readonly Deed[] = [
  {
    name: 'classify',
    when: ({ stage }) => stage === 'received' || stage === 'sorting',
    act: byOperator({ type: 'classify', kind: 'complaint', matter: 'pier', labels: [] }),
    leaves: (model) => Object.assign(model, { stage: 'sorting' }),
  },
  {
    name: 'dispatch',
    when: ({ stage }) => stage === 'sorting',
    act: byOperator({ type: 'dispatch', to: 'east' }),
    leaves: (model) => Object.assign(model, { stage: 'handling', place: 'east' }),
  },
  {
    name: 'claim',
    when: (model) => atWork(model) && model.handler === undefined,
    act: (model, { cast }) => ({ by: cast.workers[at(model)], act: { type: 'claim' } }),
  },
  {
    name: 'return',
    when: (model) => model.stage === 'handling' && model.from.length === 0 && at(model) === 'east',
    act: bySenior({ type: 'return', reason: '不归这里管' }),
    leaves: (model) => {
      loosened(model);
      Object.assign(model, { stage: 'sorting', place: undefined });
    },
  },
  {
    name: 'extend',
    when: (model) => isHeld(model) && model.extension === undefined && model.today <= dueOf(model),
    act: byHandler(ask),
    leaves: (model) => Object.assign(model, { extension: 'asked' }),
  },
  {
    name: 'extend twice',
    when: (model) => isHeld(model) && model.extension !== undefined,
    act: byHandler(ask),
    refused: 'orders.asked-already',
  },
  {
    name: 'extend late',
    when: (model) => isHeld(model) && model.extension === undefined && model.today > dueOf(model),
    act: byHandler(ask),
    refused: 'orders.too-late',
  },
  {
    name: 'grant',
    when: (model) => atWork(model) && model.extension === 'asked',
    act: bySenior({ type: 'grant-time' }),
    leaves: (model) => Object.assign(model, { extension: 'granted' }),
  },
  {
    name: 'co-handle',
    when: (model) => isHeld(model) && at(model) !== 'west' && model.helped === undefined,
    act: byHandler({ type: 'ask-help', of: 'west', say: '查船号' }),
    leaves: (model) => Object.assign(model, { stage: 'coordinating', helped: 'asked' }),
  },
  {
    name: 'help',
    when: ({ stage, helped }) => stage === 'coordinating' && helped === 'asked',
    act: (_model, { cast }) => ({ by: cast.workers.west, act: { type: 'give-help', say: '船号 7' } }),
    leaves: (model) => Object.assign(model, { helped: 'given' }),
  },
  {
    name: 'hand up',
    when: (model) => atWork(model) && at(model) === 'east',
    act: bySenior({ type: 'hand-up', to: 'lake', reason: '要省里定' }),
    leaves: (model) => handed(model, 'lake'),
  },
  {
    name: 'hand down',
    when: (model) => atWork(model) && at(model) === 'lake',
    act: bySenior({ type: 'hand-down', to: 'west', reason: '属地办' }),
    leaves: (model) => handed(model, 'west'),
  },
  {
    name: 'hand back',
    when: (model) => model.stage === 'coordinating' && model.from.length > 0,
    act: bySenior({ type: 'hand-back', say: '按规定办' }),
    leaves: (model) => {
      loosened(model);
      model.place = model.from.pop();
    },
  },
  {
    name: 'draft',
    when: isHeld,
    act: byHandler({ type: 'draft', text: '桨已换新' }),
    leaves: (model) => {
      if (model.handler !== undefined) model.draft = { by: model.handler, passed: 0 };
    },
  },
  {
    name: 'pass one’s own',
    when: (model) => isHeld(model) && model.draft?.by.role === 'spokesperson',
    act: byHandler({ type: 'pass' }),
    refused: 'orders.own-draft',
  },
  {
    name: 'pass',
    when: (model) => atWork(model) && model.draft !== undefined,
    act: bySenior({ type: 'pass' }),
    leaves: ({ draft }) => {
      if (draft !== undefined) draft.passed += 1;
    },
  },
  {
    name: 'reply unreviewed',
    when: (model) => isHeld(model) && model.draft?.passed === 0,
    act: byHandler({ type: 'reply' }),
    refused: 'orders.not-reviewed',
  },
  {
    name: 'reply',
    when: (model) => isHeld(model) && (model.draft?.passed ?? 0) > 0,
    act: byHandler({ type: 'reply' }),
    leaves: (model) => Object.assign(model, { stage: 'call-back', repliedOn: model.today }),
  },
  {
    name: 'close early',
    when: ({ stage, today, repliedOn }) =>
      stage === 'call-back' && today <= counted(repliedOn ?? today, silentDays),
    act: byOperator({ type: 'close' }),
    refused: 'orders.waits',
  },
  {
    name: 'solved',
    when: ({ stage }) => stage === 'call-back',
    act: byOperator({ type: 'satisfied' }),
    leaves: (model) => Object.assign(model, { stage: 'closed', closedOn: model.today }),
  },
  {
    name: 'not solved',
    when: ({ stage }) => stage === 'call-back',
    act: byOperator({ type: 'dissatisfied', say: '还是断的' }),
    leaves: again,
  },
  {
    name: 'reopen',
    when: isReopenable,
    act: byOperator({ type: 'reopen', say: '又断了' }),
    leaves: again,
  },
  {
    name: 'reopen late or too often',
    when: (model) => model.stage === 'closed' && !isReopenable(model),
    act: byOperator({ type: 'reopen', say: '又断了' }),
    refused: 'orders.',
  },
];
