import { COMMAND_RULES } from '@tongban/casework';
import type { DeskCase } from '@tongban/contract';

/** 办理动作: what the desk can do to a case, in the order of the buttons. */
export const actIds = [
  'claim',
  'accept',
  'request-correction',
  'not-accept',
  'pass-step',
  'return-step',
  'grant',
  'refuse',
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
  'hand-over': 'F10',
};

/** Lays out the buttons for a case: what may be done, and what may not with the reason the server gives. */
export function actsOf({ permitted, state }: Pick<DeskCase, 'permitted' | 'state'>): Act[] {
  const taken = new Set<string>();
  return actIds.flatMap((id) => {
    const told = permitted.find(({ command }) => command === id);
    if (told === undefined || !(told.may || couldMatter(id, state))) return [];
    const key = keyOf[id];
    const free = told.may && !taken.has(key);
    if (free) taken.add(key);
    return [
      {
        id,
        may: told.may,
        ...(free ? { key } : {}),
        ...(told.why === undefined ? {} : { why: told.why }),
      },
    ];
  });
}

/** A command that means nothing in this state needs no button and no excuse. */
function couldMatter(id: ActId, state: string): boolean {
  return id === 'claim' || COMMAND_RULES[id].from.some((status) => status === state);
}

/** Whether the checkpoints may be marked now. */
export function mayMark({ permitted }: Pick<DeskCase, 'permitted'>): boolean {
  return permitted.some(({ command, may }) => command === 'mark' && may);
}
