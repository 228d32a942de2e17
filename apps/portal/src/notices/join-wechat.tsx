/** @jsxImportSource preact */
import { noticesRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer, Pair } from '../page.ts';
import type { Visit } from '../visit.ts';

/** 关联微信: where WeChat sends somebody back to; nothing is linked until they say so. */
export function showJoin(visit: Visit): PageAnswer {
  return joinPage(visit, visit.query, []);
}

export async function takeJoin(visit: Visit): Promise<PageAnswer> {
  const { form = [] } = visit.request;
  const body = { code: first(form, 'code') || '-', state: first(form, 'state') || '-' };
  try {
    await visit.call(noticesRoutes.joinWechat, { body });
  } catch (error) {
    return joinPage(visit, form, faultsFrom(error, 'join'));
  }
  return leadTo(visit, '/notices/settings?saved=yes');
}

function joinPage(visit: Visit, given: readonly Pair[], faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('用微信通知我', 'Be told by WeChat');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 409,
    personal: true,
    back: { href: '/notices/settings', words: say('怎么通知我', 'How you are told') },
    children: (
      <form class="stack" method="post" action="/notices/wechat" id="join" data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          {say(
            '关联后，办件的变化也会发到您的微信。随时可以取消。',
            'Once linked, changes to your cases also reach you in WeChat. You can unlink at any time.',
          )}
        </p>
        <input type="hidden" name="code" value={first(given, 'code') ?? ''} />
        <input type="hidden" name="state" value={first(given, 'state') ?? ''} />
        <div class="actions">
          <Button>{say('关联', 'Link')}</Button>
          <LinkButton look="quiet" href="/notices/settings">
            {say('不关联', 'Do not link')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}
