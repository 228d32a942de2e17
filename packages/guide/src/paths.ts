import { cofactor, components } from './cofactor.ts';
import { NO, supportOf, YES } from './forest.ts';
import { levelsOf } from './levels.ts';
import type { Model } from './model.ts';
import { settle } from './settle.ts';

/** Where a citizen may stand: what every output and law has become. */
type Standing = { outputs: { stage: number; node: number }[]; laws: number[] };

const MOST_STANDINGS = 20_000;

/** 问答路径数: the ways through the questions; independent groups of questions are multiplied. */
export function countPaths(model: Model): bigint | undefined {
  const { forest, guide } = model;
  if (model.law === NO) return 0n;
  const answer = createAnswering(model);
  const known = new Map<string, bigint>();

  function count(standing: Standing, stage: number): bigint {
    if (known.size > MOST_STANDINGS || stage > 3) return 1n;
    const key = `${stage}/${standing.outputs.map(({ node }) => node)}/${standing.laws}`;
    const found = known.get(key) ?? (stage < 2 ? follow(standing, stage) : multiply(standing, stage));
    known.set(key, found);
    return found;
  }

  function multiply({ outputs, laws }: Standing, stage: number): bigint {
    const parts = [...outputs, ...laws.map((node) => ({ stage: -1, node }))];
    const groups = components(parts, ({ node }) => supportOf(forest, [node]));
    return groups.reduce((all, group) => {
      const mine = group.filter((part) => part.stage >= 0);
      const theirs = group.filter((part) => part.stage < 0).map(({ node }) => node);
      return mine.length === 0 ? all : all * follow({ outputs: mine, laws: theirs }, stage);
    }, 1n);
  }

  function follow(standing: Standing, stage: number): bigint {
    const { end, next } = findNext(model, standing, stage);
    if (next === undefined) return end ? 1n : count(standing, stage + 1);
    let sum = 0n;
    for (let value = 0; value < forest.size(next); value++) {
      const answered = answer(standing, next, value);
      if (!answered.laws.includes(NO)) sum += count(answered, stage);
    }
    return sum;
  }

  const outputs = model.outputs.map(({ stage, node }) => ({ stage, node }));
  const counted = count({ outputs, laws: guide.constraints.map(model.nodeOf) }, 0);
  return known.size > MOST_STANDINGS ? undefined : counted;
}

/** The next question of a stage, and whether a way out is certain. */
function findNext({ forest, guide }: Model, { outputs }: Standing, stage: number) {
  const order = [...guide.facts.flatMap(levelsOf), ...guide.traits.map(({ level }) => level)];
  const here = outputs.filter((output) => output.stage === stage).map(({ node }) => settle(forest, node));
  const end = stage < 2 ? here.indexOf(YES) : -1;
  const open = supportOf(forest, end < 0 ? here : here.slice(0, end));
  return { end: end >= 0, next: order.find((level) => open.has(level)) };
}

function createAnswering({ forest }: Model): (standing: Standing, level: number, value: number) => Standing {
  const memos = new Map<string, object>();
  return ({ outputs, laws }, level, value) => {
    const memo = memos.get(`${level}=${value}`) ?? {};
    memos.set(`${level}=${value}`, memo);
    const put = (node: number): number => cofactor(forest, node, { level, value, memo });
    return { outputs: outputs.map(({ stage, node }) => ({ stage, node: put(node) })), laws: laws.map(put) };
  };
}
