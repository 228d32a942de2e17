import { casesOf, rangesOf } from './cases.ts';
import { supportOf } from './forest.ts';
import type { Guide, GuideFact } from './guide.ts';
import { levelsOf } from './levels.ts';
import { type Model, openGuide } from './model.ts';
import { settle } from './settle.ts';

/**
 * 条件表: rows are materials, columns are questions, a cell holds the answers ticked and none means any.
 * Several rows of one material are joined by or. What looks at all companions together is kept as text.
 */
export type Matrix = { columns: MatrixColumn[]; rows: MatrixRow[] };
export type MatrixColumn = { fact: string; options: string[]; type: GuideFact['type']; applies: boolean };
export type MatrixRow = { id: string; each?: string; cells: Record<string, string[]>; text?: string };

/** Lays the conditions of all materials out as a table. */
export function matrixOf(guide: Guide): Matrix {
  const model = openGuide(guide);
  const columns = guide.facts.flatMap((fact) => columnsOf(guide, fact));
  const rows = model.outputs
    .filter(({ layer }) => layer === 'materials')
    .flatMap((output): MatrixRow[] => {
      const { id, each } = output;
      const root = settle(model.forest, each === undefined ? output.node : model.nodeOf(each.root));
      const row = { id, ...(each && { each: each.of }) };
      const lifted = [...supportOf(model.forest, [root])].some((at) =>
        guide.traits.some(({ level }) => level === at),
      );
      if (lifted) return [{ ...row, cells: {}, text: conditionOf(model, root) }];
      const cases = casesOf(model, root);
      if (cases.length === 0) return [{ ...row, cells: {}, text: 'false' }];
      return cases.map((one) => ({
        ...row,
        cells: Object.fromEntries([...one].map((entry) => cellOf(guide, ...entry))),
      }));
    });
  return { columns, rows };
}

/** The condition of every material in a table, in the written form. */
export function conditionsOf({ columns, rows }: Matrix): Record<string, string> {
  const byFact = new Map(columns.map((column) => [column.fact, column]));
  const conditions = new Map<string, string[]>();
  for (const { id, cells, text } of rows) {
    const tests = Object.entries(cells).flatMap(([fact, ticked]) => {
      const column = byFact.get(fact);
      return column === undefined || ticked.length === 0 ? [] : [testOf(column, ticked)];
    });
    const row = text ?? (tests.length === 0 ? 'true' : tests.join(' and '));
    conditions.set(id, [...(conditions.get(id) ?? []), row]);
  }
  return Object.fromEntries([...conditions].map(([id, ways]) => [id, anyOf(ways)]));
}

function anyOf(ways: readonly string[]): string {
  return ways.length === 1 ? (ways[0] ?? '') : ways.map((way) => `(${way})`).join(' or ');
}

const TICKED = ['否', '是'];

function columnsOf(guide: Guide, fact: GuideFact): MatrixColumn[] {
  const { type, options, when } = fact;
  const id = nameOf(guide, fact);
  const applies = when !== 1;
  if (type === 'multi')
    return options.map((option) => ({ fact: `${id}.${option}`, options: TICKED, type, applies }));
  if (type !== 'number') return [{ fact: id, options, type, applies }];
  return [
    {
      fact: id,
      options: (fact.cuts ?? []).concat(0).map((_, value) => intervalOf(fact, value)),
      type,
      applies,
    },
  ];
}

/** How a condition names a fact; the number of people is written as their count. */
function nameOf({ people }: Guide, { id }: GuideFact): string {
  return people.some((group) => group.id === id) ? `count(${id})` : id;
}

/** An interval as a cell shows it: <12, 12..59, >=60. */
function intervalOf(fact: GuideFact, value: number): string {
  const [[from, to] = [0, 0]] = rangesOf(fact, [value]);
  if (from === -Infinity) return to === Infinity ? '>=0' : `<${to + 1}`;
  return to === Infinity ? `>=${from}` : `${from}..${to}`;
}

function cellOf(guide: Guide, at: number, values: readonly number[]): [string, string[]] {
  const fact = guide.facts.find((one) => levelsOf(one).includes(at));
  if (fact === undefined) return ['', []];
  if (fact.type === 'multi')
    return [`${fact.id}.${fact.options[at - fact.level]}`, values.map((value) => TICKED[value] ?? '')];
  return [
    nameOf(guide, fact),
    values.map((value) => (fact.type === 'number' ? intervalOf(fact, value) : (fact.options[value] ?? ''))),
  ];
}

/** A question that does not always apply is tested by what it is not, which holds also where it is not asked. */
function testOf(column: MatrixColumn, ticked: readonly string[]): string {
  const { fact, type, options, applies } = column;
  if (type === 'bool' || type === 'multi') {
    const name = type === 'multi' ? fact.replace(/\.(.*)$/, '."$1"') : fact;
    return ticked.length > 1 ? 'true' : ticked[0] === '是' ? name : `not(${name})`;
  }
  if (!applies) return among(column, ticked);
  const others = options.filter((option) => !ticked.includes(option));
  return others.length === 0 ? 'true' : `not(${among({ ...column, fact }, others)})`;
}

function among({ fact, type }: MatrixColumn, ticked: readonly string[]): string {
  if (type !== 'number') return `${fact} in (${ticked.map((option) => `"${option}"`).join(', ')})`;
  const ranges = ticked.map((cell) => (cell.includes('..') ? `${fact} in [${cell}]` : `${fact} ${cell}`));
  return ranges.length === 1 ? (ranges[0] ?? '') : `(${ranges.join(' or ')})`;
}

/** A diagram in the written form, companions and all. */
function conditionOf(model: Model, root: number): string {
  const ways = casesOf(model, root).map((one) =>
    [...one]
      .map(([at, values]) => {
        const trait = model.guide.traits.find(({ level }) => level === at);
        if (trait === undefined) return testAt(model.guide, at, values);
        const any = `any(${trait.of}, ${conditionOf(model, model.nodeOf(trait.root))})`;
        return values.includes(1) ? any : `not(${any})`;
      })
      .join(' and '),
  );
  return ways.length === 0 ? 'false' : anyOf(ways.map((way) => way || 'true'));
}

function testAt(guide: Guide, at: number, values: readonly number[]): string {
  const [fact, ticked] = cellOf(guide, at, values);
  const column = guide.facts.flatMap((one) => columnsOf(guide, one)).find((one) => one.fact === fact);
  return column === undefined ? 'true' : testOf(column, ticked);
}
