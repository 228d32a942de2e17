import type { Condition, Parsed } from './condition.ts';
import type { Token } from './tokens.ts';

export type Reader = ReturnType<typeof createReader>;

/** Walks the words; after the first fault it stands at the end, so that callers simply run out. */
export function createReader(tokens: readonly Token[]) {
  const end = tokens.at(-1) ?? { kind: 'end', value: '', position: 0 };
  let at = 0;
  let fault: Extract<Parsed, { ok: false }> | undefined;
  const peek = (): Token => tokens[at] ?? end;
  const next = (): Token => {
    const token = peek();
    at++;
    return token;
  };
  const fail = (token: Token, code: string, message: string): Condition => {
    fault ??= { ok: false, code, message, position: token.position };
    at = tokens.length;
    return { is: 'never' };
  };
  const take = (value: string): boolean => {
    const found = peek().kind !== 'text' && peek().value === value;
    if (found) at++;
    return found;
  };
  const need = (value: string, why: string): void => {
    if (!take(value)) fail(peek(), 'missing', why);
  };
  return { peek, next, take, need, fail, fault: () => fault };
}
