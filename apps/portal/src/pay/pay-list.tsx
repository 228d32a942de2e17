/** @jsxImportSource preact */
import { type PaymentView, paymentsRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkList, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { momentText } from '../days.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { moneyText } from './money.ts';
import { stateWords } from './pay-words.ts';

const field = 'billNumber';

/** 我的缴费: what is due, what was paid, and a bill that came on paper. */
export async function showPayments(visit: Visit): Promise<PageAnswer> {
  return listPage(visit, []);
}

/** Finds a bill by the number printed on it. */
export async function takeBill(visit: Visit): Promise<PageAnswer> {
  const billNumber = (first(visit.request.form, field) ?? '').replace(/\s/g, '');
  if (billNumber.length < 4) {
    const message = visit.say('填写缴款单号', 'Give the number of the bill');
    return listPage(visit, [{ id: field, message }]);
  }
  try {
    const key = first(visit.request.form, 'key');
    const once = key === undefined ? {} : { key };
    const view = await visit.call(paymentsRoutes.openBill, { body: { billNumber } }, once);
    return leadTo(visit, `/pay/${view.order}`);
  } catch (error) {
    const problem = findProblem(error);
    if (problem?.code === 'payments.bill') return listPage(visit, [{ id: field, message: problem.message }]);
    return listPage(visit, faultsFrom(error, field));
  }
}

async function listPage(visit: Visit, faults: readonly FieldFault[]): Promise<PageAnswer> {
  const { say } = visit;
  const payments = await visit.call(paymentsRoutes.list, {});
  const title = say('我的缴费', 'My payments');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <Rows visit={visit} payments={payments} />
        <form class="sheet stack" method="post" novalidate data-does="once">
          <h2>{say('按缴款单号缴费', 'Pay a bill by its number')}</h2>
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          <TextInput
            id={field}
            name={field}
            label={say('缴款单号', 'Bill number')}
            hint={say('在罚款单、缴款通知书上', 'Printed on the bill or the notice of a fine')}
            value={first(visit.request.form, field) ?? ''}
            error={messageFor(faults, field)}
          />
          <div class="actions">
            <Button look="quiet">{say('查这张缴款单', 'Find the bill')}</Button>
          </div>
        </form>
      </>
    ),
  });
}

function Rows({ visit, payments }: { readonly visit: Visit; readonly payments: readonly PaymentView[] }) {
  const { say } = visit;
  if (payments.length === 0) return <p>{say('现在没有要缴的费用。', 'You have nothing to pay now.')}</p>;
  return (
    <LinkList
      rows={payments.map((view) => ({
        href: `/pay/${view.order}`,
        title: <Told visit={visit} words={view.title} />,
        line: [
          moneyText(visit, view.fen),
          stateWords(visit, view.state).title,
          momentText(visit, view.paidAt ?? view.openedAt),
        ].join(' · '),
      }))}
    />
  );
}
