import type { ItemEdition } from './edition.ts';
import { editionHash } from './edition-hash.ts';
import { isLockable, isLocked } from './lockable.ts';

/** A part of an item that differs between two editions; locked parts are changed by the master's owner only. */
export type ChangedElement = { element: string; locked: boolean };

/** 变更要素: the parts that differ between two editions of an item, those of item.yaml by key, the rest by file. */
export function changedElements(before: ItemEdition, after: ItemEdition): ChangedElement[] {
  const was = elementsOf(before);
  const is = elementsOf(after);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => editionHash(was[name]) !== editionHash(is[name]))
    .map((element) => ({
      element,
      locked: isLockable(element) && isLocked(before.folder.item, element),
    }));
}

function elementsOf({ folder }: ItemEdition): Record<string, unknown> {
  const { item, guide, materials, form, english } = folder;
  return { ...item, guide, materials, form, ...(english === undefined ? {} : { english }) };
}
