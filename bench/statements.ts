/** One statement as the database logged it, its values written in. */
export type Logged = { readonly session: string; readonly sql: string };

/** Every line of the log of the database begins with this and the session. */
export const logPrefix = '@@%c@@ ';

/** Reads the statements of a log written with `log_statement = all`, in order. */
export function statementsIn(log: string): Logged[] {
  const found: Logged[] = [];
  for (const [, session = '', kind = '', text = ''] of log.matchAll(
    /^@@(\S+)@@ (LOG|DETAIL): {2}([\s\S]*?)(?=^@@|$(?![\s\S]))/gm,
  )) {
    const plain = text.replace(/\n\t/g, '\n').trim();
    const said = /^(?:execute [^:]*|statement): ([\s\S]*)$/.exec(plain);
    if (kind === 'LOG' && said !== null) found.push({ session, sql: said[1] ?? '' });
    const last = found.at(-1);
    if (kind === 'DETAIL' && last !== undefined && /^[Pp]arameters: /.test(plain))
      found[found.length - 1] = { session, sql: withValues(last.sql, valuesIn(plain)) };
  }
  return found;
}

/** Whole transactions that hold a statement like the wanted one, in the order they ended. */
export function transactionsWith(statements: readonly Logged[], wanted: RegExp): string[][] {
  const open = new Map<string, string[]>();
  const whole: string[][] = [];
  for (const { session, sql } of statements) {
    if (/^(begin|start transaction)\b/i.test(sql)) open.set(session, []);
    open.get(session)?.push(sql);
    if (!/^(commit|rollback)\b(?! to)/i.test(sql)) continue;
    const transaction = open.get(session) ?? [];
    if (transaction.some((one) => wanted.test(one))) whole.push(transaction);
    open.delete(session);
  }
  return whole;
}

/** `$1 = 'it''s', $2 = NULL` as the words to write into the statement. */
function valuesIn(detail: string): Map<string, string> {
  const pairs = detail.matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g);
  return new Map([...pairs].map(([, number = '', value = '']) => [number, value]));
}

function withValues(sql: string, values: ReadonlyMap<string, string>): string {
  return sql.replace(/\$(\d+)/g, (whole, number: string) => values.get(number) ?? whole);
}
