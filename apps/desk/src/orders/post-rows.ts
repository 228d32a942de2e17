import type { PostRow } from '@tongban/contract';

type Field = keyof PostRow;
const fields: readonly Field[] = ['platform', 'author', 'link', 'text', 'postedAt'];
/** How the columns are called in tables people export or write. */
const names: Readonly<Record<Field, readonly string[]>> = {
  platform: ['平台', '来源', 'platform'],
  author: ['作者', '账号', '昵称', 'author'],
  link: ['链接', '网址', '地址', 'link', 'url'],
  text: ['内容', '正文', '文本', 'text'],
  postedAt: ['发布时间', '时间', 'posted-at', 'posted at', 'postedat'],
};

/** 帖子表格: rows of a table as it was pasted or saved, with or without a line of names, in any order of columns. */
export function postsIn(table: string): PostRow[] {
  const lines = cellsOf(table.replace(/^\uFEFF/, ''));
  const named = columnsOf(lines[0] ?? []);
  const columns = named ?? fields;
  return (named === undefined ? lines : lines.slice(1)).map((cells) => rowOf(cells, columns));
}

function rowOf(cells: readonly string[], columns: readonly (Field | undefined)[]): PostRow {
  const row = { platform: '', author: '', link: '', text: '', postedAt: '' };
  for (const [at, cell] of cells.entries()) {
    const field = columns[at];
    if (field !== undefined) row[field] = cell.trim();
  }
  return row;
}

/** The columns by their names; undefined where the first line is a row already. */
function columnsOf(head: readonly string[]): (Field | undefined)[] | undefined {
  const columns = head.map((cell) =>
    fields.find((field) => names[field].includes(cell.trim().toLowerCase())),
  );
  return columns.filter((one) => one !== undefined).length < 3 ? undefined : columns;
}

/** Cells of tab or comma separated lines; a quoted cell may hold either, and new lines. */
function cellsOf(table: string): string[][] {
  const between = table.includes('\t') ? '\t' : ',';
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${between}\\r\\n]*))(${between}|\\r\\n|\\r|\\n|$)`, 'g');
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of table.matchAll(cell)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== between) lines.push([]);
  }
  return lines.filter((line) => line.some((one) => one.trim() !== ''));
}
