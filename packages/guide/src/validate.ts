import { NOT_SURE } from './guide.ts';
import { MOST_PEOPLE } from './layout.ts';
import type {
  ExclusiveSource,
  FactSource,
  GuideProblem,
  GuideSource,
  PeopleSource,
  SourcePath,
} from './source.ts';

const NAME = /^\p{L}[\p{L}\p{N}_]*$/u;
const RESERVED = ['and', 'or', 'not', 'in', 'between', 'true', 'false', 'count', 'any', 'all'];

/** What is wrong with a source before any condition is read. */
export function checkSource(source: GuideSource): GuideProblem[] {
  const problems: GuideProblem[] = [];
  const refuse = (path: SourcePath, code: string, message: string): void => {
    problems.push({ path, code, message });
  };
  const people = source.people ?? [];
  const own = [...placed(source.facts, ['facts']), ...placed(people, ['people'])];
  own.push(...Object.keys(source.defs ?? {}).map((id) => ({ id, path: ['defs', id] })));
  checkNames(own, [], refuse);
  for (const [i, fact] of source.facts.entries()) checkFact(fact, ['facts', i], refuse);
  for (const [i, group] of people.entries()) checkPeople(group, { path: ['people', i], own, refuse });
  for (const layer of ['channel', 'limit', 'fee'] as const)
    checkExclusive(source[layer] ?? [], layer, refuse);
  checkTwice(
    (source.route ?? []).map(({ to }) => to),
    'route',
    refuse,
  );
  checkTwice(
    (source.eligibility ?? []).map(({ id }) => id),
    'eligibility',
    refuse,
  );
  checkTwice(
    source.materials.map(({ id }) => id),
    'materials',
    refuse,
  );
  source.materials.forEach(({ for_each: each }, i) => {
    if (each === undefined || people.some((group) => group.id === each)) return;
    refuse(['materials', i, 'for_each'], 'unknown-people', `没有叫“${each}”的人员。`);
  });
  return problems;
}

type Refuse = (path: SourcePath, code: string, message: string) => void;

type Placed = { id: string; path: SourcePath };

function placed(named: readonly { id: string }[], path: SourcePath): Placed[] {
  return named.map(({ id }, i) => ({ id, path: [...path, i, 'id'] }));
}

function checkNames(named: readonly Placed[], taken: Iterable<string>, refuse: Refuse): void {
  const seen = new Set(taken);
  for (const { id, path } of named) {
    if (seen.has(id)) refuse(path, 'duplicate', `“${id}”出现了两次，问题、人员和定义不能同名。`);
    if (!NAME.test(id) || RESERVED.includes(id)) {
      refuse(path, 'bad-name', `“${id}”不能作名称：用文字开头，只含文字、数字和下划线，不用 and、or 等词。`);
    }
    seen.add(id);
  }
}

function checkPeople(group: PeopleSource, from: { path: SourcePath; own: Placed[]; refuse: Refuse }): void {
  const { path, own, refuse } = from;
  const taken = own.map(({ id }) => id);
  checkNames(placed(group.facts, [...path, 'facts']), taken, refuse);
  for (const [i, fact] of group.facts.entries()) checkFact(fact, [...path, 'facts', i], refuse);
  const { max = MOST_PEOPLE } = group;
  if (!Number.isInteger(max) || max < 1 || max > 20)
    refuse([...path, 'max'], 'bad-range', '人数上限要在 1 到 20 之间。');
}

const LEAST_OPTIONS = { choice: 2, multi: 1, bool: 0, number: 0 };

function checkFact(fact: FactSource, path: SourcePath, refuse: Refuse): void {
  const { id, type, options = [], min = 0, max = Infinity } = fact;
  if (options.length < LEAST_OPTIONS[type] || new Set([...options, NOT_SURE, '']).size < options.length + 2)
    refuse([...path, 'options'], 'bad-options', `“${id}”的选项要齐全，不能重复，不能为空，也不能是“?”。`);
  if (![min, max].every((end) => Number.isInteger(end) || end === Infinity) || min >= max)
    refuse(path, 'bad-range', `“${id}”的最小值和最大值要是整数，而且最小值更小。`);
  checkShares(fact, [...path, 'prior'], refuse);
}

function checkShares({ id, type, options = [], prior }: FactSource, path: SourcePath, refuse: Refuse): void {
  if (prior === undefined) return;
  const wanted = { bool: 2, number: prior.length, choice: options.length, multi: options.length }[type];
  if (prior.length !== wanted || !prior.every((share) => share >= 0 && share <= 1))
    refuse(path, 'bad-prior', `“${id}”有 ${wanted} 个答案，先验要写 ${wanted} 个 0 到 1 之间的数。`);
}

function checkExclusive(entries: readonly ExclusiveSource[], layer: string, refuse: Refuse): void {
  checkTwice(
    entries.map(({ id }) => id),
    layer,
    refuse,
  );
  const seen = new Set<string>();
  entries.forEach(({ id, when, otherwise, group = layer }, i) => {
    if (otherwise !== true) return;
    if (when !== undefined) refuse([layer, i], 'otherwise-when', `“${id}”写了 otherwise，就不再写条件。`);
    if (seen.has(group)) refuse([layer, i], 'two-otherwise', '同一组里只能有一个 otherwise。');
    seen.add(group);
  });
}

function checkTwice(ids: readonly string[], layer: string, refuse: Refuse): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i) refuse([layer, i], 'duplicate', `“${id}”出现了两次，请把条件用 or 合成一条。`);
  });
}
