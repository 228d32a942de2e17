import type { Assignment } from '@tongban/contract';
import { words } from '../words.ts';

/** One post in a line: office, role, and the window where it has a number people know. */
export function postWords({ officeName, role, window, head }: Assignment): string {
  const played = head === true ? 'head' : role;
  const parts = [officeName, words.roles[played] ?? played];
  const numbered = window !== undefined && /^\d+$/.test(window);
  return (numbered ? [...parts, words.app.window(window)] : parts).join(' · ');
}
