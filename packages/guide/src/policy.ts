import { type Forest, NO, supportOf } from './forest.ts';
import type { Guide } from './guide.ts';
import { levelsOf } from './levels.ts';
import { type Model, openGuide } from './model.ts';

/** A question with the situations in which its answer alone decides something (`matters`). */
type Question = { fact: number; levels: number[]; stage: number; matters: number; after: number[] };

/** Freezes the order of questions and how often each will be asked. */
export function freezeOrder(guide: Guide): Guide {
  const model = openGuide(guide);
  const questions = improve(model, sortQuestions(model, questionsOf(model)));
  const share = createShare(model);
  const chances = new Map(
    questions.map((question, i) => [question.fact, share(question, questions.slice(i + 1))]),
  );
  const place = (i: number): number => {
    const asked = questions.findIndex(({ fact }) => fact === i);
    return asked < 0 ? questions.length : asked;
  };
  const asked = guide.facts.map((fact, i) => ({
    place: place(i),
    fact: { ...fact, chance: Math.round((chances.get(i) ?? 1) * 1000) / 1000 },
  }));
  return { ...guide, facts: asked.sort((a, b) => a.place - b.place).map(({ fact }) => fact) };
}

/** The citizen's own questions; the number of people stands for everything asked about them. */
export function questionsOf(model: Model): Question[] {
  const { guide, forest } = model;
  const levels = guide.facts.map((fact) => {
    const traits = guide.traits.filter(({ of }) => of === fact.id);
    return [...levelsOf(fact), ...traits.map((trait) => trait.level)];
  });
  return guide.facts.flatMap((own, fact) => {
    if (own.of !== undefined) return [];
    const needed = supportOf(forest, [model.nodeOf(own.when)]);
    const after = levels.flatMap((those, i) =>
      i !== fact && those.some((level) => needed.has(level)) ? [i] : [],
    );
    return [{ fact, levels: levels[fact] ?? [], after, ...influence(model, levels[fact] ?? []) }];
  });
}

/** Where changing one answer changes some outcome that is reached, and in which stage that first happens. */
function influence(model: Model, levels: readonly number[]): { stage: number; matters: number } {
  const { forest } = model;
  const without = new Set(levels);
  const memo = {};
  let stage = model.gates.length;
  let matters = NO;
  for (const [i, gate] of model.gates.entries()) {
    const parts = model.outputs
      .filter((output) => output.stage === i && levels.some((level) => output.support.has(level)))
      .map(({ yes, no }) =>
        forest.and(exists(forest, { root: yes, without, memo }), exists(forest, { root: no, without, memo })),
      );
    const here = forest.and(gate, forest.or(...parts));
    if (here !== NO) stage = Math.min(stage, i);
    matters = forest.or(matters, here);
  }
  return { stage, matters };
}

/** Holds where some answer to the variables named makes the diagram hold. */
function exists(forest: Forest, of: { root: number; without: ReadonlySet<number>; memo: object }): number {
  const { root, without, memo } = of;
  if (root <= 2) return root;
  return forest.memo(memo, root, () => {
    const at = forest.level(root);
    const under = (value: number): number =>
      exists(forest, { root: forest.child(root, at, value), without, memo });
    if (!without.has(at)) return forest.spread(at, under);
    return forest.or(...Array.from({ length: forest.size(at) }, (_, value) => under(value)));
  });
}

/** Stage by stage: what must be asked in any case in the author's order, then what decides most. */
function sortQuestions(model: Model, questions: readonly Question[]): Question[] {
  const { weigh, gates } = model;
  const regret = ({ stage, matters }: Question): number => {
    const reached = weigh(gates[stage] ?? NO);
    return reached - weigh(matters) < 1e-9 ? 0 : 1 - weigh(matters);
  };
  const left = questions.map((question) => ({ question, rank: question.stage * 2 + regret(question) }));
  left.sort((a, b) => a.rank - b.rank);
  const sorted: Question[] = [];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ question }) => question.fact));
    const free = left.findIndex(({ question }) => !question.after.some((fact) => waiting.has(fact)));
    sorted.push(...left.splice(Math.max(free, 0), 1).map(({ question }) => question));
  }
  return sorted;
}

/** Share of citizens asked a question when some others are still open: anywhere it may yet matter. */
function createShare({
  forest,
  weigh,
  law,
}: Model): (question: Question, later: readonly Question[]) => number {
  const total = weigh(law) || 1;
  return ({ matters }, later) => {
    const without = new Set(later.flatMap(({ levels }) => levels));
    return weigh(forest.and(law, exists(forest, { root: matters, without, memo: {} }))) / total;
  };
}

/** Looks one question ahead: neighbours change places when that asks less on average. */
function improve(model: Model, questions: Question[]): Question[] {
  const order = [...questions];
  const share = createShare(model);
  for (let i = order.length - 2; i >= 0; i--) {
    const [a, b] = [order[i], order[i + 1]];
    if (a === undefined || b === undefined || a.stage !== b.stage || b.after.includes(a.fact)) continue;
    const later = order.slice(i + 2);
    const now = share(a, [b, ...later]) + share(b, later);
    const then = share(b, [a, ...later]) + share(a, later);
    if (then < now - 1e-9) order.splice(i, 2, b, a);
  }
  return order;
}
