import { setTimeout as sleep } from 'node:timers/promises';
import { asMachine } from '../acting.ts';
import { type Db, type Tx, transaction } from '../database.ts';
import { leafOf } from './entry.ts';
import { append, type Range, rootOf } from './merkle.ts';
import { type NoteSigner, signState } from './note.ts';
import type { Node, Place, SealStore } from './seal-store.ts';
import { isKept, type Tree } from './tree.ts';

/** How a round of sealing ended: so many lines sealed, or another process was at it. */
export type Sealed = { readonly lines: number; readonly checkpoint?: string } | 'busy';

type Deps = {
  db: Db;
  store: SealStore;
  tree: Tree;
  signer: NoteSigner;
  /** Where each new checkpoint goes, after it is lasting. */
  keep: (checkpoint: string) => Promise<void>;
};
type Memory = { place: Place; range: Range };
export type Sealer = ReturnType<typeof createSealer>;

const batch = 4000;
const retryMs = 40;

/** 封存: adds the lines that have come to rest to the tree and signs its new state. */
export function createSealer(deps: Deps) {
  let memory: Memory | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const once = async (): Promise<Sealed> => {
    const done = await asMachine('sealer', () => transaction(deps.db, (tx) => seal(deps, tx, memory)));
    if (done === 'busy') return 'busy';
    memory = done.memory;
    if (done.sealed.checkpoint !== undefined) await deps.keep(done.sealed.checkpoint);
    return done.sealed;
  };
  /** Rounds of one process follow each other: each begins after everything committed before it was asked for. */
  const inLine = (): Promise<Sealed> => {
    const mine = line.then(once);
    line = mine.catch(() => {
      memory = undefined;
    });
    return mine;
  };
  return {
    /** Seals one batch. */
    seal: inLine,
    /** Seals until what is asked for is there, or the patience ends; undefined when it is not. */
    async sealUntil<T>(find: () => Promise<T | undefined>, patienceMs: number): Promise<T | undefined> {
      const end = performance.now() + patienceMs;
      for (;;) {
        const sealed = await inLine();
        const found = await find();
        if (found !== undefined) return found;
        if (sealed !== 'busy' && sealed.lines === batch) continue;
        if (performance.now() >= end) return undefined;
        await sleep(retryMs);
      }
    },
    /** The size of a full batch: after one there may be more at once. */
    batch,
  };
}

async function seal(
  deps: Deps,
  tx: Tx,
  memory: Memory | undefined,
): Promise<{ sealed: Exclude<Sealed, 'busy'>; memory: Memory } | 'busy'> {
  const { store } = deps;
  if (!(await store.hold(tx))) return 'busy';
  const known = await refresh(deps, tx, memory);
  const lines = await store.unsealed(tx, known.place, batch);
  const last = lines.at(-1);
  if (last === undefined) return { sealed: { lines: 0 }, memory: known };
  const leaves = lines.map((line) => ({ line, hash: leafOf(line) }));
  const range = { size: known.range.size, peaks: [...known.range.peaks] };
  const nodes: Node[] = [];
  for (const { hash } of leaves) {
    append(range, hash, (at, node) => {
      if (isKept(at)) nodes.push({ ...at, hash: node });
    });
  }
  await store.insertLeaves(tx, known.place.size, leaves);
  await store.insertNodes(tx, nodes);
  const state = {
    origin: deps.signer.origin,
    size: range.size,
    root: rootOf(range),
    at: await store.now(tx),
  };
  const checkpoint = signState(state, deps.signer);
  await store.insertCheckpoint(tx, { ...state, text: checkpoint });
  const place = { size: range.size, xid: last.xid, id: last.id };
  return { sealed: { lines: lines.length, checkpoint }, memory: { place, range } };
}

/** What was remembered, if nobody has gone on with the tree since; else read again. */
async function refresh({ store, tree }: Deps, tx: Tx, memory: Memory | undefined): Promise<Memory> {
  const place = await store.place(tx);
  if (memory?.place.size === place.size && memory.place.id === place.id) return memory;
  return { place, range: await tree.rangeOf(tx, place.size) };
}
