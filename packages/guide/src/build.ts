import type { Condition, Range } from './condition.ts';
import { type Forest, NO, YES } from './forest.ts';
import type { Laid, Layout } from './layout.ts';
import type { Traits } from './people.ts';

/** What turning conditions into diagrams needs to know. */
export type Ground = {
  forest: Forest;
  layout: Layout;
  traits: Traits;
  /** The applicability of a fact as written. */
  whenOf: (laid: Laid) => Condition | undefined;
};

/** Turns conditions into diagrams; every test of a fact also asks whether that fact applies. */
export function createBuilder({ forest, layout, traits, whenOf }: Ground) {
  const own = new Map<string, Laid>();
  const theirs = new Map<string, Laid>();
  const groups = new Map<string, number>();
  for (const laid of layout.laid) {
    if (laid.of !== undefined) theirs.set(`${laid.of}.${laid.fact.id}`, laid);
    else own.set(laid.fact.id, laid);
    if (laid.counts !== undefined) groups.set(laid.fact.id, laid.counts);
  }
  const applies = new Map<Laid, number>();

  function when(laid: Laid): number {
    const condition = whenOf(laid);
    const known = applies.get(laid);
    if (known !== undefined || condition === undefined) return known ?? YES;
    const root = build(condition, laid.of);
    applies.set(laid, root);
    return root;
  }

  function test(id: string, of: number | undefined, holds: (laid: Laid) => number): number {
    const laid = theirs.get(`${of}.${id}`) ?? own.get(id);
    return laid === undefined ? NO : forest.and(when(laid), holds(laid));
  }
  const within = (laid: Laid, ranges: readonly Range[]): number =>
    forest.literal(laid.level, (value) => {
      const from = lowest(laid, value);
      return ranges.some(([low, high]) => low <= from && from <= high);
    });

  function build(condition: Condition, of?: number): number {
    switch (condition.is) {
      case 'always':
        return YES;
      case 'never':
        return NO;
      case 'and':
        return forest.and(...condition.parts.map((part) => build(part, of)));
      case 'or':
        return forest.or(...condition.parts.map((part) => build(part, of)));
      case 'not':
        return forest.not(build(condition.part, of));
      case 'def':
        return build(condition.part, of);
      case 'any':
      case 'all':
        return buildPeople(condition);
      default:
        return buildTest(condition, of);
    }
  }

  function buildPeople({
    is,
    people,
    part,
  }: Extract<Condition, { people: string; part: Condition }>): number {
    const group = groups.get(people) ?? 0;
    const root = build(part, group);
    return is === 'any' ? traits.lift(root, group) : forest.not(traits.lift(forest.not(root), group));
  }

  function buildTest(condition: Test, of: number | undefined): number {
    switch (condition.is) {
      case 'option':
        return test(condition.fact, of, ({ fact, level }) =>
          forest.literal(
            level,
            (value) => condition.options.includes(fact.options?.[value] ?? '') !== condition.except,
          ),
        );
      case 'yes':
        return test(condition.fact, of, ({ level }) =>
          forest.literal(level, (value) => (value === 1) === condition.value),
        );
      case 'ticked':
        return test(condition.fact, of, ({ fact, level }) =>
          forest.literal(level + (fact.options ?? []).indexOf(condition.option), (value) => value === 1),
        );
      case 'number':
        return test(condition.fact, of, (laid) => within(laid, condition.ranges));
      case 'count':
        return test(condition.people, undefined, (laid) => within(laid, condition.ranges));
    }
  }
  return { build, when };
}

type Test = Extract<Condition, { is: 'option' | 'yes' | 'ticked' | 'number' | 'count' }>;

/** The smallest number of an interval. */
export function lowest(laid: { cuts: readonly number[]; fact: { min?: number } }, value: number): number {
  return value === 0 ? (laid.fact.min ?? 0) : (laid.cuts[value - 1] ?? 0);
}
