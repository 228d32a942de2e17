import type { Assignment } from '@tongban/contract';
import { words } from '../words.ts';

/** One post in a line: office, role, window. */
export function postWords({ officeName, role, window, head }: Assignment): string {
  const played = head === true ? 'head' : role;
  const parts = [officeName, words.roles[played] ?? played];
  return [...parts, ...(window === undefined ? [] : [words.app.window(window)])].join(' · ');
}
