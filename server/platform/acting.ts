import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '@tongban/contract';
import type { Caller } from './caller.ts';

/**
 * 机器角色: what the house itself acts as when nobody asks. `sign-in` looks people up before anyone is known, `verifier`
 * shows a paper to whoever holds its code, `window` finds the person who stands at a window, `worker` does jobs and
 * carries events, `sealer` seals the audit, `startup` prepares the house.
 */
const machines = ['sign-in', 'verifier', 'window', 'worker', 'sealer', 'startup'] as const;
export type Machine = (typeof machines)[number];

/** 行为人: in whose name the database is asked; the row policies see nothing else. */
export type Acting = {
  readonly role: Role | Machine;
  readonly personId?: string;
  /** For whom an agent acts; everyone else acts for themselves. */
  readonly principalId?: string;
  readonly branch?: string;
};

const acting = new AsyncLocalStorage<Acting>();

/** One and the same for every piece of work, so that a connection at hand is known again. */
const asMachines = Object.fromEntries(machines.map((role) => [role, { role }])) as Record<Machine, Acting>;

/** Tells the house itself from the people who ask it. */
export function isMachine(role: Acting['role']): role is Machine {
  return machines.some((one) => one === role);
}

/** Does work in the name of a caller; everything awaited in it asks the database as this caller. */
export function asCaller<T>(caller: Caller, work: () => T): T {
  const { role, personId, principalId, assignment } = caller;
  return acting.run(
    {
      role,
      ...(personId === undefined ? {} : { personId }),
      ...(principalId === undefined ? {} : { principalId }),
      ...(assignment === undefined ? {} : { branch: assignment.branch }),
    },
    work,
  );
}

/** Does work in the name of the house itself, for what no caller may see but the house must. */
export function asMachine<T>(machine: Machine, work: () => T): T {
  return acting.run(asMachines[machine], work);
}

/** Who acts at this point; undefined where nobody does, and then the database shows no row of a person. */
export function whoActs(): Acting | undefined {
  return acting.getStore();
}
