import type { ListFilter, SavedView, TaskRow } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import Type from 'typebox';
import { enqueue, job, newId, type Platform, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { ExportRow, ExportStore } from './export-store.ts';
import type { Listing } from './listing.ts';
import { sheetOf } from './sheet.ts';

type Deps = Pick<Platform, 'clock' | 'jobs' | 'vault'> & {
  store: ExportStore;
  listing: Pick<Listing, 'pages' | 'countOf'>;
};
type Wish = { filter: ListFilter; columns: SavedView['columns'] };
type Kept = Wish & { caller: SignedIn };

/** 导出行数: more rows are another filter. */
const mostRows = 20_000;
const pageRows = 500;
const keptMs = 24 * 3_600_000;
const tries = 3;

const exportCases = job('cases.export', Type.Object({ person: Type.String(), export: Type.String() }));

/** 导出: a filtered list as an Excel file, made in the background, sealed, kept for a day, for whoever asked alone. */
export function createExporting(deps: Deps) {
  const { clock, vault, store, listing, jobs } = deps;
  jobs.handle(exportCases, (asked, { attempt }) =>
    make(deps, { personId: asked.person, exportId: asked.export }, attempt),
  );
  jobs.every('cases.drop-exports', '20 * * * *', (now) => store.dropBefore(new Date(now.getTime() - keptMs)));
  const own = async ({ personId }: SignedIn, exportId: string): Promise<ExportRow> => {
    const row = await store.find({ personId, exportId });
    const gone = row === undefined || clock().getTime() - row.asked_at.getTime() >= keptMs;
    if (gone) throw new Problem('cases.export-missing', 'missing', '没有这份导出，或已过一天删除，重新导出');
    return row;
  };
  return {
    async start(tx: Tx, caller: SignedIn, wish: Wish): Promise<{ export: string }> {
      const exportId = newId();
      const { personId, role, assignment } = caller;
      const asker = { personId, role, ...(assignment === undefined ? {} : { assignment }) };
      const kept: Kept = { ...wish, caller: asker };
      await store.insert(tx, {
        ...{ person_id: personId, export_id: exportId, asked_at: clock() },
        total: await listing.countOf(caller, wish.filter),
        wish: vault.seal(wishPlace(exportId), JSON.stringify(kept)),
      });
      const data = { person: personId, export: exportId };
      await enqueue(tx, { job: exportCases, data, maxAttempts: tries, runAt: clock() });
      return { export: exportId };
    },
    async state(caller: SignedIn, exportId: string) {
      const { state, done_rows: rows, total, made_at } = await own(caller, exportId);
      return { state, rows, total, ...(made_at === undefined ? {} : { madeAt: made_at.toISOString() }) };
    },
    async file(caller: SignedIn, exportId: string): Promise<Buffer> {
      const { file } = await own(caller, exportId);
      if (file === undefined) throw new Problem('cases.export-running', 'conflict', '还没有做好，过几秒再取');
      return vault.openBytes(filePlace(exportId), file);
    },
  };
}

type Key = { personId: string; exportId: string };

/** Makes the file page by page; what has been made already is not made again. */
async function make(deps: Deps, key: Key, attempt: number): Promise<void> {
  const row = await deps.store.find(key);
  if (row === undefined || row.state !== 'running') return;
  try {
    const wish: Kept = JSON.parse(deps.vault.open(wishPlace(key.exportId), row.wish));
    const rows = await gather(deps, key, wish);
    const sheet = await sheetOf(wish.columns, rows);
    const file = deps.vault.sealBytes(filePlace(key.exportId), sheet);
    await deps.store.finish(key, { file, rows: rows.length, at: deps.clock() });
  } catch (error) {
    // Whoever waits is told after the last try; before it, the job comes again.
    if (attempt >= tries) await deps.store.fail(key);
    throw error;
  }
}

async function gather({ store, listing }: Deps, key: Key, { caller, filter }: Kept): Promise<TaskRow[]> {
  const rows: TaskRow[] = [];
  for await (const page of listing.pages(caller, filter, pageRows)) {
    rows.push(...page.slice(0, mostRows - rows.length));
    await store.progress(key, rows.length);
    if (rows.length >= mostRows) break;
  }
  return rows;
}

function wishPlace(exportId: string): string {
  return `cases.export.wish|${exportId}`;
}

function filePlace(exportId: string): string {
  return `cases.export.file|${exportId}`;
}
