import type { GuideFact } from './guide.ts';

/** The variables of a fact: several for a multi fact, one for the others. */
export function levelsOf({ level, type, options }: Pick<GuideFact, 'level' | 'type' | 'options'>): number[] {
  return type === 'multi' ? options.map((_, i) => level + i) : [level];
}
