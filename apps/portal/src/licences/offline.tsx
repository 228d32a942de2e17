/** @jsxImportSource preact */
import { showsRoutes } from '@tongban/contract';
import { LinkButton } from '@tongban/ui';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { CardFace } from './card.tsx';
import { Qr } from './qr.tsx';

/** 离线证: the page a phone keeps for a day; it says how old it is, and shows nothing once the day is over. */
export async function showOffline(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const { licence = '' } = visit.params;
  const { card, url, madeAt, until } = await visit.call(showsRoutes.offline, { params: { licence } });
  const title = say('离线证', 'Offline card');
  return page(visit, {
    title,
    personal: true,
    headers: { 'x-keep-until': until },
    back: { href: '/licences', words: say('我的证照', 'My licences') },
    children: (
      <div class="stack" data-does="wallet">
        <h1>{title}</h1>
        <div class="kept" data-kept data-at={madeAt} data-until={until}>
          <p data-age role="status">
            {say(`${momentText(visit, madeAt)} 存的`, `Kept at ${momentText(visit, madeAt)}`)}
          </p>
          <CardFace visit={visit} card={card} />
          <section class="show">
            <Qr text={url} label={say('离线证的码', 'Code of the offline card')} />
            <p class="show__what">
              {say('对方扫了，只看得到现在有没有效', 'Whoever scans it sees only whether it is valid now')}
            </p>
          </section>
        </div>
        <p class="small soft">
          {say(
            `没网也能看，${momentText(visit, until)} 以后要重新存。有网时请用“亮码”。换手机、退出登录就没有了。`,
            `Works without a network until ${momentText(visit, until)}. Online, use “Show”. It goes when you sign out.`,
          )}
        </p>
        <div class="actions">
          <LinkButton look="quiet" href={`/licences/${card.licence}/offline`}>
            {say('重新存一张', 'Keep a fresh one')}
          </LinkButton>
        </div>
      </div>
    ),
  });
}
