import type { ItemEdition } from './edition.ts';
import { type ContentFile, type Finding, isBlocking, sortFindings } from './finding.ts';
import { contextOf } from './lint/context.ts';
import { judgeItem } from './lint/lint-item.ts';
import { lintLocal } from './lint/local-rules.ts';
import { lintReference } from './lint/reference-rules.ts';
import { repeats } from './lint/report.ts';
import { type Content, readContent } from './read/read-content.ts';

/** Loaded content, or every reason why nothing was loaded. */
export type ContentLoading =
  | { ok: true; content: Content; editions: ItemEdition[]; notes: Finding[] }
  | { ok: false; findings: Finding[] };

/** 载入: reads, checks and compiles a whole content tree; one error anywhere and nothing is loaded. */
export function loadContent(files: readonly ContentFile[]): ContentLoading {
  const { content, findings } = readContent(files);
  const context = contextOf(content);
  const judged = content.items.map((read) => judgeItem(read, context));
  const editions = judged.flatMap(({ edition }) => edition ?? []);
  const all = sortFindings([
    ...findings,
    ...judged.flatMap((each) => each.findings),
    ...lintRepeats(content),
    ...lintReference(content),
    ...lintLocal(content, editions),
  ]);
  if (all.some(isBlocking)) return { ok: false, findings: all };
  return { ok: true, content, editions, notes: all };
}

/** Two items may share neither an id nor a local code. */
function lintRepeats({ items }: Content): Finding[] {
  const keys = [
    { path: ['id'], of: (read: Content['items'][number]) => read.folder.item.id },
    { path: ['codes', 'local'], of: (read: Content['items'][number]) => read.folder.item.codes.local },
    { path: ['name'], of: (read: Content['items'][number]) => read.folder.item.name },
  ];
  return keys.flatMap(({ path, of }) =>
    repeats(items, of).map(({ entry }) => ({
      rule: 'item.unique',
      severity: 'error' as const,
      ...entry.at('item', path),
      message: `“${of(entry)}”已经有别的事项用了`,
    })),
  );
}
