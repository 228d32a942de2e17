import { NO, VOID, YES } from './forest.ts';
import type { Answer, Answers, GuideFact, GuideTrait } from './guide.ts';
import { type Kinds, kindsOf } from './kinds.ts';
import { MOST_PEOPLE } from './layout.ts';
import { levelsOf } from './levels.ts';
import type { Ground } from './model.ts';

/** 例: answers that make a condition hold, the commonest where there is a choice; open them in the guide to see. */
export function witnessOf(ground: Ground, root: number): Answers | undefined {
  if (root === NO || root === VOID) return undefined;
  const path = commonPath(ground, root);
  const answers: Answers = {};
  for (const fact of ground.guide.facts.filter(({ of }) => of === undefined))
    put(answers, fact.key, fact, path);
  for (const { id } of ground.guide.people) Object.assign(answers, companionsIn(ground, id, path));
  return answers;
}

function commonPath({ forest, weights }: Ground, root: number): Map<number, number> {
  const path = new Map<number, number>();
  let of = root;
  while (of !== YES) {
    const at = forest.level(of);
    const shares = weights[at] ?? [];
    const values = Array.from({ length: forest.size(at) }, (_, value) => value).filter((value) => {
      const child = forest.child(of, at, value);
      return child !== NO && child !== VOID;
    });
    const value = values.reduce((a, b) => ((shares[b] ?? 0) > (shares[a] ?? 0) ? b : a));
    path.set(at, value);
    of = forest.child(of, at, value);
  }
  return path;
}

function put(answers: Answers, key: string, fact: GuideFact, path: ReadonlyMap<number, number>): void {
  const levels = levelsOf(fact);
  if (!levels.some((level) => path.has(level))) return;
  if (fact.type === 'multi') answers[key] = fact.options.filter((_, i) => path.get(fact.level + i) === 1);
  else answers[key] = answerAt(fact, path.get(fact.level) ?? 0);
}

/** The answer that stands for a value of a fact's variable; a number by the smallest of its interval. */
export function answerAt({ type, options, cuts = [], min = 0 }: GuideFact, value: number): Answer {
  if (type === 'bool') return value === 1;
  if (type === 'number') return value === 0 ? min : (cuts[value - 1] ?? min);
  return options[value] ?? '';
}

/** People who together show the traits wanted and none of those unwanted. */
function companionsIn(
  { guide, forest, nodeOf }: Ground,
  people: string,
  path: ReadonlyMap<number, number>,
): Answers {
  const count = guide.facts.find((fact) => fact.id === people);
  const value = count && path.get(count.level);
  if (count === undefined || value === undefined) return {};
  const least = Number(answerAt(count, value));
  if (least === 0) return { [people]: 0 };
  const traits = guide.traits.filter(({ of }) => of === people);
  const kinds = kindsOf(
    forest,
    traits.map(({ root }) => nodeOf(root)),
  );
  const chosen = chooseKinds(kinds, wantedIn(traits, path), least);
  const answers: Answers = { [people]: Math.max(least, chosen.length) };
  for (const [i, kind] of chosen.entries()) {
    const shown = new Map(kinds.get(kind));
    for (const fact of guide.facts.filter(({ of }) => of === people))
      put(answers, fact.key.replace('#', `${i + 1}`), fact, shown);
  }
  return answers;
}

type Wanted = { yes: number; no: number };

function wantedIn(traits: readonly GuideTrait[], path: ReadonlyMap<number, number>): Wanted {
  const bits = (value: number): number =>
    traits.reduce((all, { level }, i) => (path.get(level) === value ? all | (1 << i) : all), 0);
  return { yes: bits(1), no: bits(0) };
}

/** The fewest people that show every wanted trait, filled up to the least number. */
function chooseKinds(kinds: Kinds, { yes, no }: Wanted, least: number): number[] {
  const fitting = [...kinds.keys()].filter((kind) => (kind & no) === 0);
  let groups = new Map<number, number[]>(fitting.map((kind) => [kind & yes, [kind]]));
  for (let people = 1; people < MOST_PEOPLE && !groups.has(yes); people++) {
    const wider = [...groups].flatMap(([shown, group]) =>
      fitting.map((kind): [number, number[]] => [shown | (kind & yes), [...group, kind]]),
    );
    groups = new Map([...wider, ...groups]);
  }
  const chosen = groups.get(yes) ?? [];
  const more = Math.max(0, least - chosen.length);
  return [...chosen, ...new Array<number>(more).fill(chosen[0] ?? 0)];
}
