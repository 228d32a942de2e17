import type { DraftReply, OrderState } from './state.ts';
import type { OrderFile, OrderStep } from './steps.ts';
import { arrangedIn } from './visits.ts';

type StepOf<T extends OrderStep['type']> = Extract<OrderStep, { type: T }>;
type Folds = { readonly [T in OrderStep['type']]: (state: OrderState, step: StepOf<T>) => OrderState };

/** Folds the steps of an order, the first of which says that it was registered. */
export function foldOrder(steps: readonly OrderStep[]): OrderState {
  const [first, ...rest] = steps;
  if (first?.type !== 'registered') throw new RangeError('an order begins by being registered');
  return rest.reduce(addStep, begun(first));
}

/** How an order stands after one more step. */
export function addStep(state: OrderState, step: OrderStep): OrderState {
  const fold = folds[step.type] as (state: OrderState, step: OrderStep) => OrderState;
  return fold(state, step);
}

function begun({
  kind,
  urgent,
  petition,
  tipOff,
  secret,
  desk,
  unit,
  procedure,
  files = [],
  filesOf,
  on,
}: StepOf<'registered'>): OrderState {
  return {
    stage: unit === undefined ? 'received' : 'handling',
    ...{ kind, urgent, petition, tipOff, secret, desk, branch: unit ?? desk, startedOn: on },
    ...{ labels: [], helpers: [], hands: [], passedThrough: [], urgedOn: [] },
    files: laid(files, filesOf ?? 'caller'),
    ...{ round: 1, notReached: 0, dispatches: unit === undefined ? 0 : 1, wrongDispatches: 0 },
    calledBack: false,
    ...(kind === 'visit' ? { asksVisit: true } : {}),
    ...(procedure === undefined ? {} : { procedure }),
  };
}

const folds: Folds = {
  registered: (state) => state,
  classified: (state, { kind, matter, labels }) => ({
    ...state,
    ...{ kind, matter, labels, stage: 'sorting' },
  }),
  'sealed-off': (state, { to }) => ({
    ...state,
    ...{ tipOff: true, stage: 'handling', branch: to, dispatches: state.dispatches + 1 },
  }),
  dispatched: (state, { to }) => ({
    ...state,
    ...{ stage: 'handling', branch: to, dispatches: state.dispatches + 1 },
  }),
  claimed: (state, { by }) => (by === undefined ? state : { ...state, handlerId: by }),
  returned: (state) => ({
    ...loose(state),
    ...{ stage: 'sorting', branch: state.desk, wrongDispatches: state.wrongDispatches + 1 },
  }),
  'time-asked': (state, { days, basis, by }) => ({
    ...state,
    extension: { state: 'asked', days, basis, ...(by === undefined ? {} : { by }) },
  }),
  'time-granted': (state) => decided(state, 'granted'),
  'time-refused': (state) => decided(state, 'refused'),
  'help-asked': (state, { of: unit }) => ({
    ...state,
    ...{ stage: 'coordinating', helpers: [...state.helpers, { unit, given: false }] },
  }),
  'help-given': (state, { of: unit }) => ({
    ...state,
    helpers: state.helpers.map((one) => (one.unit === unit ? { unit, given: true } : one)),
  }),
  handed: (state, { direction, to, on }) => ({
    ...loose(state),
    ...{ stage: 'coordinating', branch: to },
    hands: [...state.hands, { direction, from: state.branch, on }],
    passedThrough: [...new Set([...state.passedThrough, state.branch])],
  }),
  'handed-back': (state) => ({
    ...loose(state),
    ...{ branch: state.hands.at(-1)?.from ?? state.branch, hands: state.hands.slice(0, -1) },
    passedThrough: [...new Set([...state.passedThrough, state.branch])],
  }),
  supervised: (state) => ({ ...state, stage: 'coordinating' }),
  'visit-arranged': (state, step) => ({ ...state, visit: arrangedIn(step) }),
  drafted: (state, { text, open, by = '' }) => ({
    ...state,
    draft: { text, by, passedBy: [], ...(open === undefined ? {} : { open }) },
  }),
  passed: (state, { by = '' }) =>
    reviewed(state, (draft) => ({ ...draft, passedBy: [...draft.passedBy, by] })),
  'sent-back': (state) => reviewed(state, (draft) => ({ ...draft, passedBy: [] })),
  replied: (state, { text, on }) => ({
    ...state,
    ...{ stage: 'call-back', reply: text, repliedOn: on, notReached: 0 },
  }),
  'not-reached': (state) => ({ ...state, notReached: state.notReached + 1 }),
  satisfied: (state) => ({ ...state, calledBack: true }),
  dissatisfied: (state) => ({ ...state, calledBack: true }),
  reopened,
  urged: (state, { on }) => ({ ...state, urgedOn: [...state.urgedOn, on] }),
  // Only a step of staff says by whom it was taken.
  attached: (state, { files, by }) => ({
    ...state,
    files: [...state.files, ...laid(files, by === undefined ? 'caller' : 'desk')],
  }),
  'told-apart': ({ procedure: _, ...state }) => state,
  linked: (state, step) => ({ ...state, linkedCase: step.case }),
  reminded: (state, { on }) => ({ ...state, remindedOn: on }),
  named: (state, { on }) => ({ ...state, namedOn: on }),
  closed: (state, { how, on }) => ({ ...state, stage: 'closed', how, closedOn: on }),
};

function laid(files: readonly string[], from: OrderFile['from']): OrderFile[] {
  return files.map((file) => ({ file, from }));
}

/** Nobody has it in hand any more, and what was drafted is not sent by whoever comes next. */
function loose({ handlerId: _handler, draft: _draft, ...state }: OrderState): OrderState {
  return state;
}

function decided(state: OrderState, to: 'granted' | 'refused'): OrderState {
  return state.extension === undefined ? state : { ...state, extension: { ...state.extension, state: to } };
}

function reviewed(state: OrderState, change: (draft: DraftReply) => DraftReply): OrderState {
  return state.draft === undefined ? state : { ...state, draft: change(state.draft) };
}

/** 重开: another round with days of its own, by the unit that replied, or at the desk where nobody was sent. */
function reopened(state: OrderState, { on }: StepOf<'reopened'>): OrderState {
  const { how: _how, closedOn: _closed, repliedOn: _replied, remindedOn: _reminded, ...open } = loose(state);
  const { extension: _extension, namedOn: _named, visit: _visit, ...fresh } = open;
  return {
    ...fresh,
    ...{ stage: state.dispatches > state.wrongDispatches ? 'handling' : 'received' },
    ...{ startedOn: on, round: state.round + 1, notReached: 0, hands: [], urgedOn: [] },
  };
}
