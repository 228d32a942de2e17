/** @jsxImportSource preact */
import { type OwnOrder, ordersRoutes } from '@tongban/contract';
import { Banner, Button, LinkButton, SummaryList, Timeline } from '@tongban/ui';
import { dayText, momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { moodOfStage, nextWords, stageWords } from './stages.ts';
import { Coming, visitRows } from './visit/particulars.tsx';

type Shown = { readonly visit: Visit; readonly order: OwnOrder };

/** 一件诉求: what became of it, the answer, whether it is solved, and what may still be done. */
export async function showOrder(visit: Visit): Promise<PageAnswer> {
  const order = await getOrder(visit);
  return page(visit, {
    title: order.title,
    personal: true,
    back: { href: '/orders', words: visit.say('我的诉求', 'My requests') },
    children: (
      <>
        <OrderStory visit={visit} order={order} />
        <Acts visit={visit} order={order} />
      </>
    ),
  });
}

export function getOrder(visit: Visit): Promise<OwnOrder> {
  return visit.call(ordersRoutes.get, { params: { order: visit.params.order ?? '' } });
}

/** What became of an order, for whoever asked or holds its receipt. */
export function OrderStory({ visit, order }: Shown) {
  const { say } = visit;
  const next = nextWords(visit, order);
  return (
    <>
      <div class="stack stack--tight">
        <h1>
          <Chinese visit={visit}>{order.title}</Chinese>
        </h1>
        <p class="soft small">
          <Told visit={visit} words={order.kindName} /> · {say('工单编号 ', 'Number ')}
          <span class="numbers">{order.order}</span>
        </p>
      </div>
      <Banner big mood={moodOfStage(order)} title={stageWords(visit, order)}>
        {next !== undefined && <p>{next}</p>}
      </Banner>
      <Coming visit={visit} order={order} />
      <Reply visit={visit} order={order} />
      <section class="sheet">
        <h2>{say('您说的', 'What you said')}</h2>
        <Lines visit={visit} text={order.text} />
        <SummaryList
          rows={[
            ...visitRows(visit, order),
            {
              key: 'unit',
              label: say('承办单位', 'With'),
              value: <Chinese visit={visit}>{order.unit}</Chinese>,
            },
            { key: 'at', label: say('提交时间', 'Sent'), value: momentText(visit, order.receivedAt) },
            ...(order.files === 0
              ? []
              : [
                  {
                    key: 'files',
                    label: say('附件', 'Files'),
                    value: say(`${order.files} 个`, `${order.files}`),
                  },
                ]),
          ]}
        />
      </section>
      <section class="stack stack--tight">
        <h2>{say('办理经过', 'What happened')}</h2>
        <Timeline
          entries={order.steps.toReversed().map(({ on, words }, at) => ({
            key: `${on} ${at}`,
            at: on,
            when: dayText(visit, on),
            title: <Told visit={visit} words={words} />,
          }))}
        />
      </section>
    </>
  );
}

function Reply({ visit, order }: Shown) {
  const { say } = visit;
  const { reply, repliedAt, may } = order;
  if (reply === undefined) return null;
  return (
    <section class="sheet">
      <h2>{say('我们的答复', 'Our answer')}</h2>
      <Lines visit={visit} text={reply} />
      {repliedAt !== undefined && <p class="soft small">{dayText(visit, repliedAt, { year: true })}</p>}
      {may.includes('solved') && (
        <form
          class="stack stack--tight"
          method="post"
          action={`/orders/${order.order}/verdict`}
          data-does="once"
        >
          <h3>{say('解决了吗？', 'Is it solved?')}</h3>
          <div class="actions">
            <Button name="solved" value="yes">
              {say('解决了', 'Yes, solved')}
            </Button>
            <LinkButton look="quiet" href={`/orders/${order.order}/verdict`}>
              {say('没有解决', 'No, it is not')}
            </LinkButton>
          </div>
        </form>
      )}
    </section>
  );
}

/** What people wrote, line by line, never as anything but text. */
export function Lines({ visit, text }: { readonly visit: Visit; readonly text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => (
      <p key={`${at} ${line}`}>
        <Chinese visit={visit}>{line}</Chinese>
      </p>
    ));
}

function Acts({ visit, order: { order, may, urges } }: Shown) {
  const { say } = visit;
  const acts = [
    { id: 'reopen', words: say('没有解决，重新办', 'It is not solved: open it again') },
    { id: 'urge', words: say('催一催', 'Ask us to hurry') },
    { id: 'attach', words: say('补附件', 'Add files') },
    { id: 'withdraw', words: say('不用办了，撤回', 'Take it back') },
  ] as const;
  const shown = acts.filter(({ id }) => may.includes(id));
  return (
    <>
      {urges > 0 && (
        <p class="soft small">{say(`您催过 ${urges} 次。`, `You have urged this ${urges} times.`)}</p>
      )}
      {shown.length > 0 && (
        <div class="actions">
          {shown.map(({ id, words }) => (
            <LinkButton key={id} look="quiet" href={`/orders/${order}/${id}`}>
              {words}
            </LinkButton>
          ))}
        </div>
      )}
    </>
  );
}
