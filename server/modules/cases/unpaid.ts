import type { ItemEdition } from '@tongban/catalogue';
import type { Tx } from '../../platform/index.ts';
import type { Payments } from '../payments/index.ts';
import { aboutCase, type OpenCase } from './model.ts';

/**
 * 先缴后领: why a result does not leave yet, where the item says that its fee comes first; undefined where nothing holds it
 * back. Only the item decides it: an item that says nothing lets its result go.
 */
export async function findUnpaid(
  { payments }: { payments: Pick<Payments, 'stateOf'> },
  tx: Tx,
  open: OpenCase,
): Promise<{ why: string; message: string } | undefined> {
  const first = open.edition.folder.item.fees.filter(({ before_result: before }) => before === true);
  if (first.length === 0) return undefined;
  const payment = await payments.stateOf(aboutCase(open), tx);
  if (payment?.state !== 'open' && payment?.state !== 'checking') return undefined;
  const bases = [...new Set(first.map(({ basis }) => textOf(basis)))].join('；');
  const amount = `${Math.trunc(payment.fen / 100)}.${String(payment.fen % 100).padStart(2, '0')} 元`;
  const message = `还有 ${amount}没有缴清，缴清后再领、再寄（依据：${bases}）`;
  return { why: 'unpaid', message };
}

type Basis = ItemEdition['folder']['item']['fees'][number]['basis'];

function textOf({ law, article = '' }: Basis): string {
  return law === undefined ? '本事项的收费规定' : `《${law}》${article}`;
}
