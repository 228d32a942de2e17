import type { Range } from './condition.ts';
import { NO, VOID } from './forest.ts';
import type { GuideFact } from './guide.ts';
import { levelsOf } from './levels.ts';
import type { Ground } from './model.ts';
import { sayOptions, sayRanges } from './say.ts';

/** One way for a diagram to hold: the values left open to each variable it looks at. */
type Case = Map<number, number[]>;

/** The ways a diagram holds, none overlapping another, at most so many of them. */
export function casesOf({ forest }: Pick<Ground, 'forest'>, root: number, most = Infinity): Case[] {
  const found: Case[] = [];
  const walk = (of: number, path: readonly [number, number[]][]): void => {
    if (of === NO || of === VOID || found.length >= most) return;
    const at = forest.level(of);
    if (at === Infinity) {
      found.push(new Map(path));
      return;
    }
    const branches = new Map<number, number[]>();
    for (let value = 0; value < forest.size(at); value++) {
      const child = forest.child(of, at, value);
      branches.set(child, [...(branches.get(child) ?? []), value]);
    }
    for (const [child, values] of branches) walk(child, [...path, [at, values]]);
  };
  walk(root, []);
  return found;
}

const MOST_TOLD = 3;

/** A diagram as a Chinese sentence: its commonest cases first, the rest counted. */
export function tell(model: Ground, root: number): string {
  const cases = casesOf(model, root, 200);
  const [only] = cases;
  if (only === undefined) return '没有这种情况';
  if (only.size === 0) return '任何情况';
  const share = (one: Case): number =>
    [...one].reduce((all, [at, values]) => all * shareOf(model, at, values), 1);
  const common = [...cases].sort((a, b) => share(b) - share(a)).slice(0, MOST_TOLD);
  const told = common.map((one) => tellCase(model, one)).join('；或者');
  const more = cases.length - common.length;
  return more > 0 ? `${told}；另有${cases.length >= 200 ? '许多' : ` ${more} `}种情况` : told;
}

function shareOf({ weights }: Ground, at: number, values: readonly number[]): number {
  return values.reduce((sum, value) => sum + (weights[at]?.[value] ?? 0), 0);
}

function tellCase(model: Ground, one: Case): string {
  return [...one].map(([at, values]) => tellValues(model, at, values)).join('，并且');
}

/** What it means for a variable to have one of some values. */
function tellValues(model: Ground, at: number, values: readonly number[]): string {
  const fact = model.guide.facts.find((one) => levelsOf(one).includes(at));
  if (fact !== undefined) return `${fact.id}${tellFact(fact, at, values)}`;
  const trait = model.guide.traits.find(({ level }) => level === at);
  if (trait === undefined) return '';
  const about = `${trait.of}符合（${tell(model, model.nodeOf(trait.root))}）`;
  return values.includes(1) ? `至少一位${about}` : `没有${about}`;
}

/** An answer where its question stands beside it: only what was answered. */
export function tellAnswer(model: Ground, at: number, values: readonly number[]): string {
  const fact = model.guide.facts.find((one) => levelsOf(one).includes(at));
  if (fact === undefined) return tellValues(model, at, values);
  if (fact.type === 'multi' || fact.type === 'number') return tellFact(fact, at, values);
  return values.map((value) => fact.options[value] ?? '').join('、');
}

function tellFact(fact: GuideFact, at: number, values: readonly number[]): string {
  if (fact.type === 'multi')
    return `${values.includes(1) ? '包括' : '不包括'}“${fact.options[at - fact.level]}”`;
  if (fact.type === 'number') return sayRanges(rangesOf(fact, values));
  return `是${sayOptions(values.map((value) => fact.options[value] ?? ''))}`;
}

/** Neighbouring intervals of a number joined into ranges. */
export function rangesOf({ cuts = [] }: GuideFact, values: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const value of values) {
    const from = value === 0 ? -Infinity : (cuts[value - 1] ?? 0);
    const to = (cuts[value] ?? Infinity) - 1;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === from - 1) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}
