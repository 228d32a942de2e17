/** @jsxImportSource preact */
import { type Share, showsRoutes } from '@tongban/contract';
import { Button, LinkButton, Tag } from '@tongban/ui';
import { first } from '../address.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { findShowable } from './find-card.ts';

/** 让家人亮: which linked relatives may show this card for its holder. */
export async function showFamily(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const card = await findShowable(visit);
  const relatives = await visit.call(showsRoutes.shares, { params: { licence: card.licence } });
  const title = say('让家人帮我亮证', 'Let family show my card');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/licences', words: say('我的证照', 'My licences') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          <Told visit={visit} words={card.name} />
        </p>
        <p>
          {say(
            '同意以后，家人在自己的手机上就能亮出这张证照。每亮一次都记下来，您随时能看，也能收回。',
            'Once you agree, they can show this card on their own phone. Every time is recorded; you can take it back.',
          )}
        </p>
        {relatives.length === 0 ? (
          <div class="sheet stack stack--tight">
            <p>{say('还没有关联的家人。', 'No linked relatives yet.')}</p>
            <LinkButton look="quiet" href="/licences/family">
              {say('先关联家人', 'Link a relative first')}
            </LinkButton>
          </div>
        ) : (
          <ul class="rows">
            {relatives.map((one) => (
              <Relative key={one.relative} visit={visit} one={one} licence={card.licence} />
            ))}
          </ul>
        )}
      </>
    ),
  });
}

export async function takeFamily(visit: Visit): Promise<PageAnswer> {
  const { licence = '' } = visit.params;
  const [relative = '', wish] = (first(visit.request.form, 'do') ?? '').split(' ');
  await visit.call(showsRoutes.share, { params: { licence, relative }, body: { shared: wish === 'share' } });
  return leadTo(visit, `/licences/${licence}/family`);
}

function Relative({
  visit,
  one,
  licence,
}: {
  readonly visit: Visit;
  readonly one: Share;
  readonly licence: string;
}) {
  const { say } = visit;
  return (
    <li>
      <form class="row" method="post" action={`/licences/${licence}/family`}>
        <span>
          <b>{one.relativeName}</b> {one.shared && <Tag mood="ok">{say('可以亮', 'May show')}</Tag>}
        </span>
        <Button look="quiet" name="do" value={`${one.relative} ${one.shared ? 'end' : 'share'}`}>
          {one.shared ? say('收回', 'Take back') : say('同意', 'Agree')}
        </Button>
      </form>
    </li>
  );
}
