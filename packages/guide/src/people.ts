import { type Forest, NO, YES } from './forest.ts';
import { type Layout, MOST_TRAITS } from './layout.ts';

/** Something said of any one of the accompanying people, and the diagram over one person's facts behind it. */
type Trait = { level: number; root: number; people: number };
export type Traits = ReturnType<typeof createTraits>;

/** Lifts conditions on one person to “at least one of them”, without ever listing the people. */
export function createTraits(forest: Forest, layout: Layout) {
  const traits: Trait[] = [];
  const lifted = new Map<number, number>();

  function traitOf(root: number, people: number): number {
    let trait = traits.find((known) => known.root === root && known.people === people);
    if (trait === undefined) {
      trait = { level: layout.firstTrait + traits.length, root, people };
      traits.push(trait);
    }
    return forest.literal(trait.level, (value) => value === 1);
  }

  /** The diagram that holds when the given one holds for at least one person. */
  function lift(root: number, people: number): number {
    if (root === NO) return NO;
    const count = layout.laid.find((laid) => laid.counts === people)?.level ?? 0;
    if (root === YES) return forest.literal(count, (value) => value > 0);
    const at = forest.level(root);
    if (at >= layout.firstChild) return traitOf(root, people);
    const known = lifted.get(root * 16 + people);
    if (known !== undefined) return known;
    const branches = Array.from({ length: forest.size(at) }, (_, value) =>
      forest.and(
        forest.literal(at, (other) => other === value),
        lift(forest.child(root, at, value), people),
      ),
    );
    const made = forest.or(...branches);
    lifted.set(root * 16 + people, made);
    return made;
  }
  return { traits, lift, isFull: () => traits.length > MOST_TRAITS };
}
