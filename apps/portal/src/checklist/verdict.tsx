/** @jsxImportSource preact */
import type { VerdictView } from '@tongban/catalogue';
import type { ItemHit } from '@tongban/contract';
import { Banner, LinkButton, type Mood } from '@tongban/ui';
import { guideAddress } from '../guide/asking.ts';
import { BasisWords } from '../item/item-more.tsx';
import { inLocale, Said } from '../words.tsx';
import type { Listed } from './listed.ts';

/** What a verdict is told from. */
export type Judged = Pick<Listed, 'visit' | 'place' | 'asking' | 'outcome'> & {
  readonly items: readonly ItemHit[];
};

const moods: Readonly<Record<VerdictView['is'], Mood>> = {
  yes: 'ok',
  no: 'danger',
  person: 'warn',
  elsewhere: 'info',
  unknown: 'warn',
  contradiction: 'warn',
};

/** 能不能办: the answer first, then why, on what basis, and what else can be done. */
export function Verdict(props: Judged) {
  const { visit, outcome } = props;
  const { verdict } = outcome;
  return (
    <section class="stack stack--tight">
      <Banner big mood={moods[verdict.is]} title={<Said words={verdict.headline} />}>
        {verdict.reasons.map((reason) => (
          <Reason key={reason.id} listed={props} reason={reason} />
        ))}
      </Banner>
      {!outcome.complete && <MoreQuestions {...props} />}
      {verdict.elsewhere !== undefined && <Elsewhere {...props} item={verdict.elsewhere} />}
      {(verdict.is === 'no' || verdict.is === 'person') && (
        <p class="soft">
          {visit.say(
            '回答有误的，可以改了再看。也可以到大厅请工作人员看一看。',
            'If an answer was wrong, change it. You can also ask at a service hall.',
          )}
        </p>
      )}
    </section>
  );
}

function Reason({
  listed,
  reason,
}: {
  readonly listed: Judged;
  readonly reason: VerdictView['reasons'][number];
}) {
  const { visit } = listed;
  return (
    <div class="stack stack--tight">
      <p>
        <Said words={reason.say} />
      </p>
      {reason.next && (
        <p class="strong">
          {visit.say('您可以：', 'What to do: ')}
          <Said words={reason.next} />
        </p>
      )}
      {reason.because.length > 0 && (
        <ul class="small">
          {reason.because.map((words) => (
            <li key={words.text}>
              <Said words={words} />
            </li>
          ))}
        </ul>
      )}
      {reason.basis && (
        <p class="small">
          {visit.say('依据：', 'Basis: ')}
          <BasisWords visit={visit} basis={reason.basis} />
        </p>
      )}
    </div>
  );
}

function MoreQuestions({ visit, place, asking }: Judged) {
  const { say } = visit;
  return (
    <div class="actions">
      <LinkButton href={guideAddress(place, asking.pairs)}>{say('接着回答', 'Go on answering')}</LinkButton>
    </div>
  );
}

function Elsewhere({ visit, item, items }: Judged & { readonly item: string }) {
  const found = items.find((one) => one.item === item);
  if (found === undefined) return null;
  return (
    <div class="actions">
      <LinkButton href={`/items/${item}`}>
        {visit.say('去看：', 'Go to: ')}
        {inLocale(visit, found.name).text}
      </LinkButton>
    </div>
  );
}
