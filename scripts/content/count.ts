import { countGuide } from '@tongban/guide/author';
import { loadFolder, type Printed, refused } from './read.ts';

/** 计数: situations, ways through the questions and different checklists of each item, and of all; the last line is JSON. */
export function count(folder: string): Printed {
  const loading = loadFolder(folder);
  if (!loading.ok) return refused(loading.findings);
  const rows = loading.editions.map(({ id, folder: { item }, guide }) => ({
    id,
    name: item.name,
    ...countGuide(guide),
  }));
  const total = (key: 'situations' | 'paths' | 'checklists') =>
    rows.reduce((sum, row) => sum + (row[key] ?? 0n), 0n);
  const totals = { situations: total('situations'), paths: total('paths'), checklists: total('checklists') };
  const uncounted = rows.filter(({ paths }) => paths === undefined).map(({ name }) => name);
  return {
    lines: [
      '事项\t情形数\t问答路径数\t不同清单数',
      ...rows.map(({ id, name, ...counts }) => `${name}（${id}）\t${cells(counts)}`),
      `合计 ${rows.length} 个事项\t${cells(totals)}`,
      ...(uncounted.length === 0 ? [] : [`路径太多、没有数进合计的：${uncounted.join('、')}`]),
      // Counts can exceed what a double holds exactly, so they are written digit by digit.
      `{"items":${rows.length},"situations":${totals.situations},"paths":${totals.paths},"checklists":${totals.checklists}}`,
    ],
    code: 0,
  };
}

function cells(counts: { situations: bigint; paths: bigint | undefined; checklists: bigint }): string {
  return [counts.situations, counts.paths ?? '太多', counts.checklists].join('\t');
}
