import type { OpenCase } from './model.ts';
import type { CaseRow } from './store/tables.ts';

/** A case as it was opened, without its row. */
type Opened = Omit<OpenCase, 'row'>;
type Kept = Opened & { version: number; sealed: Buffer };

/** So many cases at most are kept open in memory. */
const mostKept = 2000;

/**
 * 近来打开过的办件: what a case's actions fold to, kept as long as the case stays as it is. The row itself is never kept:
 * each reading finds it anew, under the policies of whoever reads, and tells by version and content what still holds.
 */
export function createRecent() {
  const kept = new Map<string, Kept>();
  return {
    find(row: CaseRow): OpenCase | undefined {
      const known = kept.get(row.case_id);
      if (known === undefined) return undefined;
      kept.delete(row.case_id);
      if (known.version !== row.version || !known.sealed.equals(row.sealed)) return undefined;
      kept.set(row.case_id, known);
      const { edition, plan, actions, state, content } = known;
      return { row, edition, plan, actions, state, content };
    },
    /** Keeps a case as it was committed; one that somebody is just moving on is left for the next reading. */
    keep({ row, ...opened }: OpenCase): void {
      const { version, sealed } = row;
      if (opened.actions.length !== version) return;
      const [eldest] = kept.size < mostKept ? [] : kept.keys();
      if (eldest !== undefined) kept.delete(eldest);
      for (const part of [opened.actions, opened.state, opened.content]) freezeAll(part);
      kept.set(row.case_id, { ...opened, version, sealed });
    },
  };
}

/** What several readings share, none of them may change. */
function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freezeAll(inner);
}
