import { mayServe, type ServingWindow, type WaitingTicket } from './next.ts';

type Wanting = Pick<WaitingTicket, 'skills' | 'window' | 'queue'>;
/** Tickets that the very same windows may serve are one group; of a group only the first is ever compared. */
export type Groups = {
  readonly of: (ticket: Wanting) => number;
  readonly servedBy: (window: number) => readonly number[];
  readonly count: () => number;
};

/** Sorts tickets into groups by which of the windows may serve them. */
export function groupsOf(windows: readonly ServingWindow[]): Groups {
  const groups = new Map<string, number>();
  const served: number[][] = windows.map(() => []);
  const of = (ticket: Wanting) => {
    const may = windows.map((window) => mayServe(window, ticket));
    const key = may.map(Number).join('');
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = groups.size;
    groups.set(key, group);
    for (const [at, yes] of may.entries()) if (yes) served[at]?.push(group);
    return group;
  };
  return { of, servedBy: (window) => served[window] ?? [], count: () => groups.size };
}
