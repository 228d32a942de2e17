import type { ItemDefinition } from './definition.ts';

type Element = keyof ItemDefinition | 'guide' | 'materials' | 'form' | 'limits.statutory' | 'limits.promised';

/** 锁定要素: what a master item may keep to itself; lower levels fill only what is not listed in `locked`. */
export const lockableElements: readonly Element[] = [
  'name',
  'also',
  'line',
  'type',
  'level',
  'codes',
  'serves',
  'kind',
  'who',
  'conditions',
  'basis',
  'limits',
  'limits.statutory',
  'limits.promised',
  'visits',
  'fees',
  'result',
  'channels',
  'hall',
  'steps',
  'special_procedures',
  'dispatch',
  'refusal',
  'faq',
  'tags',
  'guide',
  'materials',
  'form',
];

export function isLockable(element: string): element is Element {
  return lockableElements.some((each) => each === element);
}

/** True when the master item keeps this element, itself or as part of a locked whole. */
export function isLocked(item: Pick<ItemDefinition, 'locked'>, element: Element): boolean {
  const whole = element.split('.')[0] ?? element;
  return item.locked.includes(element) || item.locked.includes(whole);
}
