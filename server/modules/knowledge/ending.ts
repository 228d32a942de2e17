import { type Platform, publish, type Tx } from '../../platform/index.ts';
import { replyEnded, replyInForce } from './events.ts';
import type { Parts } from './parts.ts';
import type { EntryRow, VersionRow } from './store/tables.ts';

type Ended = 'replaced' | 'expired' | 'withdrawn';
type Shelf = Pick<Parts, 'store' | 'search'> & Pick<Platform, 'clock'>;

/** Takes a version out of force, or an open one away, and says so. */
export async function endVersion(
  { store, clock }: Shelf,
  tx: Tx,
  {
    entry,
    version,
    to,
    note,
  }: { entry: Pick<EntryRow, 'entry_id' | 'scope'>; version: VersionRow; to: Ended; note?: string },
): Promise<void> {
  const at = clock();
  const why = note === undefined ? {} : { note };
  await store.change(tx, version, { state: to, ended_at: at, changed_at: at, ...why });
  if (to === 'replaced') await store.forget(tx, version);
  else await store.restate(tx, version, to);
  if (version.state !== 'in-force') return;
  if (to !== 'replaced') await store.show(tx, entry.entry_id, false);
  const told = { entryId: entry.entry_id, version: version.version, scope: entry.scope, why: to };
  await publish(tx, replyEnded(told), at);
}

/** Puts the words of a version into the index as it stands. */
export function indexVersion({ store, search }: Shelf, tx: Tx, entry: EntryRow, version: VersionRow) {
  const { entry_id, scope, kind, item } = entry;
  const also = [...version.also, version.used_when].join('，');
  const words = search.vectorOf({
    A: version.title,
    B: also,
    C: `${version.text} ${version.text_en ?? ''} ${version.title_en ?? ''}`,
  });
  const shown = version.state === 'in-force' && version.public;
  return store.index(tx, {
    entry_id,
    version: version.version,
    state: version.state,
    scope,
    kind,
    item,
    shown,
    words,
  });
}

/** Says that a version is in force: it is shown where it is public, and found. */
export async function beginVersion(
  shelf: Shelf,
  tx: Tx,
  entry: EntryRow,
  version: VersionRow,
): Promise<void> {
  await shelf.store.show(tx, entry.entry_id, version.public);
  await indexVersion(shelf, tx, entry, version);
  const { entry_id: entryId, scope, item } = entry;
  const about = item === undefined ? {} : { item };
  await publish(tx, replyInForce({ entryId, version: version.version, scope, ...about }), shelf.clock());
}
