/** @jsxImportSource preact */
import type { CardFact, LicenceCard } from '@tongban/contract';
import { type Mood, Tag } from '@tongban/ui';
import type { ComponentChildren } from 'preact';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

type Props = {
  readonly visit: Visit;
  readonly card: LicenceCard;
  /** Among many cards only the heads stand open, and what else can be done lies inside. */
  readonly folded?: ComponentChildren;
};

/** From how many characters a value gets a line of its own. */
const wide = 10;

/** 卡面: the card as its type lays it out; what is no longer valid has lost its colour. */
export function CardFace({ visit, card, folded }: Props) {
  const look = card.state === 'valid' ? `card card--${card.face.look}` : 'card card--over';
  const head = <Head visit={visit} card={card} />;
  if (folded === undefined)
    return (
      <article class={look}>
        <div class="card__head">{head}</div>
        <Sides visit={visit} card={card} />
      </article>
    );
  return (
    <details class={look}>
      <summary class="card__head card__head--folded">{head}</summary>
      <Sides visit={visit} card={card} />
      {folded}
    </details>
  );
}

function Head({ visit, card }: Props) {
  return (
    <>
      <h2>
        <Told visit={visit} words={card.name} />
      </h2>
      <State visit={visit} state={card.state} />
    </>
  );
}

function Sides({ visit, card: { face, identifier } }: Props) {
  const { say } = visit;
  const label = { zh: '电子证照标识', en: 'Licence identifier' };
  const value = identifier ?? say('待定', 'Not given yet');
  return (
    <>
      <Facts visit={visit} facts={face.front} />
      <details class="card__back">
        <summary>{say('看背面', 'Back of the card')}</summary>
        <Facts visit={visit} facts={[...face.back, { label, value }]} />
      </details>
    </>
  );
}

function Facts({ visit, facts }: { readonly visit: Visit; readonly facts: readonly CardFact[] }) {
  return (
    <dl class="card__facts">
      {facts.map(({ label, value }, at) => (
        <div key={`${at} ${label.zh}`} class={Array.from(value).length >= wide ? 'card__wide' : undefined}>
          <dt>
            <Told visit={visit} words={label} />
          </dt>
          <dd class="numbers">
            <Chinese visit={visit}>{value}</Chinese>
          </dd>
        </div>
      ))}
    </dl>
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
