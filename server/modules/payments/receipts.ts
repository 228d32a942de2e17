import type { Words } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Tx } from '../../platform/index.ts';
import { dayText } from './days.ts';
import { paymentPaid, paymentRefunded } from './events.ts';
import type { Parts } from './parts.ts';
import { yuanText } from './rules.ts';
import type { OrderRow } from './store/orders.ts';
import { wayName } from './words.ts';

/**
 * 电子缴款凭证: whatever is paid gets its receipt, and what is paid back loses it. The house does this by itself, whoever took
 * the money: the receipt is its payer's, and not theirs to make.
 */
export function keepReceipts(parts: Parts): void {
  const { outbox, store, files } = parts;
  outbox.subscribe({
    name: 'payments.receipts',
    on: [paymentPaid, paymentRefunded] as const,
    handle: async (tx, { type, data }) => {
      const row = await store.lock(tx, data.order);
      if (row === undefined) return;
      if (type === 'payments.paid') await keepReceipt(parts, tx, row);
      else if (row.paper_id !== undefined) await files.papers.revoke(tx, row.paper_id);
    },
  });
}

/** The receipt of a locked order that is paid: made when it is first wanted, by whoever is first. */
export async function keepReceipt(parts: Parts, tx: Tx, row: OrderRow): Promise<string> {
  if (row.paper_id !== undefined) return row.paper_id;
  const paper = await sealReceipt(parts, tx, row);
  await parts.store.save(tx, { ...row, paper_id: paper });
  return paper;
}

/** Seals the receipt; it is printed and signed when it is first opened. */
async function sealReceipt(parts: Parts, tx: Tx, row: OrderRow): Promise<string> {
  const { identity, files, clock } = parts;
  const person = await identity.inTransaction(tx, row.person_id);
  const today = shanghaiDay(clock());
  const title = { zh: '电子缴款凭证', en: 'Payment receipt' };
  const heading = { number: row.number, issuer: row.payee, issuedOn: today };
  const { document } = await files.papers.seal(tx, {
    ...{ ownerId: row.person_id, kind: 'payment-receipt', title, ...heading },
    facts: [
      { label: { zh: '缴款单', en: 'Payment order' }, value: row.number },
      { label: { zh: '金额', en: 'Amount' }, value: `${yuanText(row.paid_fen ?? row.fen)} 元` },
    ],
    page: {
      ...{ title: title.zh, ...heading, issuedOn: dayText(today), addressee: person.name },
      paragraphs: paragraphsOf(row),
      rows: rowsOf(parts, row),
      closing: [
        '本凭证证明已经缴款，不代替财政电子票据。退费后本凭证作废，可以扫码核验。',
        'This receipt shows that the amount was paid. It does not replace the fiscal e-invoice and ends when the money is paid back; scan the code to verify it.',
      ],
    },
  });
  return document;
}

function paragraphsOf({ title }: OrderRow): string[] {
  const zh = `您的“${title.zh}”费用已经缴清。`;
  return [zh, `The amount due for “${title.en ?? title.zh}” has been paid in full.`];
}

/** Each row in both languages; names stand beside their amounts, where they have room. */
function rowsOf(parts: Pick<Parts, 'providers'>, row: OrderRow) {
  const paid = row.paid_fen ?? row.fen;
  const late = paid - row.fen;
  const way = wayName(parts.providers, row.way ?? '');
  return [
    ...(row.about.startsWith('case:')
      ? [{ label: '办件编号 Case', value: row.about.slice('case:'.length) }]
      : []),
    ...(row.bill_number === undefined ? [] : [{ label: '缴款单号 Bill', value: row.bill_number }]),
    ...row.lines.map(({ name, fen, basis }) => ({
      label: '项目 Item',
      value: `${bothOf(name)}：${yuanText(fen)} 元\n依据：${basis}`,
    })),
    ...(late > 0 ? [{ label: '加处罚款 Late', value: lateText(late, row.late?.basis) }] : []),
    { label: '实缴合计 Total', value: `${yuanText(paid)} 元（CNY ${yuanText(paid)}）` },
    { label: '缴款方式 By', value: bothOf(way) },
    ...(row.paid_at === undefined
      ? []
      : [{ label: '缴款日期 On', value: dayBoth(shanghaiDay(row.paid_at)) }]),
  ];
}

function lateText(fen: number, basis: string | undefined): string {
  const amount = `${yuanText(fen)} 元`;
  return basis === undefined ? amount : `${amount}\n依据：${basis}`;
}

function bothOf({ zh, en }: Words): string {
  return en === undefined || en === zh ? zh : `${zh} ${en}`;
}

function dayBoth(day: string): string {
  return `${dayText(day)}（${day}）`;
}
