import { Problem } from '@tongban/kernel';
import {
  announce,
  type Db,
  newId,
  type Platform,
  type SignedIn,
  type Tx,
  transaction,
} from '../../../platform/index.ts';
import type { Identity } from '../../identity/index.ts';
import { tellWindow } from '../counter.ts';
import type { Drafts } from '../drafts.ts';
import { isOwnCase } from '../rules.ts';
import { sittingTopic } from './changes.ts';
import type { OpenSitting } from './parts.ts';
import type { SittingRow, SittingStore } from './store.ts';

type Deps = Pick<Platform, 'clock'> & {
  db: Db;
  store: SittingStore;
  drafts: Drafts;
  identity: Pick<Identity, 'meet' | 'citizenOf'>;
};
type Arrived = { name: string; citizenNumber: string; phone?: string; by: 'card' | 'code' | 'typed' };
/** Who sits down, and how they are known. */
type Known = { personId: string; by: SittingRow['identified_by']; ticket?: string };

/** A sitting nobody has worked in for so long is over. */
const idleMinutes = 60;

/** 坐席: who sits at which window; a clerk has one person before them, and their drafts stay theirs. */
export function createSittings(deps: Deps) {
  const { store, clock, db } = deps;
  const read = createReading(deps);
  const end = async (tx: Tx, row: SittingRow): Promise<SittingRow> => {
    await store.end(tx, row, clock());
    await tell(tx, row);
    return { ...row, ended_at: clock() };
  };
  return {
    ...read,
    tell,
    end,
    begin: createBeginning(deps, end),
    beginFor: createSeating(deps, end),
    /** Ends the sittings nobody has worked in for an hour. */
    async sweep(now: Date): Promise<void> {
      for (const row of await store.leftOpen(new Date(now.getTime() - idleMinutes * 60_000))) {
        await transaction(db, (tx) => end(tx, row));
      }
    },
  };
}

type End = (tx: Tx, row: SittingRow) => Promise<unknown>;

function createBeginning(deps: Deps, end: End) {
  const { identity } = deps;
  const seat = createSeating(deps, end);
  return async (tx: Tx, caller: SignedIn, arrived: Arrived): Promise<SittingRow> => {
    refuseWithoutPost(caller);
    return seat(tx, caller, { personId: await identity.meet(tx, arrived), by: arrived.by });
  };
}

/** Seats somebody who is known: by their card, or by the ticket that was called. */
function createSeating(deps: Deps, end: End) {
  const { store, clock } = deps;
  return async (tx: Tx, caller: SignedIn, { personId, by, ticket }: Known): Promise<SittingRow> => {
    const assignment = refuseWithoutPost(caller);
    // Asked afresh: whoever sits down may have become known just now.
    if (isOwnCase({ ...caller, ...(await citizenOf(deps, tx, caller)) }, { person_id: personId })) {
      throw new Problem('intake.own', 'forbidden', '不能给自己办，请另一位同事受理');
    }
    const before = await store.lockOpen(tx, caller.personId);
    if (before?.person_id === personId) return before;
    for (const row of await leaving(deps, tx, before, assignment.window)) await end(tx, row);
    const row = await store.insert(tx, {
      ...{ person_id: personId, sitting_id: newId(), clerk_id: caller.personId, branch: assignment.branch },
      ...{ window_id: assignment.window, identified_by: by, began_at: clock(), seen_at: clock() },
      ticket_id: ticket,
    });
    if (row !== undefined) return row;
    throw new Problem('intake.just-begun', 'conflict', '刚才已经开始了一次受理，刷新后再看');
  };
}

/** Which citizen the clerk is. */
async function citizenOf(
  { identity }: Deps,
  tx: Tx,
  { personId }: SignedIn,
): Promise<{ citizenId?: string }> {
  const citizenId = await identity.citizenOf(personId, tx);
  return citizenId === undefined ? {} : { citizenId };
}

function refuseWithoutPost({ assignment }: SignedIn): NonNullable<SignedIn['assignment']> {
  if (assignment !== undefined) return assignment;
  throw new Problem('intake.no-post', 'forbidden', '先选一个窗口岗位再受理');
}

/** Whose sitting ends when a new one begins: the clerk's own, and that of a colleague who sat at the window before. */
async function leaving(
  { store }: Deps,
  tx: Tx,
  own: SittingRow | undefined,
  window: string | undefined,
): Promise<SittingRow[]> {
  const there = window === undefined ? undefined : await store.atWindow(tx, window);
  const rows = [own, there].flatMap((row) => row ?? []);
  return [...new Map(rows.map((row) => [row.sitting_id, row])).values()];
}

/** Opens sittings of one clerk; those of others are as if they were not there. */
function createReading({ store, drafts, clock }: Deps) {
  const opened = async (tx: Tx, row: SittingRow): Promise<OpenSitting> => {
    const taken = await store.taken(tx, row);
    const found = await Promise.all(
      taken
        .filter((one) => one.case_id === undefined)
        .map(async (one) => ({ taken: one, draft: await drafts.find(tx, row.person_id, one.draft_id) })),
    );
    return {
      row,
      filed: taken.filter((one) => one.case_id !== undefined),
      // A draft thrown away at home has gone from the window too.
      inHand: found.flatMap(({ taken: one, draft }) => (draft === undefined ? [] : [{ taken: one, draft }])),
    };
  };
  return {
    opened,
    find: async (tx: Tx | undefined, caller: SignedIn, sittingId: string): Promise<SittingRow> =>
      known(await store.find(tx, caller.personId, sittingId)),
    atWindow: store.atWindow,
    /** The open sitting at a window, held so that an answer meets what stands there. */
    async lockAtWindow(tx: Tx, window: string): Promise<SittingRow | undefined> {
      const row = await store.atWindow(tx, window);
      const held = row === undefined ? undefined : await store.lock(tx, row.clerk_id, row.sitting_id);
      return held?.ended_at === undefined ? held : undefined;
    },
    findOpen: (tx: Tx, caller: SignedIn): Promise<SittingRow | undefined> =>
      store.findOpen(tx, caller.personId),
    /** Opens a sitting for work; one that has ended is closed to changes. */
    async lock(tx: Tx, caller: SignedIn, sittingId: string): Promise<OpenSitting> {
      const row = known(await store.lock(tx, caller.personId, sittingId));
      if (row.ended_at !== undefined) {
        throw new Problem('intake.ended', 'conflict', '这次受理已经结束，重新读卡再办');
      }
      await store.touch(tx, row, clock());
      return opened(tx, row);
    },
  };
}

/** Tells the desk and the second screen of the window that something has changed. */
async function tell(tx: Tx, row: SittingRow): Promise<void> {
  await announce(tx, { topic: sittingTopic, key: row.sitting_id, data: { changed: true } });
  if (row.window_id !== undefined) await tellWindow(tx, row.window_id);
}

function known(row: SittingRow | undefined): SittingRow {
  if (row !== undefined) return row;
  throw new Problem('intake.missing', 'missing', '没有这次受理，或它不是您的');
}
