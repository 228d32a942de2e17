import type { Batch, ExchangeTable, TableName } from './tables.ts';

/** 为什么没有上报: a name or a meaning nobody could read is not guessed; what the house does not keep cannot be told. */
const reasons = {
  'name-unknown': '只知道列名的开头，没有读到全名，不猜',
  'meaning-unknown': '读到了列名，没有读到含义和取值，不猜',
  'not-kept': '本系统还不记录这项内容',
  'cases-only': '这个任务只上报办件',
} as const;
type Why = keyof typeof reasons;

/** Columns of the tables we write that are left out; a star stands for names that begin so. */
const columnsLeftOut: Readonly<Record<TableName, readonly (readonly [column: string, why: Why])[]>> = {
  up_pro_accept: [
    ['contact_*', 'name-unknown'],
    ['legal', 'meaning-unknown'],
  ],
  up_pro_process: [],
  up_pro_result: [['satisfaction', 'not-kept']],
  up_pro_special_procedure: [],
  up_pro_material: [],
};

/** Columns written in words, because the codes they want could not be read. */
const inWords: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  up_pro_result: ['result_type'],
  up_pro_material: ['get_type'],
};

/** Tables of the platform of which nothing is written; a star stands for names that begin so. */
const tablesLeftOut: readonly (readonly [table: string, why: Why])[] = [
  ['up_task_*', 'cases-only'],
  ['up_lic_data', 'cases-only'],
  ['up_uc_*', 'cases-only'],
];

/** 清单: what a batch holds, what it leaves out, and why; whoever takes it over reads this first. */
export function manifestOf(tables: readonly ExchangeTable[], { batch, at, source }: Batch): string {
  const manifest = {
    ...{ batch, at: at.toISOString(), source },
    tables: tables.map(({ name, columns, rows }) => ({
      ...{ table: name, rows: rows.length, columns },
      ...(rows.length === 0 ? {} : { file: fileOf(name) }),
      leftOut: columnsLeftOut[name].map(([column, why]) => ({ column, why, say: reasons[why] })),
      ...(inWords[name] === undefined
        ? {}
        : { inWords: { columns: inWords[name], say: '没有读到代码表，写的是文字' } }),
    })),
    tablesLeftOut: tablesLeftOut.map(([table, why]) => ({ table, why, say: reasons[why] })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The file of a table in the folder of a batch. */
export function fileOf(table: TableName): string {
  return `${table}.csv`;
}
