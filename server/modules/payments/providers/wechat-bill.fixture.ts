import { shanghaiDay } from '@tongban/kernel';

export type Charge = {
  fen: number;
  state: string;
  transaction?: string;
  at?: string;
  refundedFen?: number;
  refundedAt?: string;
};
type Wish = { readonly kind: string; readonly day: string };

export function hasBill(charges: ReadonlyMap<string, Charge>, wish: Wish): boolean {
  return rowsOf(charges, wish).length > 0;
}

/** 交易账单: what was paid on a day, or what was paid back. */
export function billOf(charges: ReadonlyMap<string, Charge>, wish: Wish): string {
  const back = wish.kind === 'REFUND';
  const heading = `交易时间,微信订单号,商户订单号,商品名称,${back ? '退款金额' : '订单金额'}`;
  const rows = rowsOf(charges, wish).map(([trade, { fen, refundedFen = 0, transaction }]) =>
    [`${wish.day} 09:30:00`, transaction, trade, '艇,桨', yuan(back ? refundedFen : fen)]
      .map((one) => `\`${one}`)
      .join(','),
  );
  return [`\uFEFF${heading}`, ...rows, '总交易单数,应结订单总金额', '`1,`15.00', ''].join('\r\n');
}

function rowsOf(charges: ReadonlyMap<string, Charge>, { kind, day }: Wish): [string, Charge][] {
  const isOn = (at: string | undefined) => at !== undefined && shanghaiDay(new Date(at)) === day;
  return [...charges].filter(([, { at, refundedAt }]) => isOn(kind === 'REFUND' ? refundedAt : at));
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
