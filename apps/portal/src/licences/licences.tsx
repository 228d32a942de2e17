/** @jsxImportSource preact */
import { type LicenceCard, licencesRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { LinkButton, type Mood, SummaryList, Tag } from '@tongban/ui';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

/** 证照夹: my licences, each with what it says and its signed certificate. */
export async function showLicences(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const cards = await visit.call(licencesRoutes.wallet, {});
  const title = say('我的证照', 'My licences');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        {cards.length === 0 && (
          <p>
            {say(
              '证照夹里还没有证照。办好的证照会自动放进来。',
              'No licences yet. What we issue to you appears here.',
            )}
          </p>
        )}
        <ul class="plain stack">
          {cards.map((card) => (
            <li key={card.licence} class="sheet licence">
              <Card visit={visit} card={card} />
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function Card({ visit, card }: { readonly visit: Visit; readonly card: LicenceCard }) {
  const { say } = visit;
  const until =
    card.validUntil === undefined
      ? say('长期', 'No expiry')
      : dayText(visit, card.validUntil, { year: true });
  return (
    <>
      <div class="row">
        <h2>
          <Told visit={visit} words={card.name} />
        </h2>
        <State visit={visit} state={card.state} />
      </div>
      <SummaryList
        rows={[
          { key: 'number', label: say('编号', 'Number'), value: <span class="numbers">{card.number}</span> },
          ...card.facts.map(({ label, value }, at) => ({
            key: `${at} ${label.zh}`,
            label: <Told visit={visit} words={label} />,
            value: <Chinese visit={visit}>{value}</Chinese>,
          })),
          {
            key: 'issuer',
            label: say('签发单位', 'Issued by'),
            value: <Chinese visit={visit}>{card.issuer}</Chinese>,
          },
          {
            key: 'issued',
            label: say('签发日期', 'Issued on'),
            value: dayText(visit, card.issuedOn, { year: true }),
          },
          { key: 'until', label: say('有效期到', 'Valid until'), value: until },
        ]}
      />
      <p class="small soft">
        {say('证照标识 ', 'Identifier ')}
        <span class="numbers">{card.identifier ?? say('待定', 'not given yet')}</span>
      </p>
      <div class="actions">
        {card.certificate && (
          <LinkButton href={addressOf(licencesRoutes.certificate, { params: { licence: card.licence } })}>
            {say('下载证明（PDF）', 'Download certificate (PDF)')}
          </LinkButton>
        )}
        {card.code !== undefined && (
          <LinkButton look="quiet" href={`/verify/${card.code}`}>
            {say('别人怎么核验', 'How others check it')}
          </LinkButton>
        )}
      </div>
    </>
  );
}

function State({ visit, state }: { readonly visit: Visit; readonly state: LicenceCard['state'] }) {
  const { say } = visit;
  const told: Readonly<Record<LicenceCard['state'], readonly [Mood | 'plain', string]>> = {
    valid: ['ok', say('有效', 'Valid')],
    suspended: ['warn', say('暂停使用', 'Suspended')],
    revoked: ['danger', say('已吊销', 'Revoked')],
    cancelled: ['plain', say('已注销', 'Cancelled')],
    expired: ['warn', say('已过期', 'Expired')],
    replaced: ['plain', say('已换新证', 'Replaced')],
  };
  const [mood, words] = told[state];
  return <Tag mood={mood}>{words}</Tag>;
}
