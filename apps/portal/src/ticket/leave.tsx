/** @jsxImportSource preact */
import { ticketsRoutes } from '@tongban/contract';
import { Button, LinkButton } from '@tongban/ui';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';

/** 退号: asked once more, for the place in the queue is gone then. */
export async function showLeave(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const at = `/t/${visit.params.key ?? ''}`;
  const ticket = await visit.call(ticketsRoutes.get, { params: { key: visit.params.key ?? '' } });
  if (!ticket.may.leave) return leadTo(visit, at);
  const title = say(`退掉 ${ticket.number} 号？`, `Give up number ${ticket.number}?`);
  return page(visit, {
    title,
    personal: true,
    back: { href: at, words: say('不退，回去', 'Keep it') },
    children: (
      <form class="stack" method="post" data-does="once">
        <h1>{title}</h1>
        <p>
          {say(
            '退了就不叫这个号了。再来要重新取号。',
            'This number will not be called. You would have to take a new one.',
          )}
        </p>
        <div class="actions">
          <Button look="danger">{say('退号', 'Leave the queue')}</Button>
          <LinkButton look="quiet" href={at}>
            {say('接着排', 'Keep my place')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

export async function takeLeave(visit: Visit): Promise<PageAnswer> {
  const { key = '' } = visit.params;
  await visit.call(ticketsRoutes.leave, { params: { key } });
  return leadTo(visit, `/t/${key}`);
}
