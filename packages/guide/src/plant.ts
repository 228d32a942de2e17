import { createBuilder } from './build.ts';
import { namesIn } from './circle.ts';
import { createForest, type Forest, NO } from './forest.ts';
import type { Guide, GuideFact, GuideOutput } from './guide.ts';
import { lawOf } from './kinds.ts';
import { groupLaws, ruled } from './laws.ts';
import { findCuts, type Laid, type Layout, layOut, MOST_PEOPLE } from './layout.ts';
import { pack } from './pack.ts';
import { createTraits, type Traits } from './people.ts';
import type { FactSource, GuideProblem, GuideSource } from './source.ts';
import type { Written, WrittenOne } from './written.ts';

type Planted = { ok: true; guide: Guide } | { ok: false; problem: GuideProblem };
/** What is planted: conditions read, the order of the citizen's own facts, and how many nodes may grow. */
type Plan = { written: Written; own: readonly FactSource[]; budget: number };

/** Grows one diagram per condition in a shared forest; the order of questions is left to be frozen. */
export function plant(source: GuideSource, { written, own, budget }: Plan): Planted {
  const layout = layOut(source, findCuts(source, everyOne(written)), own);
  const forest = createForest(layout.sizes, budget);
  const traits = createTraits(forest, layout);
  const { build, when } = createBuilder({
    forest,
    layout,
    traits,
    whenOf: ({ fact }) => written.whens.get(fact)?.condition,
  });
  const full = (): boolean => forest.isFull() || traits.isFull();
  const grow = (one: WrittenOne): number => (full() ? NO : build(one.condition, one.of));
  const grown: Grown[] = [];
  for (const one of written.outputs) {
    const root = grow(one);
    const each = one.of === undefined ? {} : { each: { of: source.people?.[one.of]?.id ?? '', root } };
    grown.push({ ...one.output, root: one.of === undefined ? root : traits.lift(root, one.of), ...each });
    if (full()) return { ok: false, problem: tooLarge(one, budget) };
  }
  const constraints = written.constraints.map(grow);
  const laws = groupLaws(forest, [...constraints, ...lawsOfPeople({ forest, layout, traits })]);
  const outputs = withOtherwise(forest, grown).map((output) => ({
    ...output,
    root: ruled(forest, laws, output.root),
    ...(output.each && { each: { ...output.each, root: ruled(forest, laws, output.each.root) } }),
  }));
  const facts = layout.laid.map((laid) => factOf(laid, when(laid), source.people?.[laid.of ?? -1]?.id));
  if (full()) return { ok: false, problem: tooLarge({ path: ['constraints'] }, budget) };
  const groups = source.people ?? [];
  const people = groups.map(({ id, max = MOST_PEOPLE }) => ({ id, max }));
  const truths = traits.traits.map(({ people: i, level, root }) => ({
    of: groups[i]?.id ?? '',
    level,
    root,
  }));
  facts.sort((a, b) => place(source, a) - place(source, b));
  const roots = laws.map((law) => law.root);
  return { ok: true, guide: pack(forest, { facts, people, traits: truths, outputs, constraints: roots }) };
}

type Grown = GuideOutput;

/** The author's order: the citizen's own facts, the numbers of people, then what is asked of each person. */
function place(source: GuideSource, { id, of }: GuideFact): number {
  if (of !== undefined) return Infinity;
  const own = source.facts.findIndex((fact) => fact.id === id);
  return own < 0 ? source.facts.length : own;
}

function everyOne(written: Written): WrittenOne[] {
  return [...written.whens.values(), ...written.constraints, ...written.outputs];
}

function tooLarge({ path }: Pick<WrittenOne, 'path'>, budget: number): GuideProblem {
  const message = `这条条件牵涉的情况太多，全部条件展开后超过 ${budget} 个节点，请拆开或少用几个问题。`;
  return { path, code: 'too-large', message };
}

function lawsOfPeople({
  forest,
  layout,
  traits,
}: {
  forest: Forest;
  layout: Layout;
  traits: Traits;
}): number[] {
  return layout.laid.flatMap((laid) => {
    const about = traits.traits.filter((trait) => trait.people === laid.counts);
    if (about.length === 0 || laid.counts === undefined || traits.isFull()) return [];
    const { max = 0 } = laid.fact;
    const most = Array.from(
      { length: laid.cuts.length + 1 },
      (_, value) => (laid.cuts[value] ?? max + 1) - 1,
    );
    return [lawOf(forest, about, { level: laid.level, most })];
  });
}

/** “Otherwise” holds when nothing else in its group does. */
function withOtherwise(forest: Forest, grown: readonly Grown[]): Grown[] {
  return grown.map((output) => {
    if (output.otherwise !== true) return output;
    const others = grown.filter(
      ({ layer, group, otherwise }) => layer === output.layer && group === output.group && otherwise !== true,
    );
    return { ...output, root: forest.not(forest.or(...others.map(({ root }) => root))) };
  });
}

function factOf({ fact, level, cuts }: Laid, when: number, of: string | undefined): GuideFact {
  const { id, type, role, min, max, prior } = fact;
  const options = type === 'bool' ? ['否', '是'] : (fact.options ?? []);
  const numeric = type === 'number' ? { min: min ?? 0, ...(max === undefined ? {} : { max }), cuts } : {};
  return {
    id,
    key: of === undefined ? id : `${of}.#.${id}`,
    type,
    role,
    level,
    when,
    options,
    ...numeric,
    ...(prior === undefined ? {} : { prior }),
    ...(fact.default === undefined ? {} : { default: fact.default }),
    chance: 1,
    ...(of === undefined ? {} : { of }),
  };
}

/** Another order of facts: start with the most used, then always the one most often met beside those placed. */
export function byCompany(source: GuideSource, written: Written): FactSource[] {
  const met = everyOne(written).map(({ condition }) => namesIn(condition));
  const left = [...source.facts];
  const placed: FactSource[] = [];
  const beside = ({ id }: FactSource): number => {
    const around = met.filter((names) => names.has(id));
    const near = around.filter((names) => placed.some((other) => names.has(other.id)));
    return near.length * 1000 + around.length;
  };
  while (left.length > 0) {
    const best = left.reduce((a, b) => (beside(b) > beside(a) ? b : a));
    placed.push(...left.splice(left.indexOf(best), 1));
  }
  return placed;
}
