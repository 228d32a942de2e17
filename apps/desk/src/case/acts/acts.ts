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
] as const;
export type ActId = (typeof actIds)[number];

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
  return id === 'claim' || COMMAND_RULES[id].from.some((status) => status === state);
}

/** Whether the checkpoints may be marked now, and if not, why in the server's words. */
export function markPermit({ permitted }: Pick<DeskCase, 'permitted'>): { may: boolean; why?: string } {
  return permitted.find(({ command }) => command === 'mark') ?? { may: false };
}
