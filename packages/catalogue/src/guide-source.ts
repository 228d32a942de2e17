import type { GuideSource, SourcePath } from '@tongban/guide/author';
import type { ItemFolder } from './definition.ts';
import type { Path } from './finding.ts';

/** 引导源: what the guide compiler reads of an item folder — its facts and layers, its fees and its materials. */
export function guideSource({ guide, item, materials }: ItemFolder): GuideSource {
  const { source: _source, ...layers } = guide;
  return {
    ...layers,
    fee: item.fees.map(({ id, when }) => (when === undefined ? { id } : { id, when })),
    materials: materials.map(({ id, when, for_each }) => ({
      id,
      ...(when === undefined ? {} : { when }),
      ...(for_each === undefined ? {} : { for_each }),
    })),
  };
}

/** The file and path an author wrote, from a path inside the guide source. */
export function sourcePlace(path: SourcePath): { part: 'item' | 'guide' | 'materials'; path: Path } {
  const [layer, ...rest] = path;
  if (layer === 'materials') return { part: 'materials', path: rest };
  if (layer === 'fee') return { part: 'item', path: ['fees', ...rest] };
  return { part: 'guide', path };
}
