/** @jsxImportSource preact */
import { type OwnOrder, ordersRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { Exit } from './exit.tsx';
import { OrderStory } from './order-page.tsx';

/** 用查询码看: without a name, by the code of the receipt; the code never stands in an address. */
export function showFollow(visit: Visit): PageAnswer {
  return askPage(visit, []);
}

export async function takeFollow(visit: Visit): Promise<PageAnswer> {
  const key = (first(visit.request.form, 'code') ?? '').replaceAll(/[\s-]/g, '');
  if (!/^\d{16}$/.test(key)) {
    const message = visit.say('填回执上的 16 位数字', 'Enter the 16 digits of the receipt');
    return askPage(visit, [{ id: 'code', message }]);
  }
  try {
    return storyPage(visit, await visit.call(ordersRoutes.follow, { body: { key } }));
  } catch (error) {
    const problem = findProblem(error);
    const faults =
      problem?.kind === 'missing' ? [{ id: 'code', message: problem.message }] : faultsFrom(error, 'code');
    return askPage(visit, faults);
  }
}

function askPage(visit: Visit, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('用查询码看', 'Follow by receipt code');
  return page(visit, {
    title: say('查询', 'Look up'),
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: '/orders/new', words: say('咨询、投诉、建议', 'Ask, complain, suggest') },
    children: (
      <form class="stack" method="post" novalidate>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <TextInput
          id="code"
          name="code"
          inputmode="numeric"
          label={say('查询码', 'Receipt code')}
          hint={say(
            '提交后给您的 16 位数字，有没有空格都行。',
            'The 16 digits you were given, with or without spaces.',
          )}
          value={first(visit.request.form, 'code') ?? ''}
          maxlength={24}
          error={messageFor(faults, 'code')}
        />
        <div class="actions">
          <Button>{say('查看', 'Look')}</Button>
        </div>
      </form>
    ),
  });
}

function storyPage(visit: Visit, order: OwnOrder): PageAnswer {
  const { say } = visit;
  return page(visit, {
    title: order.kind === 'report' ? say('查询', 'Look up') : order.title,
    personal: true,
    back: { href: '/orders/follow', words: say('查另一个', 'Another code') },
    children: (
      <>
        {order.kind === 'report' && <Exit visit={visit} />}
        <OrderStory visit={visit} order={order} />
        {visit.session.kind === 'citizen' && order.stage !== 'closed' && (
          <p class="soft small">
            {say(
              '登录提的，可以在这里催一催、说解决没有：',
              'Sent while signed in? Urge it or say if it is solved: ',
            )}
            <a href={`/orders/${order.order}`}>{say('打开这一件', 'open it')}</a>
          </p>
        )}
        <div class="actions">
          <LinkButton look="quiet" href="/orders/new">
            {say('再说一件', 'Send another')}
          </LinkButton>
        </div>
      </>
    ),
  });
}
