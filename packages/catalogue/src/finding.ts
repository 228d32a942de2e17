/** 检查发现: one thing found wrong (error) or worth a look (note) in a content file, said in Chinese with its place. */
export type Finding = {
  rule: string;
  severity: 'error' | 'note';
  file: string;
  line: number;
  column: number;
  message: string;
  /** 反例情形: a guide URL query that opens the situation which shows the fault. */
  witness?: string;
};

export type Place = { line: number; column: number };

/** The way from the top of a file down to a value: keys and positions. */
export type Path = readonly (string | number)[];

/** One text file of content, by its path below the content folder or as the caller likes to see it named. */
export type ContentFile = { path: string; text: string };

export function isBlocking(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** One line a person can act on: file:line:column, weight, rule, sentence, and the situation that shows it. */
export function findingText(finding: Finding): string {
  const weight = finding.severity === 'error' ? '错误' : '提示';
  const witness = finding.witness === undefined ? '' : `（反例情形：${finding.witness}）`;
  return `${finding.file}:${finding.line}:${finding.column} ${weight} [${finding.rule}] ${finding.message}${witness}`;
}

/** Files in alphabetical order, lines from the top; the same findings always print the same way. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
  );
}

/** Order by code point, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
