/** @jsxImportSource preact */
import { Button, LinkButton } from '@tongban/ui';
import { address } from '../address.ts';
import type { Listed } from './listed.ts';

/** 去办理: begins the application with the answers already given; who is not signed in does that first. */
export function Apply({ visit, view, asking, outcome }: Listed) {
  const { say } = visit;
  if (!view.online || view.status === 'historical' || view.opens !== undefined) {
    return (
      <p class="soft">
        {say(
          '这件事要到大厅办，网上还不能提交。',
          'This is done at a service hall; it cannot be filed online yet.',
        )}
      </p>
    );
  }
  if (!outcome.complete) return null;
  if (outcome.verdict.is !== 'yes') {
    return (
      <p class="soft">
        {say(
          '有的问题您选了“不清楚”。弄清楚改过来，就能在网上办；也可以到大厅请工作人员看。',
          'You chose “Not sure” for some questions. Change them once you know, and you can apply online; or ask at a service hall.',
        )}
      </p>
    );
  }
  const path = `/items/${view.id}/begin`;
  if (visit.session.kind !== 'citizen') {
    return (
      <div class="actions">
        <LinkButton href={address('/sign-in', [['next', address(path, asking.pairs)]])}>
          {say('登录后在网上办', 'Sign in and apply online')}
        </LinkButton>
      </div>
    );
  }
  return (
    <form method="post" action={path}>
      <BeginFields pairs={asking.pairs} />
      <div class="actions">
        <Button>{say('在网上办', 'Apply online')}</Button>
      </div>
    </form>
  );
}

/** The answers and a fresh key: pressing twice begins one draft. */
export function BeginFields({ pairs }: Pick<Listed['asking'], 'pairs'>) {
  return (
    <>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      {pairs.map(([key, value]) => (
        <input key={`${key} ${value}`} type="hidden" name={`a.${key}`} value={value} />
      ))}
    </>
  );
}
