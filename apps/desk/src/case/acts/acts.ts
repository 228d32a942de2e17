import { COMMAND_RULES } from '@tongban/casework';
import type { DeskCase } from '@tongban/contract';

/** 办理动作: what the desk can do to a case, in the order of the buttons. */
const actIds = [
  'claim',
  'accept',
  'request-correction',
  'not-accept',
  'pass-step',
  'return-step',
  'grant',
  'refuse',
  'finish-production',
  'hand-over',
  'end-special-procedure',
  'decide-extension',
  'settle-ask',
  'start-special-procedure',
  'request-extension',
  'ask',
  'return',
  'forward',
] as const;
export type ActId = (typeof actIds)[number];

/** Acts that are seldom: they stand together in a menu behind the others. */
const seldom: readonly ActId[] = [
  'settle-ask',
  'start-special-procedure',
  'request-extension',
  'ask',
  'return',
  'forward',
];

/** Whether an act stands in the menu rather than as a button. */
export function isSeldom({ id }: Act): boolean {
  return seldom.includes(id);
}

/** One button of the action bar: its key, and the reason in words when it may not be pressed. */
export type Act = {
  readonly id: ActId;
  readonly key?: string;
  readonly may: boolean;
  readonly why?: string;
};

const keyOf: Readonly<Record<ActId, string>> = {
  claim: 'F6',
  accept: 'F6',
  'request-correction': 'n',
  'not-accept': 'd',
  'pass-step': 'e',
  'return-step': 'r',
  grant: 'e',
  refuse: 'd',
  'finish-production': 'F10',
  'hand-over': 'F10',
  'end-special-procedure': 's',
  'decide-extension': 'l',
  'settle-ask': 'w',
  'start-special-procedure': 's',
  'request-extension': 'l',
  ask: 'a',
  return: 'B',
  forward: 'F',
};

/** Lays out the buttons for a case: what may be done, and what may not with the reason the server gives. */
export function actsOf({ permitted, state }: Pick<DeskCase, 'permitted' | 'state'>): Act[] {
  const acts = actIds.flatMap((id): Act[] => {
    const told = permitted.find(({ command }) => command === id);
    if (told === undefined || !(told.may || couldMatter(id, state))) return [];
    return [{ id, may: told.may, ...(told.why === undefined ? {} : { why: told.why }) }];
  });
  return acts.map((act) => (hasKey(act, acts) ? { ...act, key: keyOf[act.id] } : act));
}

/** A key belongs to the first act that may be done; where none may, to the first, so that it can say why. */
function hasKey(act: Act, acts: readonly Act[]): boolean {
  const rivals = acts.filter(({ id }) => keyOf[id] === keyOf[act.id]);
  return act === (rivals.find(({ may }) => may) ?? rivals[0]);
}

/** A command that means nothing in this state needs no button and no excuse. */
function couldMatter(id: ActId, state: string): boolean {
  if (id === 'claim') return true;
  // A seldom act that may not be given is no loss; the menu stays short.
  return id in COMMAND_RULES && !seldom.includes(id) && statesOf(id).includes(state);
}

function statesOf(id: ActId): readonly string[] {
  return id in COMMAND_RULES ? COMMAND_RULES[id as keyof typeof COMMAND_RULES].from : [];
}

/** Whether the checkpoints may be marked now, and if not, why in the server's words. */
export function markPermit({ permitted }: Pick<DeskCase, 'permitted'>): { may: boolean; why?: string } {
  return permitted.find(({ command }) => command === 'mark') ?? { may: false };
}
