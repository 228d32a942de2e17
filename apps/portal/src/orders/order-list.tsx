/** @jsxImportSource preact */
import { type OwnOrderRow, ordersRoutes } from '@tongban/contract';
import { LinkButton, LinkList, type LinkRow, Tag } from '@tongban/ui';
import { address, first } from '../address.ts';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { moodOfStage, nextWords, stageWords } from './stages.ts';

/** 我的诉求: what waits for an answer of mine first; what was reported stands in no list. */
export async function showOrders(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const after = first(visit.query, 'after');
  const { orders, next } = await visit.call(ordersRoutes.list, {
    query: after === undefined ? {} : { after },
  });
  const asks = orders.filter(({ stage }) => stage === 'call-back');
  const open = orders.filter(({ stage }) => stage !== 'call-back' && stage !== 'closed');
  const closed = orders.filter(({ stage }) => stage === 'closed');
  const title = say('我的诉求', 'My requests');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/orders/new', words: say('咨询、投诉、建议', 'Ask, complain, suggest') },
    children: (
      <>
        <h1>{title}</h1>
        {orders.length === 0 && <p>{say('这里还没有诉求。', 'There is nothing here yet.')}</p>}
        <Group visit={visit} title={say('解决了吗', 'Is it solved?')} rows={asks} />
        <Group visit={visit} title={say('正在办', 'In hand')} rows={open} />
        <Group visit={visit} title={say('已办结', 'Closed')} rows={closed} />
        {next !== undefined && (
          <a href={address('/orders', [['after', next]])}>{say('更早的', 'Earlier ones')}</a>
        )}
        <div class="actions">
          <LinkButton look={orders.length === 0 ? 'main' : 'quiet'} href="/orders/new">
            {say('再说一件', 'Send another')}
          </LinkButton>
        </div>
        <p class="soft small">
          {say('匿名提的和举报不在这里，', 'What you sent without a name, or reported, is not here: ')}
          <a href="/orders/follow">{say('用查询码看', 'follow it by its code')}</a>
        </p>
      </>
    ),
  });
}

type GroupProps = { readonly visit: Visit; readonly title: string; readonly rows: readonly OwnOrderRow[] };

function Group({ visit, title, rows }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{title}</h2>
      <LinkList rows={rows.map((row) => rowOf(visit, row))} />
    </section>
  );
}

function rowOf(visit: Visit, row: OwnOrderRow): LinkRow {
  const next = nextWords(visit, row);
  return {
    href: `/orders/${row.order}`,
    title: (
      <>
        <Chinese visit={visit}>{row.title}</Chinese>{' '}
        <Tag mood={moodOfStage(row)}>{stageWords(visit, row)}</Tag>
      </>
    ),
    line: (
      <>
        {next}
        {next !== undefined && <br />}
        <Told visit={visit} words={row.kindName} /> · {momentText(visit, row.receivedAt)}
      </>
    ),
  };
}
