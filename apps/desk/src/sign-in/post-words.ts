import type { Assignment } from '@tongban/contract';
import { words } from '../words.ts';

/** One post in a line: office, role, window. */
export function postWords({ officeName, role, window }: Assignment): string {
  const parts = [officeName, words.roles[role] ?? role];
  return [...parts, ...(window === undefined ? [] : [words.app.window(window)])].join(' · ');
}
