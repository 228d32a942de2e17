import { leafHash } from './merkle.ts';

/** An audit line as the database gives it; moments and transaction numbers as text, so that nothing is rounded. */
export type KeptLine = {
  id: string;
  at: string;
  xid: string;
  actor: string;
  role: string;
  assignment?: string | undefined;
  branch?: string | undefined;
  action: string;
  object: string;
  purpose?: string | undefined;
  result: string;
  code?: string | undefined;
  requestId: string;
  ip?: string | undefined;
  session?: string | undefined;
};

/**
 * 规范写法: an audit line as the bytes that are hashed: JSON, keys in this order, absent ones left out. The order is part
 * of the promise: lines sealed long ago are written the same way for ever.
 */
export function canonicalText(line: KeptLine): string {
  const { id, at, xid, actor, role, assignment, branch, action, object } = line;
  const { purpose, result, code, requestId, ip, session } = line;
  return JSON.stringify({
    ...{ id, at, xid, actor, role, assignment, branch, action, object },
    ...{ purpose, result, code, requestId, ip, session },
  });
}

/** The leaf of an audit line. */
export function leafOf(line: KeptLine): Buffer {
  return leafHash(canonicalText(line));
}
