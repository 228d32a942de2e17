import type { DeviceRow } from '@tongban/contract';

/** A machine that has not told anything for this long is away. */
const awaySeconds = 90;
/** Letters of numbers given without network, from the end of the alphabet; I and O are read as figures. */
const letters = [...'ZYXWVUTSRQPNMLKJHGFEDCBA'];

/** 机号字头: the first letter no machine of the hall has used since yesterday; undefined when all are used. */
export function freePrefix(used: readonly string[]): string | undefined {
  return letters.find((letter) => !used.includes(letter));
}

/** A number a machine gave by itself, as its slip shows it. */
export function ownNumber(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(3, '0')}`;
}

/** Whether a machine is heard of: never since it was registered, not any more, or now. */
export function stateOf(seenAt: Date | undefined, now: Date): DeviceRow['state'] {
  if (seenAt === undefined) return 'never';
  return now.getTime() - seenAt.getTime() > awaySeconds * 1000 ? 'away' : 'online';
}

const urgent: readonly string[] = ['paper-out', 'jam', 'reader', 'printer', 'cards-out'];

/** 先看要管的: those nobody hears of, then those that do not work, then those that soon will not, then by name. */
export function needsOf({ state, faults, unmerged }: Pick<DeviceRow, 'state' | 'faults' | 'unmerged'>) {
  if (state === 'away') return 0;
  if (faults.some((fault) => urgent.includes(fault))) return 1;
  return faults.length > 0 || unmerged > 0 || state === 'never' ? 2 : 3;
}

/** 机器开不开: what the public is told of a kiosk. */
export function openState(
  { state, faults, allDay }: Pick<DeviceRow, 'state' | 'faults' | 'allDay'>,
  hallIsOpen: boolean,
): 'open' | 'closed' | 'away' | 'needs-paper' | 'broken' {
  if (state !== 'online') return 'away';
  if (!allDay && !hallIsOpen) return 'closed';
  if (faults.some((fault) => fault === 'jam' || fault === 'reader' || fault === 'printer')) return 'broken';
  return faults.includes('paper-out') ? 'needs-paper' : 'open';
}
