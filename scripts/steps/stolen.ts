import { existsSync, readFileSync } from 'node:fs';

/**
 * 被占用的算力: the share of processor time that the machine's host gave to others since this was called, 0 to 1; undefined
 * where the system does not tell. A figure taken while much is stolen says little of the program.
 */
export function watchStolen(): () => number | undefined {
  const before = ticks();
  return () => {
    const after = ticks();
    if (before === undefined || after === undefined) return undefined;
    const all = after.all - before.all;
    return all === 0 ? 0 : Math.round(((after.stolen - before.stolen) / all) * 100) / 100;
  };
}

function ticks(): { all: number; stolen: number } | undefined {
  const file = '/proc/stat';
  if (!existsSync(file)) return undefined;
  const fields = (readFileSync(file, 'utf8').split('\n')[0] ?? '')
    .trim()
    .split(/\s+/)
    .slice(1, 9)
    .map(Number);
  const [, , , , , , , stolen = 0] = fields;
  return { all: fields.reduce((sum, one) => sum + one, 0), stolen };
}
