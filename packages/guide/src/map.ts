import { tell, tellValues } from './cases.ts';
import { cofactor, components } from './cofactor.ts';
import { usualAnswers } from './count.ts';
import { NO, supportOf, YES } from './forest.ts';
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

function createDrawing(model: Model, labels: MapLabels): (stage: number) => MapNode[] {
  const { forest, guide } = model;
  const usual = usualAnswers(model);
  const order = [...guide.facts.flatMap(levelsOf), ...guide.traits.map(({ level }) => level)];
  const leaf = (text: string): MapNode => ({ kind: 'outcome', text, children: [] });

  function grow(outputs: readonly Drawn[]): MapNode[] {
    const open = supportOf(
      forest,
      outputs.map(({ node }) => node),
    );
    const next = order.find((level) => open.has(level));
    const certain = outputs.filter(({ node }) => node === YES).map(({ text }) => leaf(text));
    if (next === undefined) return certain;
    const branches = new Map<string, { values: number[]; outputs: Drawn[] }>();
    for (let value = 0; value < forest.size(next); value++) {
      const known = { level: next, value, memo: {} };
      const under = outputs
        .filter(({ node }) => node !== YES)
        .map(({ text, node }) => ({ text, node: settle(forest, cofactor(forest, node, known)) }))
        .filter(({ node }) => node !== NO);
      const key = under.map(({ text, node }) => `${text}${node}`).join();
      const same = branches.get(key) ?? { values: [], outputs: under };
      branches.set(key, { ...same, values: [...same.values, value] });
    }
    const children = [...branches.values()].map(({ values, outputs: under }): MapNode => {
      const below = grow(under);
      return {
        kind: 'answer',
        text: tellValues(model, next, values),
        children: below.length > 0 ? below : [leaf('不用')],
      };
    });
    const key = guide.keys[next] ?? '';
    return [...certain, { kind: 'ask', text: labels.facts?.[key] ?? key, children }];
  }

  function growGroup(group: readonly Drawn[]): MapNode[] {
    const grown = grow(group);
    if (group.length < 2 || grown.reduce((sum, node) => sum + leavesOf(node), 0) <= MOST_LEAVES) return grown;
    return group.map(({ text, node }) => ({
      ...leaf(text),
      children: [{ ...leaf(tell(model, node)), kind: 'answer' as const }],
    }));
  }

  return (stage) => {
    const drawn = model.outputs
      .filter((output) => output.stage === stage)
      .map(({ layer, id, node }) => {
        const put = usual.reduce(
          (of, known) => cofactor(forest, of, known),
          forest.rule(model.gates[stage] ?? NO, node),
        );
        return { text: labels.outputs?.[`${layer}/${id}`] ?? id, node: settle(forest, put) };
      })
      .filter(({ node }) => node === YES || node > 2);
    const groups = components(drawn, ({ node }) => supportOf(forest, [node]));
    return groups.flatMap(growGroup);
  };
}

function leavesOf({ children }: MapNode): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

/** The same map in words, indented. */
export function mapText(tree: MapNode): string {
  const lines = (node: MapNode, depth: number): string[] => [
    `${'  '.repeat(depth)}${depth === 0 ? '' : '- '}${node.text}${node.kind === 'answer' && node.children.length > 0 ? '：' : ''}`,
    ...node.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(tree, 0).join('\n');
}
