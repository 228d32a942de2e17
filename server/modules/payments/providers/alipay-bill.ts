import { findFen } from '../rules.ts';
import { plainTradeNumber } from './bill-text.ts';
import type { StatementLine } from './port.ts';
import { unzip } from './zip.ts';

const detail = '#支付宝业务明细查询';
const kinds: Readonly<Record<string, StatementLine['said']>> = { 交易: 'paid', 退款: 'refunded' };

/** 业务明细账单: reads a day's bill, an archive of two tables in GBK; only the one that lists every trade is read. */
export function readAlipayBill(archive: Buffer): StatementLine[] {
  const gbk = new TextDecoder('gbk');
  const text = unzip(archive)
    .map((file) => gbk.decode(file))
    .find((one) => one.startsWith(detail));
  if (text === undefined) throw new Error('the archive has no bill in it');
  const lines = text.split(/\r?\n/);
  const heading = lines.findIndex((line) => line.startsWith('支付宝交易号,'));
  const columns = columnsOf(valuesOf(lines[heading] ?? ''));
  const rows = lines.slice(heading + 1);
  // What follows the trades begins with this mark.
  const end = rows.findIndex((line) => line.startsWith('#'));
  return rows
    .slice(0, end < 0 ? rows.length : end)
    .filter((line) => line.trim() !== '')
    .map((line) => readTrade(columns, valuesOf(line)));
}

type Columns = ReturnType<typeof columnsOf>;

function columnsOf(names: readonly string[]) {
  const trade = names.indexOf('商户订单号');
  const kind = names.indexOf('业务类型');
  const amount = names.findIndex((name) => /^订单金额[（(]元[）)]$/.test(name));
  if (trade < 0 || kind < 0 || amount < 0) throw new Error('the bill has not the columns it should have');
  return { trade, kind, amount, count: names.length };
}

function readTrade(columns: Columns, values: readonly string[]): StatementLine {
  const said = kinds[values[columns.kind] ?? ''];
  // A title or an account with a comma in it moves the amount behind it.
  const moved = Math.max(0, values.length - columns.count);
  const fen = findFen(values[columns.amount + moved] ?? '');
  const tradeNumber = plainTradeNumber(values[columns.trade] ?? '');
  if (said === undefined || fen === undefined || tradeNumber === '')
    throw new Error('a line of the bill cannot be read');
  return { said, tradeNumber, fen: Math.abs(fen) };
}

/** Every value is followed by a tab, which keeps long numbers whole in a table. */
function valuesOf(line: string): string[] {
  return line.split(',').map((value) => value.trim());
}
