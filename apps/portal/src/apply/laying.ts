import type { MaterialSlot } from '@tongban/contract';

/** At most so many pages make one material. */
export const mostFiles = 20;

/** What is to stand under a material after a button was pressed. */
export type Laying = {
  readonly met: MaterialSlot['met'];
  readonly files: readonly string[];
  readonly licence?: string;
};

/** Reads a pressed button: `licence <id>`, `window`, `open`, `remove <file>` or `earlier <file>`. */
export function layingOf(slot: MaterialSlot, wish: string): Laying | undefined {
  const [act = '', id = ''] = wish.split(' ', 2);
  const files = slot.files.map(({ file }) => file);
  switch (act) {
    case 'licence':
      return slot.offers.some(({ licence }) => licence === id)
        ? { met: 'licence', files, licence: id }
        : undefined;
    case 'window':
      return { met: 'window', files };
    case 'open':
      return { met: files.length === 0 ? 'open' : 'files', files };
    case 'remove':
      return withFiles(files.filter((file) => file !== id));
    case 'earlier':
      return withFiles(earlier(files, id));
    default:
      return undefined;
  }
}

function withFiles(files: readonly string[]): Laying {
  return { met: files.length === 0 ? 'open' : 'files', files };
}

function earlier(files: readonly string[], file: string): string[] {
  const at = files.indexOf(file);
  const before = files[at - 1];
  if (at < 1 || before === undefined) return [...files];
  return files.map((one, place) => (place === at - 1 ? file : place === at ? before : one));
}
