import type { ItemEdition } from '@tongban/catalogue';
import { compileItem, readFolder } from '@tongban/catalogue/author';
import { kayakFolder } from '@tongban/catalogue/kayak';

/** The toy item as the desk receives it. */
export function aKayakEdition(changes: Record<string, (text: string) => string> = {}): ItemEdition {
  const read = readFolder(kayakFolder(changes));
  if (!read.ok) throw new Error('the kayak folder does not read');
  const compiled = compileItem(read.folder);
  if (!compiled.ok) throw new Error('the kayak item does not compile');
  return compiled.edition;
}
