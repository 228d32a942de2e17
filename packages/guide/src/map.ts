import { tell, tellAnswer } from './cases.ts';
import { cofactor, components } from './cofactor.ts';
import { usualAnswers } from './count.ts';
import { type Forest, NO, supportOf, VOID, YES } from './forest.ts';
import type { Guide } from './guide.ts';
import { levelsOf } from './levels.ts';
import { type Model, openGuide } from './model.ts';
import { settle } from './settle.ts';

/** 一图看懂: the frozen questions as a tree, equal branches drawn once. */
export type MapNode = {
  kind: 'root' | 'part' | 'ask' | 'answer' | 'outcome';
  text: string;
  children: MapNode[];
};
/** Names for the drawing: the item, its questions by id and its outputs by layer/id. */
export type MapLabels = { title: string; facts?: Record<string, string>; outputs?: Record<string, string> };

const PARTS = ['是不是在这里办', '能不能办', '怎么办、多久、多少钱', '带什么'];
/** What is said where nothing of a part holds. */
const NONE = ['在这里办', '可以办', '没有', '不用带'];
const MOST_LEAVES = 24;

/** Draws what depends on situations; modifiers keep their usual answers and are listed at the side. */
export function mapGuide(guide: Guide, labels: MapLabels): MapNode {
  const model = openGuide(guide);
  const draw = createDrawing(model, labels);
  const parts = PARTS.map((text, stage): MapNode => ({ kind: 'part', text, children: draw(stage) }));
  const modifiers = guide.facts.filter(({ role, of }) => role === 'modifier' && of === undefined);
  const side: MapNode = {
    kind: 'part',
    text: '还会问，可能增减材料',
    children: modifiers.map(({ id }) => ({ kind: 'outcome', text: labels.facts?.[id] ?? id, children: [] })),
  };
  const shown = [...parts, side].filter(({ children }) => children.length > 0);
  return { kind: 'root', text: labels.title, children: shown };
}

type Drawn = { text: string; node: number };

const leaf = (text: string): MapNode => ({ kind: 'outcome', text, children: [] });

function createDrawing(model: Model, labels: MapLabels): (stage: number) => MapNode[] {
  const { forest } = model;
  const usual = usualAnswers(model);
  return (stage) => {
    const inside = model.gates[stage] ?? NO;
    const drawn = model.outputs
      .filter((output) => output.stage === stage)
      .map(({ layer, id, node }) => {
        const put = usual.reduce((of, known) => cofactor(forest, of, known), forest.rule(inside, node));
        return { text: labels.outputs?.[`${layer}/${id}`] ?? id, node: settle(forest, put) };
      })
      .filter(({ node }) => node === YES || node > VOID);
    const groups = components(drawn, ({ node }) => supportOf(forest, [node]));
    return groups.flatMap((group) => growGroup(model, labels, { group, none: NONE[stage] ?? '' }));
  };
}

/** A group of outputs that hang on common questions; where the tree would be too wide, each output in words. */
function growGroup(model: Model, labels: MapLabels, from: { group: Drawn[]; none: string }): MapNode[] {
  const { group, none } = from;
  const { grow, isWide } = createGrowth(model, labels, none);
  const grown = grow(group);
  if (group.length < 2 || !isWide()) return grown;
  return group.map(({ text, node }) => ({
    ...leaf(text),
    children: [{ kind: 'answer', text: tell(model, node), children: [] }],
  }));
}

/** Asks in the frozen order; answers that lead to the same are one branch. Growth stops once it is too wide. */
function createGrowth(model: Model, labels: MapLabels, none: string) {
  const { forest, guide } = model;
  const order = [...guide.facts.flatMap(levelsOf), ...guide.traits.map(({ level }) => level)];
  let leaves = 0;
  const isWide = (): boolean => leaves > MOST_LEAVES;
  const grow = (outputs: readonly Drawn[]): MapNode[] => {
    const open = supportOf(
      forest,
      outputs.map(({ node }) => node),
    );
    const next = order.find((level) => open.has(level));
    const certain = outputs.filter(({ node }) => node === YES).map(({ text }) => leaf(text));
    if (next === undefined || isWide()) {
      leaves++;
      return certain;
    }
    const children = branchesAt(forest, outputs, next).map(({ values, under }): MapNode => {
      const below = grow(under);
      const then = below.length > 0 ? below : [leaf(none)];
      return { kind: 'answer', text: tellAnswer(model, next, values), children: then };
    });
    return [...certain, { kind: 'ask', text: questionAt(guide, labels, next), children }];
  };
  return { grow, isWide };
}

/** The question behind a variable, in the words people are asked. */
function questionAt(guide: Guide, labels: MapLabels, level: number): string {
  const fact = guide.facts.find((one) => levelsOf(one).includes(level));
  const key = guide.keys[level] ?? '';
  return labels.facts?.[fact?.id ?? key] ?? fact?.id ?? key;
}

function branchesAt(forest: Forest, outputs: readonly Drawn[], level: number) {
  const branches = new Map<string, { values: number[]; under: Drawn[] }>();
  for (let value = 0; value < forest.size(level); value++) {
    const known = { level, value, memo: {} };
    const under = outputs
      .filter(({ node }) => node !== YES)
      .map(({ text, node }) => ({ text, node: settle(forest, cofactor(forest, node, known)) }))
      .filter(({ node }) => node !== NO);
    const key = under.map(({ text, node }) => `${text}${node}`).join();
    const same = branches.get(key) ?? { values: [], under };
    branches.set(key, { ...same, values: [...same.values, value] });
  }
  return [...branches.values()];
}

/** The same map in words, indented. */
export function mapText(tree: MapNode): string {
  const lines = (node: MapNode, depth: number): string[] => [
    `${'  '.repeat(depth)}${depth === 0 ? '' : '- '}${node.text}${node.kind === 'answer' && node.children.length > 0 ? '：' : ''}`,
    ...node.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(tree, 0).join('\n');
}
