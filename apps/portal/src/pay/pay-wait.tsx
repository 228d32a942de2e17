/** @jsxImportSource preact */
import { type PaymentView, paymentsRoutes } from '@tongban/contract';
import { Banner, Button, LinkButton } from '@tongban/ui';
import { first } from '../address.ts';
import { timeText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import { Qr } from '../licences/qr.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { getPayment, wayOf } from './find-payment.ts';
import { moneyText } from './money.ts';
import { Amount } from './pay.tsx';
import { stateWords } from './pay-words.ts';
import { AfterPaying, PaymentFacts } from './payment-facts.tsx';

type Shown = { readonly visit: Visit; readonly view: PaymentView };

const refreshSeconds = 5;

/** 支付结果: where every payment comes back to. It asks by itself until the truth is known, and never asks to pay twice. */
export async function showWait(visit: Visit): Promise<PageAnswer> {
  const view = await getPayment(visit);
  if (view.state === 'open' && view.charge === undefined) return leadTo(visit, `/pay/${view.order}`);
  const over = view.charge === undefined;
  const { title } = stateWords(visit, view.state);
  return page(visit, {
    title: over ? title : waiting(visit),
    personal: true,
    ...(over ? {} : { refreshSeconds }),
    back: { href: '/pay', words: visit.say('我的缴费', 'My payments') },
    children: (
      <div class="stack" data-does={over ? undefined : 'paying'} data-state={view.state}>
        <p class="unseen" role="status" data-say />
        {over ? <Over visit={visit} view={view} /> : <Waiting visit={visit} view={view} />}
        <PaymentFacts visit={visit} view={view} />
      </div>
    ),
  });
}

function waiting({ say }: Visit): string {
  return say('等您付款', 'Waiting for your payment');
}

function Over({ visit, view }: Shown) {
  return (
    <>
      <Amount visit={visit} view={view} />
      <AfterPaying visit={visit} view={view} />
    </>
  );
}

function Waiting({ visit, view }: Shown) {
  const { say } = visit;
  const way = wayOf(view);
  return (
    <>
      <Banner mood="info">
        <h1>{waiting(visit)}</h1>
        <p>{way !== undefined && <Told visit={visit} words={way.name} />}</p>
        <p class="big-number">{moneyText(visit, view.fen)}</p>
        <p>
          {hasRunOut(view)
            ? say(
                '这一次的支付已经过了时间，正在查有没有付成。几分钟内这一页会自己变。',
                'This attempt has run out. We are finding out whether it was paid; this page changes by itself within minutes.',
              )
            : say(
                '付好了就等一下，这一页会自己变。钱扣了页面没变，最晚 5 分钟能查到。',
                'Once you have paid, wait here: this page changes by itself. If money was taken and it has not changed, we find it within 5 minutes.',
              )}
        </p>
      </Banner>
      {!hasRunOut(view) && <GoOn visit={visit} view={view} />}
      <p>
        <a href={`/pay/${view.order}?other=1`}>{say('没有付，换一种方式', 'Not paid: choose another way')}</a>
      </p>
    </>
  );
}

function hasRunOut({ charge }: PaymentView): boolean {
  return charge !== undefined && new Date(charge.goodUntil) <= new Date();
}

/** The way on to the provider: a code, its page, or the pretended one. */
function GoOn({ visit, view }: Shown) {
  const { say } = visit;
  const { charge } = view;
  if (charge === undefined) return null;
  const { kind, href, code, wechat } = charge.next;
  const until = timeText(charge.goodUntil);
  if (kind === 'code' && code !== undefined) {
    return (
      <section class="sheet">
        <h2>{say('用手机扫这个码', 'Scan this code with your phone')}</h2>
        <Qr text={code} label={say('支付二维码', 'Payment code')} />
        <p class="small soft">{say(`${until} 前有效`, `Good until ${until}`)}</p>
      </section>
    );
  }
  if (wechat !== undefined) {
    return (
      <div class="actions">
        <button type="button" class="button" data-does="wechat-pay" data-wish={JSON.stringify(wechat)}>
          {say('打开微信支付', 'Open WeChat Pay')}
        </button>
      </div>
    );
  }
  const on = kind === 'pretence' ? `/pay/${view.order}/pretend` : href;
  if (on === undefined) return null;
  return (
    <div class="actions">
      <LinkButton href={on}>{say('打开支付页', 'Open the payment page')}</LinkButton>
    </div>
  );
}

/** 模拟支付页: stands in for a provider's page and says so; what is pressed here is what the payer would have done. */
export async function showPretend(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const view = await getPayment(visit);
  if (view.charge?.next.kind !== 'pretence') return leadTo(visit, `/pay/${view.order}/wait`);
  const title = say('模拟支付', 'Pretended payment');
  return page(visit, {
    title,
    personal: true,
    back: { href: `/pay/${view.order}/wait`, words: say('回到缴费', 'Back to the payment') },
    children: (
      <form class="stack" method="post" data-does="once">
        <Banner mood="warn">
          <h1>{title}</h1>
          <p>
            {say(
              '这一页代替支付机构，只在演示里有，不会扣钱。',
              'This page stands in for a payment service. It exists in the demo only and takes no money.',
            )}
          </p>
          <p class="big-number">{moneyText(visit, view.fen)}</p>
        </Banner>
        <Outcomes visit={visit} />
        <p class="small soft">
          {say(
            '“不通知”用来试：支付机构忘了告诉我们时，对账会在几分钟内查到。',
            '“No notice” shows that a payment we are never told of is found by reconciliation within minutes.',
          )}
        </p>
      </form>
    ),
  });
}

function Outcomes({ visit: { say } }: Pick<Shown, 'visit'>) {
  return (
    <div class="actions">
      <Button name="outcome" value="paid">
        {say('付款', 'Pay')}
      </Button>
      <Button name="outcome" value="silent" look="quiet">
        {say('付款，但不通知', 'Pay, but send no notice')}
      </Button>
      <Button name="outcome" value="cancelled" look="quiet">
        {say('不付了', 'Cancel')}
      </Button>
    </div>
  );
}

export async function takePretend(visit: Visit): Promise<PageAnswer> {
  const order = visit.params.order ?? '';
  const asked = first(visit.request.form, 'outcome');
  const outcome = asked === 'silent' || asked === 'cancelled' ? asked : 'paid';
  await visit.call(paymentsRoutes.pretend, { params: { order }, body: { outcome } });
  return leadTo(visit, `/pay/${order}/wait`);
}
