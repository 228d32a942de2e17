import type { DeskCase } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import Type, { type Static } from 'typebox';
import {
  type Db,
  enqueue,
  job,
  newId,
  type Platform,
  type SignedIn,
  type Tx,
  transaction,
  withdraw,
} from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Deciding, DecisionWish } from './deciding.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import { type Ledger, refused, worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import { verdictOf } from './permitted.ts';
import type { HeldStore } from './store/held.ts';
import type { HeldRow } from './store/tables.ts';

type Deps = Pick<Platform, 'clock' | 'vault' | 'jobs' | 'config'> & {
  db: Db;
  store: HeldStore;
  ledger: Ledger;
  deciding: Deciding;
  dispatcher: Pick<Dispatcher, 'giveAnew'>;
  identity: Pick<Identity, 'staffOf'>;
};
export type Holding = ReturnType<typeof createHolding>;

const leaveHeld = job(
  'cases.leave-held',
  Type.Object({ city: Type.String(), caseId: Type.String(), held: Type.String() }),
);
type Leaving = Static<typeof leaveHeld.schema>;

/** 可撤回的决定: a decision is checked at once, waits some seconds in which it can be taken back, and then leaves, once. */
export function createHolding(deps: Deps) {
  const { clock, vault, jobs, store, ledger, deciding } = deps;
  /** How long whoever decides may think again; 0 lets every decision leave at once. */
  const { decisionHoldSeconds: seconds } = deps.config;
  jobs.handle(leaveHeld, (leaving) => leave(deps, leaving));
  return {
    /** Holds a decision, or lets it leave at once where nothing is held. */
    async hold(tx: Tx, open: OpenCase, wish: DecisionWish): Promise<OpenCase> {
      if (seconds === 0) return deciding.decide(tx, open, wish);
      deciding.check(open, wish);
      const { city, case_id: caseId } = open.row;
      const [held, leavesAt] = [newId(), new Date(clock().getTime() + seconds * 1000)];
      await store.insert(tx, {
        ...{ city, case_id: caseId, held_id: held, by_id: wish.caller.personId, command: wish.verdict },
        ...{ leaves_at: leavesAt, sealed: vault.seal(placeOf(caseId, held), JSON.stringify(kept(wish))) },
      });
      await enqueue(tx, { job: leaveHeld, data: { city, caseId, held }, runAt: leavesAt, key: keyOf(held) });
      return { ...open, row: { ...open.row, held_id: held } };
    },
    /** Takes a decision back: only whoever gave it, and only before it has left. */
    async undo(
      tx: Tx,
      open: OpenCase,
      { caller, held }: { caller: SignedIn; held: string },
    ): Promise<OpenCase> {
      const { city, case_id: caseId } = open.row;
      const waiting = await store.find(tx, { city, caseId });
      if (waiting?.held_id !== held) {
        throw new Problem('cases.not-held', 'conflict', '这个决定已经发出，或已经撤回，刷新后再看');
      }
      if (waiting.by_id !== caller.personId) {
        throw new Problem('cases.not-your-decision', 'forbidden', '这个决定是另一位同事作的，由本人撤回');
      }
      await store.take(tx, { city, caseId }, held);
      await withdraw(tx, keyOf(held));
      return ledger.save(tx, freed(open));
    },
    /** The decision that waits on a case, for the desk. */
    async find(tx: Tx | undefined, { row }: OpenCase): Promise<HeldRow | undefined> {
      if (row.held_id === undefined) return undefined;
      return store.find(tx, { city: row.city, caseId: row.case_id });
    },
  };
}

/** 待发出 as the desk shows it. */
export function heldView(held: HeldRow, who: { name: string; mine: boolean }): NonNullable<DeskCase['held']> {
  const { held_id, command, leaves_at } = held;
  return { held: held_id, command, by: who.name, mine: who.mine, leavesAt: leaves_at.toISOString() };
}

/** Lets a decision leave; one that may no longer be given is dropped, and the case says why. */
async function leave(deps: Deps, leaving: Leaving): Promise<void> {
  try {
    await transaction(deps.db, (tx) => release(deps, tx, leaving));
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
    await transaction(deps.db, (tx) => drop(deps, tx, { ...leaving, reason: error.message }));
  }
}

/**
 * Everything is checked again, by the same verdicts as when it was given, and first that whoever gave it still has the
 * post for it. Whoever comes second finds nothing.
 */
async function release(deps: Deps, tx: Tx, leaving: Leaving): Promise<void> {
  const taken = await takeUp(deps, tx, leaving);
  if (taken === undefined) return;
  const { open, wish } = taken;
  if (!(await isInPost(deps, open, wish.caller))) return giveUp(deps, tx, taken);
  const verdict = verdictOf(wish.verdict, open, wish.caller);
  if (!verdict.ok) throw refused(verdict);
  await deps.ledger.save(tx, await deps.deciding.decide(tx, open, wish));
}

async function drop(deps: Deps, tx: Tx, leaving: Leaving & { reason: string }): Promise<void> {
  const taken = await takeUp(deps, tx, leaving);
  if (taken === undefined) return;
  await deps.ledger.save(tx, await lapse(deps, tx, { ...taken, reason: leaving.reason }));
}

/** 不再在岗: the decision of somebody who lost the post meanwhile is dropped, and the case goes to others. */
async function giveUp(deps: Deps, tx: Tx, taken: Taken): Promise<void> {
  const lapsed = await lapse(deps, tx, { ...taken, reason: '作决定的人已不在这个岗位上' });
  const without = taken.wish.caller.personId;
  const anew = await deps.dispatcher.giveAnew(tx, lapsed, { without, lead: '原承办人已不在岗，改派。' });
  await deps.ledger.save(tx, anew);
}

function lapse({ ledger }: Deps, tx: Tx, { open, wish, reason }: Taken & { reason: string }) {
  return ledger.give(tx, open, { type: 'drop-decision', by: worker, verdict: wish.verdict, reason });
}

/** Whether the post is still in force, with the account let in, for this item, and as head where it was given as head. */
async function isInPost({ identity }: Deps, { row }: OpenCase, { personId, role, assignment }: SignedIn) {
  if (assignment === undefined) return false;
  const posts = await identity.staffOf({ branches: [assignment.branch] }, [role]);
  return posts.some(
    (post) =>
      post.personId === personId &&
      (post.items === undefined || post.items.includes(row.item)) &&
      (post.head || assignment.head !== true),
  );
}

type Taken = { open: OpenCase; wish: DecisionWish };

/** Locks the case and takes the decision from where it waited, in one transaction with what becomes of it. */
async function takeUp({ ledger, store, vault }: Deps, tx: Tx, leaving: Leaving): Promise<Taken | undefined> {
  const { city, caseId, held } = leaving;
  const open = await ledger.lock(tx, { city, caseId });
  const row = await store.take(tx, { city, caseId }, held);
  if (row === undefined) return undefined;
  return { open: freed(open), wish: JSON.parse(vault.open(placeOf(caseId, held), row.sealed)) };
}

function freed(open: OpenCase): OpenCase {
  return { ...open, row: { ...open.row, held_id: undefined } };
}

/** What is kept of whoever decides: the person and the post they decided from. */
function kept({ caller, ...decision }: DecisionWish): DecisionWish {
  const { personId, role, assignment, citizenId } = caller;
  return {
    ...decision,
    caller: {
      ...{ personId, role },
      ...(assignment === undefined ? {} : { assignment }),
      ...(citizenId === undefined ? {} : { citizenId }),
    },
  };
}

function placeOf(caseId: string, held: string): string {
  return `cases.held.sealed|${caseId}|${held}`;
}

function keyOf(held: string): string {
  return `cases.held:${held}`;
}
