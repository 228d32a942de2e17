import { maxFilesAtOnce } from '@tongban/contract';
import { attachWords } from './words.ts';

/** 选的附件: on its way, there, or refused with what to do about it. */
export type Picked = { readonly id: number; readonly name: string; readonly bytes: number } & (
  | { readonly state: 'sending'; readonly percent: number }
  | { readonly state: 'sent'; readonly file: string }
  | { readonly state: 'refused'; readonly why: string }
);
type Chosen = { readonly name: string; readonly size: number };

/** What is chosen besides what is there: the same one twice and those beyond the most are left out, and it says so. */
export function choose<One extends Chosen>(
  before: readonly Picked[],
  chosen: readonly One[],
): { readonly taken: readonly One[]; readonly left: string | undefined } {
  const standing = before.filter(({ state }) => state !== 'refused');
  const fresh = chosen.filter(
    ({ name, size }) => !standing.some((one) => one.name === name && one.bytes === size),
  );
  const taken = fresh.slice(0, Math.max(0, maxFilesAtOnce - standing.length));
  if (taken.length < fresh.length) return { taken, left: attachWords.tooMany(maxFilesAtOnce) };
  return { taken, left: fresh.length < chosen.length ? attachWords.twice : undefined };
}

/** The ids of what has arrived. */
export function sentOf(picked: readonly Picked[]): string[] {
  return picked.flatMap((one) => (one.state === 'sent' ? [one.file] : []));
}

/** Why it cannot be sent yet; what was refused holds nothing up. */
export function waitsFor(picked: readonly Picked[]): string | undefined {
  return picked.some(({ state }) => state === 'sending') ? attachWords.needSent : undefined;
}
