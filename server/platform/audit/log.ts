import { asMachine } from '../acting.ts';
import { recordMade } from '../audit.ts';
import type { Db, Tx } from '../database.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import type { Anchor } from './anchor.ts';
import { type NoteSigner, verifierText } from './note.ts';
import { type Proof, proofOf } from './proof.ts';
import { createSealStore, type KeptCheckpoint, type SealStore } from './seal-store.ts';
import { createSealer, type Sealer } from './sealer.ts';
import { createTree, type Tree } from './tree.ts';

type Limits = { readonly warnMinutes: number; readonly refuseMinutes: number };
type Deps = { db: Db; log: Log; signer: NoteSigner; anchor: Anchor } & Limits;

/** 封存情况: how much is sealed, and what waits. */
export type SealingState = {
  readonly sealed: number;
  readonly unsealed: number;
  readonly oldestUnsealedSeconds: number;
  readonly light: 'green' | 'yellow' | 'red';
  readonly checkpoint: KeptCheckpoint | undefined;
};

const [busyMs, idleMs, failMs, lookMs] = [200, 1000, 5000, 15_000];
const proofPatienceMs = 3000;
/** What waits is counted no further. */
const countedAtMost = 100_000;

/** 封存日志: the audit as one signed tree, sealed in the background. */
export type AuditLog = ReturnType<typeof createAuditLog>;

/** Creates the log; nothing is sealed by itself before the start. */
export function createAuditLog(deps: Deps) {
  const { db, log, signer, anchor } = deps;
  const store = createSealStore(db);
  const tree = createTree(store);
  // An anchor that cannot be written stops nobody, but is told.
  const unanchored = (error: unknown) => log.error({ err: error }, 'the anchor was not written');
  const keep = (checkpoint: string) => anchor.keep(checkpoint).catch(unanchored);
  const sealer = createSealer({ db, store, tree, signer, keep });
  const watch = createWatch({ ...deps, store });
  const rounds = createRounds(
    async () => {
      const sealed = await sealer.seal();
      await watch.look();
      if (sealed === 'busy') return idleMs;
      if (sealed.lines === sealer.batch) return 0;
      return sealed.lines === 0 ? idleMs : busyMs;
    },
    { pauseMs: failMs, onError: (error) => log.error({ err: error }, 'the audit could not be sealed') },
  );
  return {
    /** The public key checkpoints are checked with, in one line. */
    key: verifierText(signer),
    /** Seals what has come to rest; for scripts and tests. */
    seal: sealer.seal,
    state: (): Promise<SealingState> => asMachine('sealer', watch.state),
    newest: (): Promise<KeptCheckpoint | undefined> => asMachine('sealer', store.newest),
    /** Whether lines have waited so long that sensitive acts of staff have to wait too. */
    isOverdue: watch.isOverdue,
    ...createProving({ store, tree, sealer, signer }),
    start: rounds.wake,
    async stop(): Promise<void> {
      await rounds.stop();
      await anchor.close().catch(unanchored);
    },
  };
}

/** Looks now and then how long lines wait, so that whoever must refuse need not ask the database. */
function createWatch({ store, anchor, log, warnMinutes, refuseMinutes }: Deps & { store: SealStore }) {
  let overdue = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const state = async (): Promise<SealingState> => {
    const place = await store.place(undefined);
    const { lines, seconds } = await store.waiting(place, countedAtMost);
    const checkpoint = await store.newest();
    const lost = ((await anchor.last())?.size ?? 0) > place.size;
    const light =
      lost || seconds > refuseMinutes * 60 ? 'red' : seconds > warnMinutes * 60 ? 'yellow' : 'green';
    return { sealed: place.size, unsealed: lines, oldestUnsealedSeconds: seconds, light, checkpoint };
  };
  return {
    state,
    isOverdue: () => overdue,
    async look(): Promise<void> {
      if (performance.now() - lookedAt < lookMs) return;
      lookedAt = performance.now();
      const { light, unsealed, oldestUnsealedSeconds } = await asMachine('sealer', state);
      overdue = oldestUnsealedSeconds > refuseMinutes * 60;
      if (light !== 'green')
        log.error({ light, unsealed, oldestUnsealedSeconds }, 'audit lines wait for their seal');
    },
  };
}

type Proving = { store: SealStore; tree: Tree; sealer: Sealer; signer: NoteSigner };

/** Puts things on record of which a proof will be given to people. */
function createProving({ store, tree, sealer, signer }: Proving) {
  const key = verifierText(signer);
  const write = async (xid: string, object: string): Promise<Proof | undefined> => {
    const line = await store.lineOf(xid, object);
    if (line?.index === undefined) return undefined;
    const { index, ...kept } = line;
    const newest = await store.newest();
    if (newest === undefined || newest.size <= index) return undefined;
    return proofOf({
      line: kept,
      index,
      path: await tree.path(index, newest.size),
      checkpoint: newest.text,
      key,
    });
  };
  return {
    /** Writes the line of something made, in the transaction that makes it; it names no person. */
    record: (tx: Tx, made: { action: string; object: string }): Promise<void> => recordMade(tx, made),
    /** The proof of such a line; sealed now if it has not been. Undefined while an older transaction is still open. */
    prove: (xid: string, object: string): Promise<Proof | undefined> =>
      asMachine('sealer', async () => {
        const ready = await write(xid, object);
        return ready ?? sealer.sealUntil(() => write(xid, object), proofPatienceMs);
      }),
  };
}
