/** @jsxImportSource preact */
import { type PaymentView, paymentsRoutes } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, Radios } from '@tongban/ui';
import { first } from '../address.ts';
import { isInWechat } from '../browser.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { getPayment } from './find-payment.ts';
import { moneyText } from './money.ts';
import { moodOf, stateWords } from './pay-words.ts';
import { AfterPaying, PaymentFacts } from './payment-facts.tsx';

type Shown = { readonly visit: Visit; readonly view: PaymentView };
const field = 'way';

/** 缴费: the amount, the law behind it, and how to pay; while something is under way it leads there, unless the way is to be changed. */
export async function showPay(visit: Visit): Promise<PageAnswer> {
  const view = await getPayment(visit);
  const stays = view.charge === undefined || isChanging(visit);
  return stays ? payPage(visit, view, []) : leadTo(visit, `/pay/${view.order}/wait`);
}

function isChanging({ query }: Visit): boolean {
  return first(query, 'other') !== undefined;
}

/** Begins the charge in the chosen way; where nothing was chosen or it cannot be begun, says so beside the choice. */
export async function takePay(visit: Visit): Promise<PageAnswer> {
  const { say, request } = visit;
  const view = await getPayment(visit);
  const way = first(request.form, field);
  const here = `/pay/${view.order}/wait`;
  if (view.state !== 'open') return leadTo(visit, here);
  if (way === undefined) {
    const message = say('选一种缴费方式', 'Choose how to pay');
    return payPage(visit, view, [{ id: field, message }]);
  }
  const body = { way, from: fromWhat(visit) };
  try {
    await visit.call(paymentsRoutes.begin, { params: { order: view.order }, body });
    return leadTo(visit, here);
  } catch (error) {
    return payPage(visit, await getPayment(visit), faultsFrom(error, field));
  }
}

function fromWhat(visit: Visit): 'wechat' | 'phone' | 'screen' {
  if (isInWechat(visit)) return 'wechat';
  const browser = visit.request.headers?.['user-agent'] ?? '';
  return /mobile|android|iphone/i.test(browser) ? 'phone' : 'screen';
}

function payPage(visit: Visit, view: PaymentView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const { title } = stateWords(visit, view.state);
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: '/pay', words: say('我的缴费', 'My payments') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <Amount visit={visit} view={view} />
        {view.state === 'open' && <Choose visit={visit} view={view} faults={faults} />}
        {view.state !== 'open' && <AfterPaying visit={visit} view={view} />}
        <PaymentFacts visit={visit} view={view} />
        {view.state === 'open' && <AfterPaying visit={visit} view={view} />}
      </>
    ),
  });
}

/** How much, for what, and how it stands. */
export function Amount({ visit, view }: Shown) {
  const { title, line } = stateWords(visit, view.state);
  return (
    <Banner mood={moodOf(view.state)}>
      <h1>{title}</h1>
      <p>
        <Told visit={visit} words={view.title} />
      </p>
      <p class="big-number">{moneyText(visit, view.fen)}</p>
      <p>{view.state === 'open' ? beforePaying(visit, view, line) : line}</p>
    </Banner>
  );
}

/** What became of the last attempt, where there was one. */
function beforePaying({ say }: Visit, view: PaymentView, line: string): string {
  if (view.charge !== undefined) {
    return say(
      '换了以后，原来那一笔先作废。已经付过的会先查到，不会重复收。',
      'If you change, the earlier attempt is cancelled first. Anything you have paid already is found before that; you are never charged twice.',
    );
  }
  if (view.endedUnpaid === undefined) return line;
  return say(
    '上一次没有付成，钱没有扣。再选一种方式缴。',
    'Your last attempt did not go through and no money was taken. Choose a way and pay the amount.',
  );
}

function Choose({ visit, view, faults }: Shown & { readonly faults: readonly FieldFault[] }) {
  const { say } = visit;
  const atWindow = say(
    '也可以到办事窗口用现金或银行卡缴，报缴费编号就行。',
    'You can also pay at a window in cash or by card; give the payment number.',
  );
  if (view.ways.length === 0) return <p>{atWindow}</p>;
  return (
    <form class="stack" method="post" novalidate data-does="once">
      <Radios
        id={field}
        name={field}
        label={say('怎么缴', 'How to pay')}
        error={messageFor(faults, field)}
        options={view.ways.map(({ way, name, pretended }) => ({
          ...{
            value: way,
            label: <Told visit={visit} words={name} />,
            chosen: way === (view.charge?.way ?? view.ways[0]?.way),
          },
          ...(pretended
            ? { hint: say('演示用，不真的扣钱', 'For demonstration; no money is taken') }
            : { hint: say('不收手续费', 'No surcharge') }),
        }))}
      />
      <div class="actions">
        <Button>{say(`去缴 ${moneyText(visit, view.fen)}`, `Pay ${moneyText(visit, view.fen)}`)}</Button>
      </div>
      <p class="small soft">{atWindow}</p>
    </form>
  );
}
