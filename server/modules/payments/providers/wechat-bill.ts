import { findFen } from '../rules.ts';
import { plainTradeNumber } from './bill-text.ts';
import type { StatementLine } from './port.ts';

/** 交易账单: reads the lines of a day's bill: a heading, one line a charge with a mark before each value, then a summary. */
export function readWechatBill(text: string, said: StatementLine['said']): StatementLine[] {
  const [heading = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = heading.split(',');
  const trade = names.indexOf('商户订单号');
  const amount = names.indexOf(said === 'paid' ? '订单金额' : '退款金额');
  if (trade < 0 || amount < 0) throw new Error('the bill has not the columns it should have');
  const lines: StatementLine[] = [];
  for (const row of rows) {
    // The summary that follows has a heading of its own.
    if (!row.startsWith('`')) break;
    // The mark tells a comma between values from one inside a title.
    const values = row.slice(1).split(',`');
    const fen = findFen(values[amount] ?? '');
    const tradeNumber = plainTradeNumber(values[trade] ?? '');
    if (fen === undefined || tradeNumber === '') throw new Error('a line of the bill cannot be read');
    lines.push({ said, tradeNumber, fen });
  }
  return lines;
}
