import type { SavedView, TaskRow } from '@tongban/contract';
import writeExcelFile from 'write-excel-file/node';

type Column = SavedView['columns'][number];

const COLUMNS: Readonly<Record<Column, { title: string; width: number; value: (row: TaskRow) => string }>> = {
  case: { title: '办件编号', width: 34, value: (row) => row.case },
  item: { title: '事项', width: 28, value: (row) => row.itemName },
  applicant: { title: '申请人', width: 12, value: (row) => row.applicant },
  state: { title: '状态', width: 16, value: (row) => row.stateName },
  clock: { title: '期限', width: 22, value: clockText },
  submittedAt: { title: '提交时间', width: 18, value: (row) => timeText(row.submittedAt) },
  holder: { title: '经办人', width: 14, value: (row) => row.holder ?? '' },
  office: { title: '单位', width: 24, value: (row) => row.office },
  step: { title: '环节', width: 14, value: (row) => row.step ?? '' },
};

/** 导出表: rows of a list as an Excel file; no cell is ever taken for a formula. */
export async function sheetOf(columns: readonly Column[], rows: readonly TaskRow[]): Promise<Buffer> {
  const head = columns.map((column) => ({ value: COLUMNS[column].title, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    columns.map((column) => ({ value: harmless(COLUMNS[column].value(row)), type: String })),
  );
  const options = { sheet: '办件', columns: columns.map((column) => ({ width: COLUMNS[column].width })) };
  return writeExcelFile([head, ...body], { ...options, stickyRowsCount: 1 }).toBuffer();
}

/** Spreadsheets run what begins with these; an apostrophe makes it words again. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

const LIGHT = { green: '', yellow: '，黄灯', red: '，红灯' } as const;

function clockText({ clock }: TaskRow): string {
  if (clock === undefined) return '';
  const name = clock.kind === 'promised' ? '承诺' : '法定';
  return `${name} ${clock.dueOn ?? '暂停'}${LIGHT[clock.light]}`;
}

/** Minutes in Shanghai, as people write them. */
function timeText(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
