import type { ForumItem } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { orderWords } from '../orders/words.ts';
import { saveTable } from '../ratings/export.ts';
import { forumWords as said } from './words.ts';

/** 台账导出: every order of a forum with what was done about it. */
export function exportLedger(title: string, items: readonly ForumItem[]): void {
  saveTable(
    `${said.ledger} ${title}`,
    said.csv.heads,
    items.map(({ order, solved, notes }) => [
      // A number of sixteen digits in one would be rounded by a spreadsheet.
      ...[order.order.replace(/(\d{4})(?=\d)/g, '$1 '), order.title, order.kindName.zh, order.unit],
      ...[shanghaiDay(new Date(order.receivedAt)), order.dueOn, orderWords.lights[order.light]],
      ...[orderWords.stages[order.stage], order.how === undefined ? '' : orderWords.endings[order.how]],
      ...[solvedWords(solved), notes.map(({ on, say, by }) => `${on} ${say}（${by}）`).join('；')],
    ]),
  );
}

/** 解决没有: what whoever asked said of it. */
export function solvedWords(solved: boolean | undefined): string {
  return solved === undefined ? said.solved.unknown : said.solved[solved ? 'yes' : 'no'];
}
