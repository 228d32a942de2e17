/** @jsxImportSource preact */
import {
  familyRoutes,
  type LicenceCard,
  licencesRoutes,
  type Relative,
  type SharedCard,
  showsRoutes,
} from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Banner, LinkButton, LinkList } from '@tongban/ui';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { CardFace } from './card.tsx';

/** Up to so many cards lie open. */
const few = 2;

/** 证照夹: my licences as cards, and those of my family that I may show. */
export async function showLicences(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const [cards, shared, family] = await Promise.all([
    visit.call(licencesRoutes.wallet, {}),
    visit.call(showsRoutes.shared, {}),
    visit.call(familyRoutes.list, {}),
  ]);
  const title = say('我的证照', 'My licences');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1 data-does="wallet">{title}</h1>
        <AskedOfMe visit={visit} family={family} />
        {cards.length === 0 && (
          <p>
            {say(
              '证照夹里还没有证照。办好的证照会自动放进来。',
              'No licences yet. What we issue to you appears here.',
            )}
          </p>
        )}
        <ul class="plain wallet">
          {cards.map((card) => (
            <One key={card.licence} visit={visit} card={card} folded={cards.length > few} />
          ))}
        </ul>
        <OfFamily visit={visit} shared={shared} />
      </>
    ),
  });
}

type OneProps = { readonly visit: Visit; readonly card: LicenceCard };

/** A card and what can be done with it: shown first, the rest as quiet links. */
function One({ visit, card, folded }: OneProps & { readonly folded: boolean }) {
  const links = <Links visit={visit} card={card} />;
  const show = card.state === 'valid' && (
    <LinkButton look={folded ? 'quiet' : 'main'} href={`/licences/${card.licence}/show`}>
      {visit.say('亮码', 'Show')}
    </LinkButton>
  );
  if (folded)
    return (
      <li class="wallet__one wallet__one--folded">
        <CardFace visit={visit} card={card} folded={links} />
        {show}
      </li>
    );
  return (
    <li class="wallet__one">
      <CardFace visit={visit} card={card} />
      {show && <div class="actions">{show}</div>}
      {links}
    </li>
  );
}

function Links({ visit, card }: OneProps) {
  const { say } = visit;
  const { licence, code } = card;
  return (
    <nav
      class="card__links"
      aria-label={visit.locale === 'zh' ? card.name.zh : (card.name.en ?? card.name.zh)}
    >
      <a href={`/licences/${licence}/uses`}>{say('谁用过', 'Who used it')}</a>
      {card.state === 'valid' && (
        <a href={`/licences/${licence}/family`}>{say('让家人帮我亮', 'Let family show it')}</a>
      )}
      {card.state === 'valid' && (
        <a href={`/licences/${licence}/offline`}>{say('存一张没网时看', 'Keep for when offline')}</a>
      )}
      {card.certificate && (
        <a href={addressOf(licencesRoutes.certificate, { params: { licence } })}>
          {say('下载证明（PDF）', 'Certificate (PDF)')}
        </a>
      )}
      {code !== undefined && <a href={`/verify/${code}`}>{say('别人怎么核验', 'How others check it')}</a>}
    </nav>
  );
}

function AskedOfMe({ visit, family }: { readonly visit: Visit; readonly family: readonly Relative[] }) {
  const { say } = visit;
  const asked = family.find(({ state }) => state === 'asked-of-me');
  if (asked === undefined) return null;
  return (
    <Banner
      mood="info"
      title={say(`${asked.name}想和您关联为家人`, `${asked.name} asks to be linked with you as family`)}
    >
      <p>
        <a href="/licences/family">{say('看一看，同意或者不同意', 'Look, then agree or not')}</a>
      </p>
    </Banner>
  );
}

function OfFamily({ visit, shared }: { readonly visit: Visit; readonly shared: readonly SharedCard[] }) {
  const { say } = visit;
  return (
    <section class="stack stack--tight">
      <h2>{say('家人的证照', 'Cards of my family')}</h2>
      {shared.length > 0 && (
        <>
          <p class="small soft">
            {say('您每亮一次，本人都看得到记录。', 'Each time you show one, its holder can see the record.')}
          </p>
          <LinkList
            rows={shared.map((one) => ({
              href: `/licences/${one.licence}/show`,
              title: <Told visit={visit} words={one.name} />,
              line:
                one.why === 'minor'
                  ? say(`${one.holderName}，未成年人，由您亮证`, `${one.holderName}, a minor`)
                  : say(`${one.holderName}，同意您亮证`, `${one.holderName} has agreed`),
            }))}
          />
        </>
      )}
      <p>
        <a href="/licences/family">{say('关联家人、解除关联', 'Link or unlink relatives')}</a>
      </p>
    </section>
  );
}
