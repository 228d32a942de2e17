import type { Vault } from '../../platform/index.ts';

const hourMs = 3_600_000;
/** The code of the hour before is still good for so long. */
const graceMs = 15 * 60_000;

/** 签到码: four figures of the hour, shown on the screens of a hall, that prove somebody stands there. */
export function hallCodeOf(vault: Pick<Vault, 'index'>, hall: string, now: Date): string {
  return codeFrom(vault.index('hall.code', placeOf(hall, now)));
}

/** Whether somebody has typed the code of this hour, or for a quarter of an hour still that of the hour before. */
export function isHallCode(
  vault: Pick<Vault, 'indexes'>,
  { hall, typed, now }: { hall: string; typed: string; now: Date },
): boolean {
  const hours = now.getTime() % hourMs < graceMs ? [now, new Date(now.getTime() - hourMs)] : [now];
  return hours.some((hour) =>
    vault.indexes('hall.code', placeOf(hall, hour)).some((one) => codeFrom(one) === typed),
  );
}

function placeOf(hall: string, moment: Date): string {
  return `${hall}|${Math.floor(moment.getTime() / hourMs)}`;
}

function codeFrom(index: Buffer): string {
  return String(index.readUInt32BE(0) % 10_000).padStart(4, '0');
}
