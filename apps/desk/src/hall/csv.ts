import type { Answered, hallRoutes } from '@tongban/contract';
import { hallWords } from './words.ts';

/** 当天数据 as the server tells them. */
export type Figures = Answered<typeof hallRoutes.day>;

const { by: groups, columns } = hallWords.figures;

/** The figures of a day as a table any office program opens: one line for each hour, window and item. */
export function csvOf({ rows }: Pick<Figures, 'rows'>): string {
  const head = [
    '',
    '名称',
    columns.tickets,
    columns.abandoned,
    `${columns.wait}（分钟）`,
    `${columns.handling}（分钟）`,
  ];
  const lines = rows.map(({ by, name, tickets, abandoned, wait, handling }) => [
    groups[by],
    name,
    String(tickets),
    String(abandoned),
    figure(wait),
    figure(handling),
  ]);
  // The mark at the front tells office programs that the file is UTF-8.
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function figure(minutes: number | undefined): string {
  return minutes === undefined ? '' : minutes.toFixed(1);
}

/** A cell is quoted where it must be, and never read as a formula. */
function cell(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
