/** @jsxImportSource preact */
import { type PaymentView, paymentsRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { shanghaiDay } from '@tongban/kernel';
import { LinkButton, SummaryList, type SummaryRow } from '@tongban/ui';
import { dayText, momentText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { moneyText } from './money.ts';

type Shown = { readonly visit: Visit; readonly view: PaymentView };

/** 缴费明细: every amount with the law it rests on, who collects it, and by when. */
export function PaymentFacts({ visit, view }: Shown) {
  const { say } = visit;
  return (
    <section class="sheet">
      <h2>{say('缴费明细', 'What it is for')}</h2>
      <SummaryList rows={[...amountRows({ visit, view }), ...otherRows({ visit, view })]} />
    </section>
  );
}

function amountRows({ visit, view }: Shown): SummaryRow[] {
  const { say } = visit;
  const lines = view.lines.map(({ name, fen, basis }, at) => ({
    key: `line ${at}`,
    label: <Told visit={visit} words={name} />,
    value: <Founded visit={visit} fen={fen} basis={basis} />,
  }));
  if (view.lateFen === 0) return lines;
  const value = <Founded visit={visit} fen={view.lateFen} basis={view.lateBasis} />;
  return [...lines, { key: 'late', label: say('加处罚款（逾期）', 'Late payment'), value }];
}

type Amount = { readonly visit: Visit; readonly fen: number; readonly basis: string | undefined };

/** An amount with the law it rests on. */
function Founded({ visit, fen, basis }: Amount) {
  if (basis === undefined) return <>{moneyText(visit, fen)}</>;
  return (
    <>
      {moneyText(visit, fen)}
      <br />
      <span class="small soft">
        {visit.say('依据：', 'Basis: ')}
        <Chinese visit={visit}>{basis}</Chinese>
      </span>
    </>
  );
}

function otherRows({ visit, view }: Shown): SummaryRow[] {
  const { say } = visit;
  const { dueOn, billNumber, paidAt, paidBy } = view;
  return [
    {
      key: 'payee',
      label: say('收款单位', 'Paid to'),
      value: <Chinese visit={visit}>{view.payee}</Chinese>,
    },
    ...(dueOn === undefined || paidAt !== undefined
      ? []
      : [{ key: 'due', label: say('最晚缴费', 'Pay by'), value: dueText(visit, dueOn) }]),
    ...(paidAt === undefined
      ? []
      : [{ key: 'paid', label: say('缴费时间', 'Paid at'), value: momentText(visit, paidAt) }]),
    ...(paidBy === undefined
      ? []
      : [{ key: 'way', label: say('缴费方式', 'Paid by'), value: <Told visit={visit} words={paidBy} /> }]),
    ...(billNumber === undefined
      ? []
      : [{ key: 'bill', label: say('缴款单号', 'Bill number'), value: billNumber }]),
    { key: 'number', label: say('缴费编号', 'Payment number'), value: view.number },
  ];
}

function dueText(visit: Visit, dueOn: string): string {
  const day = dayText(visit, dueOn);
  return shanghaiDay(new Date()) > dueOn ? visit.say(`${day}，已经过期`, `${day}, now overdue`) : day;
}

/** The receipt, and the way back to what was paid for. */
export function AfterPaying({ visit, view }: Shown) {
  const { say } = visit;
  const receipt = addressOf(paymentsRoutes.receipt, { params: { order: view.order } });
  const [, number] = /^case:(.+)$/.exec(view.about) ?? [];
  if (!view.receipt && number === undefined) return null;
  return (
    <div class="actions">
      {view.receipt && (
        <LinkButton href={receipt}>{say('下载缴款凭证（PDF）', 'Download the receipt (PDF)')}</LinkButton>
      )}
      {number !== undefined && (
        <LinkButton look="quiet" href={`/cases/${number}`}>
          {say('看办理进度', 'See the case')}
        </LinkButton>
      )}
    </div>
  );
}
