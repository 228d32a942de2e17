/** @jsxImportSource preact */
import { Banner, LinkButton, LinkList, ScriptButton, SummaryList } from '@tongban/ui';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { Exit } from './exit.tsx';
import { type Receipt, receiptIn } from './receipt-cookie.ts';

/** 回执: the number, the day an answer is promised for, and the code by which it is followed. */
export function showReceipt(visit: Visit): PageAnswer {
  const receipt = receiptIn(visit);
  const { say } = visit;
  const title =
    receipt === undefined ? say('这里没有回执', 'No receipt here') : say('我们收到了', 'We have it');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children:
      receipt === undefined ? (
        <Gone visit={visit} title={title} />
      ) : (
        <Whole visit={visit} receipt={receipt} />
      ),
  });
}

function Gone({ visit, title }: { readonly visit: Visit; readonly title: string }) {
  const { say } = visit;
  return (
    <>
      <h1>{title}</h1>
      <p>
        {say('回执只在提交后的一刻钟里能看。', 'A receipt is shown for a quarter of an hour after sending.')}
      </p>
      <LinkList
        rows={[
          {
            href: '/orders',
            title: say('我的诉求', 'My requests'),
            line: say('登录后看', 'Sign in to see them'),
          },
          {
            href: '/orders/follow',
            title: say('用查询码看', 'Follow by receipt code'),
            line: say('回执上的 16 位数字', 'The 16 digits of the receipt'),
          },
        ]}
      />
    </>
  );
}

function Whole({ visit, receipt }: { readonly visit: Visit; readonly receipt: Receipt }) {
  const { say } = visit;
  const { order, dueOn, unit, kind, mine } = receipt;
  const day = dayText(visit, dueOn);
  return (
    <>
      {kind === 'report' && <Exit visit={visit} />}
      <h1 class="unseen">{say('我们收到了', 'We have it')}</h1>
      <Banner big mood="ok" title={say('我们收到了', 'We have it')}>
        <p>{say(`${day}前答复您。`, `You will have an answer by ${day}.`)}</p>
        <p class="small">{say('按工作日算，周末和节假日不算。', 'Counted in working days.')}</p>
      </Banner>
      <section class="sheet">
        <SummaryList
          rows={[
            { key: 'order', label: say('工单编号', 'Number'), value: <span class="numbers">{order}</span> },
            { key: 'unit', label: say('承办单位', 'With'), value: <Chinese visit={visit}>{unit}</Chinese> },
            ...(mine ? [] : [codeRow(visit, receipt)]),
          ]}
        />
        {!mine && (
          <p>
            {say(
              '记下查询码。没有别的办法能找到这一件，丢了我们也查不到是谁提的。',
              'Write the code down. There is no other way to find this, and we cannot tell who sent it.',
            )}
          </p>
        )}
      </section>
      <div class="actions">
        <LinkButton href={mine ? `/orders/${order}` : '/orders/follow'}>
          {mine ? say('看办到哪一步', 'Follow it') : say('用查询码看', 'Follow it by the code')}
        </LinkButton>
        <ScriptButton does="print">{say('打印', 'Print')}</ScriptButton>
      </div>
    </>
  );
}

function codeRow({ say }: Visit, { key }: Receipt) {
  const code = <b class="numbers receipt-code">{inFours(key)}</b>;
  return { key: 'code', label: say('查询码', 'Receipt code'), value: code };
}

/** Sixteen digits as people read them out. */
function inFours(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
