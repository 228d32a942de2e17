import type { DataSources, MaterialDefinition } from '@tongban/catalogue/author';
import { loadFolder, type Printed, refused } from './read.ts';

/** How a material can be free of submission, the surest way first; `paper` is what still has to be brought. */
const order = ['register', 'licence', 'promise', 'inquiry', 'paper'] as const;
type Way = (typeof order)[number];
type Counts = Record<Way, number>;

const named: Readonly<Record<Way, string>> = {
  register: '数据核验',
  licence: '电子证照',
  promise: '告知承诺',
  inquiry: '部门调查',
  paper: '要提交',
};

/**
 * 免提交覆盖: of every item and material, whether a data source answers for it, an electronic licence stands in for it, a
 * promise may replace it, or the office finds out itself; the last line is JSON. What a bureau is really connected to
 * its own data-sources.yaml says.
 */
export function coverage(folder: string, options: readonly string[] = []): Printed {
  const loading = loadFolder(folder);
  if (!loading.ok) return refused(loading.findings);
  const sources = loading.content.dataSources?.value ?? { applicants: [], sources: [] };
  const items = loading.editions.map(({ id, folder: { item, materials } }) => ({
    ...{ id, name: item.name },
    rows: materials.map((material) => ({ material, way: wayOf(material, sources) })),
  }));
  const all = items.flatMap(({ rows }) => rows);
  const every = options.includes('--materials')
    ? items.flatMap(({ name, rows }) =>
        rows.map(({ material, way }) => `${name}\t${material.name}\t${material.holder}\t${named[way]}`),
      )
    : [];
  const lines = items.map(({ id, name, rows }) => `${name}（${id}）\t${cells(countOf(rows))}`);
  return {
    lines: [
      ...(every.length === 0 ? [] : ['事项\t材料\t谁的\t怎样免', ...every, '']),
      `事项\t材料数\t${order.map((way) => named[way]).join('\t')}`,
      ...lines,
      `合计 ${items.length} 个事项\t${cells(countOf(all))}`,
      JSON.stringify({ items: items.length, materials: all.length, ...countOf(all) }),
    ],
    code: 0,
  };
}

/** The surest way by which one material need not be brought. */
export function wayOf(material: MaterialDefinition, { applicants, sources }: DataSources): Way {
  const { id, holder, substitute } = material;
  const isOwn = applicants.includes(holder) && substitute.wallet !== 'other';
  const ways = [substitute.by, substitute.else];
  const answered = sources
    .flatMap(({ answers }) => answers)
    .some(({ licence, materials = [] }) =>
      substitute.licence === undefined ? materials.includes(id) : substitute.licence === licence,
    );
  const isCheckable = ways.includes('data-check') && material.for_each === undefined;
  if (isOwn && isCheckable && answered) return 'register';
  if (isOwn && substitute.by === 'licence') return 'licence';
  if (ways.includes('promise')) return 'promise';
  if (ways.includes('investigation') || ways.includes('data-check')) return 'inquiry';
  return 'paper';
}

function countOf(rows: readonly { way: Way }[]): Counts {
  const counts: Counts = { register: 0, licence: 0, promise: 0, inquiry: 0, paper: 0 };
  for (const { way } of rows) counts[way] += 1;
  return counts;
}

function cells(counts: Counts): string {
  const total = order.reduce((sum, way) => sum + counts[way], 0);
  return [total, ...order.map((way) => counts[way])].join('\t');
}
