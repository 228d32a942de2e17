import type { Finding, Path } from '../finding.ts';
import type { ReadItem } from '../read/read-folder.ts';
import type { LintContext } from './context.ts';

type Part = Parameters<ReadItem['at']>[0];

/** How a rule says what it found: which rule, where in the folder, in which words. */
export type Report = (rule: string, where: { part: Part; path: Path }, message: string) => void;

/** One item under the rules, with what they know and how they report. */
export type Linting = { read: ReadItem; context: LintContext; report: Report };

export function createReport(item: ReadItem, severity: Finding['severity'], findings: Finding[]): Report {
  return (rule, where, message) => {
    findings.push({ rule, severity, ...item.at(where.part, where.path), message });
  };
}

/** The positions of entries whose key was already used by an earlier entry. */
export function repeats<T>(entries: readonly T[], key: (entry: T) => string): { entry: T; index: number }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    if (!seen.has(key(entry))) {
      seen.add(key(entry));
      return [];
    }
    return [{ entry, index }];
  });
}
