import { createForest, type Forest, NO } from './forest.ts';
import type { GuideFact, GuideTrait } from './guide.ts';
import { lawOf } from './kinds.ts';
import { MOST_TRAITS } from './layout.ts';
import { levelsOf } from './levels.ts';
import { type Ground, type Model, weightsOf } from './model.ts';

/** Two editions of a guide over the questions of both, so that their conditions can be compared. */
export function joinGuides(a: Model, b: Model) {
  const facts = joinFacts(a.guide.facts, b.guide.facts);
  const { placed, sizes, firstTrait } = placeFacts(facts);
  const forest = createForest(sizes);
  const traits: GuideTrait[] = [];
  const traitOf = (of: string, root: number): GuideTrait => {
    const known = traits.find((trait) => trait.root === root && trait.of === of);
    if (known !== undefined) return known;
    const trait = { of, root, level: firstTrait + traits.length };
    traits.push(trait);
    return trait;
  };
  const into = { forest, placed, traitOf };
  const [fromA, fromB] = [createTranslation(a, into), createTranslation(b, into)];
  for (const [model, translate] of [
    [a, fromA],
    [b, fromB],
  ] as const) {
    for (const { of, root } of model.guide.traits) traitOf(of, translate(model.nodeOf(root)));
  }
  const laws = [fromA(a.law), fromB(b.law), knownIn(into, a), knownIn(into, b)];
  for (const { id, max } of [...a.guide.people, ...b.guide.people]) {
    const about = traits.filter(({ of }) => of === id);
    const count = placed.find((fact) => fact.id === id);
    if (about.length === 0 || count === undefined) continue;
    const cuts = count.cuts ?? [];
    const most = Array.from({ length: cuts.length + 1 }, (_, value) => (cuts[value] ?? max + 1) - 1);
    laws.push(lawOf(forest, about, { level: count.level, most }));
  }
  const guide = { facts: placed, people: b.guide.people, traits };
  const weights = weightsOf({ ...b.guide, ...guide, sizes });
  const ground: Ground = { guide, forest, weights, nodeOf: (root) => root };
  return { ground, domain: forest.and(...laws), fromA, fromB };
}

/** The questions of the newer edition, then those only the older one asks; options and cuts of both. */
function joinFacts(old: readonly GuideFact[], now: readonly GuideFact[]): GuideFact[] {
  const joined = now.map((fact) => {
    const before = old.find((one) => one.key === fact.key && one.type === fact.type);
    const options = [...new Set([...fact.options, ...(before?.options ?? [])])];
    const cuts = [...new Set([...(fact.cuts ?? []), ...(before?.cuts ?? [])])].sort((a, b) => a - b);
    const { prior, ...rest } = fact;
    const kept =
      prior !== undefined &&
      options.length === fact.options.length &&
      cuts.length === (fact.cuts?.length ?? 0);
    return { ...rest, options, ...(fact.type === 'number' ? { cuts } : {}), ...(kept ? { prior } : {}) };
  });
  return [
    ...joined,
    ...old.filter((fact) => !now.some((one) => one.key === fact.key && one.type === fact.type)),
  ];
}

function placeFacts(facts: readonly GuideFact[]) {
  const sizes: number[] = [];
  const place = (fact: GuideFact): GuideFact => {
    const level = sizes.length;
    if (fact.type === 'multi') for (const _ of fact.options) sizes.push(2);
    else sizes.push(fact.type === 'number' ? (fact.cuts?.length ?? 0) + 1 : fact.options.length);
    return { ...fact, level };
  };
  const own = facts.filter(({ of }) => of === undefined).map(place);
  const firstTrait = sizes.length;
  for (let i = 0; i < 2 * MOST_TRAITS; i++) sizes.push(2);
  const theirs = facts.filter(({ of }) => of !== undefined).map(place);
  return { placed: [...own, ...theirs], sizes, firstTrait };
}

type Into = {
  forest: Forest;
  placed: readonly GuideFact[];
  traitOf: (of: string, root: number) => GuideTrait;
};

const twin = ({ placed }: Into, fact: GuideFact): GuideFact | undefined =>
  placed.find((one) => one.key === fact.key && one.type === fact.type);

/** Rewrites a diagram of one edition over the joined questions. */
function createTranslation(from: Model, into: Into): (root: number) => number {
  const { forest } = into;
  const known = new Map<number, number>();
  const translate = (of: number): number => {
    if (of < 2) return of;
    const found = known.get(of);
    if (found !== undefined) return found;
    const at = from.forest.level(of);
    const branches = Array.from({ length: from.forest.size(at) }, (_, value) =>
      forest.and(valueIn(from, into, { at, value, translate }), translate(from.forest.child(of, at, value))),
    );
    const made = forest.or(...branches);
    known.set(of, made);
    return made;
  };
  return translate;
}

/** Where the joined question has what was one value in one edition. */
function valueIn(
  from: Model,
  into: Into,
  point: { at: number; value: number; translate: (of: number) => number },
): number {
  const { at, value, translate } = point;
  const { forest } = into;
  const trait = from.guide.traits.find(({ level }) => level === at);
  if (trait !== undefined) {
    const { level } = into.traitOf(trait.of, translate(from.nodeOf(trait.root)));
    return forest.literal(level, (one) => one === value);
  }
  const fact = from.guide.facts.find((one) => levelsOf(one).includes(at));
  const joined = fact && twin(into, fact);
  if (fact === undefined || joined === undefined) return NO;
  if (fact.type === 'multi') {
    const option = joined.options.indexOf(fact.options[at - fact.level] ?? '');
    return forest.literal(joined.level + option, (one) => one === value);
  }
  return forest.literal(joined.level, (one) => oldValue(fact, joined, one) === value);
}

/** The value an edition gives to a value of the joined question; none when it did not know that option. */
function oldValue(fact: GuideFact, joined: GuideFact, value: number): number {
  if (fact.type !== 'number') return fact.options.indexOf(joined.options[value] ?? '');
  const from = value === 0 ? -Infinity : (joined.cuts?.[value - 1] ?? 0);
  return (fact.cuts ?? []).filter((cut) => cut <= from).length;
}

/** Only answers that an edition knew can be compared with it. */
function knownIn(into: Into, { guide }: Model): number {
  const { forest } = into;
  const known = guide.facts.flatMap((fact) => {
    const joined = fact.of === undefined ? twin(into, fact) : undefined;
    if (joined === undefined || fact.type === 'number') return [];
    if (fact.type !== 'multi')
      return [forest.literal(joined.level, (value) => oldValue(fact, joined, value) >= 0)];
    return joined.options.flatMap((option, i) =>
      fact.options.includes(option) ? [] : [forest.literal(joined.level + i, (value) => value === 0)],
    );
  });
  return forest.and(...known);
}
