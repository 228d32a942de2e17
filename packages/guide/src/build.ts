import type { Condition, Range } from './condition.ts';
import { type Forest, NO, YES } from './forest.ts';
import type { Laid, Layout } from './layout.ts';
import type { Traits } from './people.ts';

/** What turning conditions into diagrams needs to know; `whenOf` gives the applicability of a fact as written. */
type Soil = {
  forest: Forest;
  layout: Layout;
  traits: Traits;
  whenOf: (laid: Laid) => Condition | undefined;
};

/** Turns conditions into diagrams; every test of a fact also asks whether that fact applies. */
export function createBuilder({ forest, layout, traits, whenOf }: Soil) {
  const applies = new Map<Laid, number>();

  /** Where a fact applies. */
  function when(laid: Laid): number {
    const condition = whenOf(laid);
    const root = applies.get(laid) ?? (condition === undefined ? YES : build(condition, laid.of));
    applies.set(laid, root);
    return root;
  }

  function build(condition: Condition, of?: number): number {
    switch (condition.is) {
      case 'always':
        return YES;
      case 'never':
        return NO;
      case 'and':
      case 'or':
        return forest[condition.is](...condition.parts.map((part) => build(part, of)));
      case 'not':
        return forest.not(build(condition.part, of));
      case 'def':
        return build(condition.part, of);
      case 'any':
      case 'all': {
        const group = findLaid(layout, condition.people)?.counts ?? 0;
        const root = build(condition.part, group);
        return condition.is === 'any'
          ? traits.lift(root, group)
          : forest.not(traits.lift(forest.not(root), group));
      }
      default: {
        const laid = findLaid(layout, condition.is === 'count' ? condition.people : condition.fact, of);
        return laid === undefined ? NO : forest.and(when(laid), testOf(forest, laid, condition));
      }
    }
  }
  return { build, when };
}

/** A fact by name: of the people in view first, then the citizen's own. */
function findLaid({ laid }: Layout, id: string, of?: number): Laid | undefined {
  const named = laid.filter(({ fact }) => fact.id === id);
  return named.find((one) => one.of === of) ?? named.find((one) => one.of === undefined);
}

type Test = Extract<Condition, { is: 'option' | 'yes' | 'ticked' | 'number' | 'count' }>;

function testOf(forest: Forest, { fact, level, cuts }: Laid, condition: Test): number {
  const { options = [], min = 0 } = fact;
  switch (condition.is) {
    case 'option':
      return forest.literal(
        level,
        (value) => condition.options.includes(options[value] ?? '') !== condition.except,
      );
    case 'yes':
      return forest.literal(level, (value) => (value === 1) === condition.value);
    case 'ticked':
      return forest.literal(level + options.indexOf(condition.option), (value) => value === 1);
    default:
      return forest.literal(level, (value) => isWithin(condition.ranges, [min, ...cuts][value] ?? min));
  }
}

function isWithin(ranges: readonly Range[], number: number): boolean {
  return ranges.some(([from, to]) => from <= number && number <= to);
}
