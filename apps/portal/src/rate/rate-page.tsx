/** @jsxImportSource preact */
import type { GivenRating, RatingOffer } from '@tongban/contract';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldFault,
  LinkButton,
  TextArea,
  TextInput,
} from '@tongban/ui';
import { first } from '../address.ts';
import { dayText } from '../days.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale, Told } from '../words.tsx';
import { Levels } from './levels.tsx';
import { Rated } from './rated.tsx';

const longest = 500;
/** Where a rating belongs: its own page, and the page it is reached from. */
export type Around = {
  readonly here: string;
  readonly back: { readonly href: string; readonly words: string };
  /** Whoever holds a ticket may be unknown, and is asked for a phone when something was bad. */
  readonly asksPhone?: boolean;
};
type Asked = Around & { readonly offer: RatingOffer; readonly faults?: readonly FieldFault[] };

/** 评价: the level by one tap, reasons and words as one wishes, and sent by the second. */
export function ratePage(visit: Visit, asked: Asked): PageAnswer {
  const { offer, here, back, faults = [] } = asked;
  if (offer.rated !== undefined) return leadTo(visit, back.href);
  const { say } = visit;
  const chosen = offer.levels.find(({ level }) => String(level) === levelAsked(visit));
  const title = say('这次办得怎么样？', 'How did it go?');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back,
    children: (
      <div class="stack stack--wide">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <h1>{title}</h1>
          <p>
            <Told visit={visit} words={offer.name} /> <span class="numbers soft">{offer.number}</span>
          </p>
        </div>
        {offer.may ? (
          <>
            <Levels visit={visit} levels={offer.levels} to={here} chosen={chosen?.level} />
            {chosen !== undefined && <More visit={visit} {...asked} faults={faults} chosen={chosen} />}
          </>
        ) : (
          <p>{whyNot(visit, offer)}</p>
        )}
      </div>
    ),
  });
}

type Chosen = RatingOffer['levels'][number];
type MoreProps = Asked & { readonly visit: Visit; readonly chosen: Chosen };

function More({ visit, here, back, chosen, asksPhone = false, faults = [] }: MoreProps) {
  const { say } = visit;
  const { form } = visit.request;
  const ticked = (form ?? []).filter(([key]) => key === 'reason').map(([, value]) => value);
  return (
    <form class="stack" method="post" action={here} novalidate data-does="once">
      <input type="hidden" name="key" value={first(form, 'key') ?? crypto.randomUUID()} />
      <input type="hidden" name="level" value={String(chosen.level)} />
      <div class="reasons">
        <Checkboxes
          id="reason"
          name="reason"
          label={say('哪里好，哪里不好（可以不选）', 'What was it (optional)')}
          error={messageFor(faults, 'reasons')}
          options={chosen.reasons.map(({ id, name }) => ({
            ...{ value: id, label: inLocale(visit, name).text, chosen: ticked.includes(id) },
          }))}
        />
      </div>
      <TextArea
        id="say"
        name="say"
        label={say('想说的话（可以不填）', 'Anything you want to say (optional)')}
        value={first(form, 'say') ?? ''}
        maxlength={longest}
        error={messageFor(faults, 'say')}
      />
      {asksPhone && !chosen.favourable && <CallBackPhone visit={visit} faults={faults} />}
      <p class="soft small">
        {say('给您办事的工作人员看不到是谁评的。', 'Whoever served you is not told who gave this rating.')}
        {!chosen.favourable &&
          say('我们会查清楚、改好，再联系您。', ' We will look into it, put it right, and get back to you.')}
      </p>
      <div class="actions">
        <Button>{say('提交评价', 'Send')}</Button>
        <LinkButton look="quiet" href={back.href}>
          {say('先不评', 'Not now')}
        </LinkButton>
      </div>
    </form>
  );
}

type PhoneProps = { readonly visit: Visit; readonly faults: readonly FieldFault[] };

/** 联系电话: only where it may be needed to say what was put right. */
function CallBackPhone({ visit, faults }: PhoneProps) {
  return (
    <TextInput
      id="phone"
      name="phone"
      inputmode="numeric"
      autocomplete="tel-national"
      label={visit.say('联系电话（可以不填）', 'Phone (optional)')}
      hint={visit.say('改好以后，打这个电话告诉您。', 'We call this number when it has been put right.')}
      value={first(visit.request.form, 'phone') ?? ''}
      error={messageFor(faults, 'phone')}
    />
  );
}

function levelAsked({ request, query }: Visit): string | undefined {
  return request.method === 'POST' ? first(request.form, 'level') : first(query, 'level');
}

function whyNot(visit: Visit, { why, until }: RatingOffer): string {
  const { say } = visit;
  if (why === 'too-late' && until !== undefined) {
    const day = dayText(visit, until);
    return say(
      `${day} 前可以评，现在已经过了。有意见可以打咨询电话。`,
      `It could be rated until ${day}. You can still call us.`,
    );
  }
  return say('办完以后再来评。', 'Come back when it is finished.');
}

/** What a form says; the level is checked by the server. */
export function givenBy({ request: { form } }: Visit): { given: GivenRating; once: { key?: string } } {
  const written = (first(form, 'say') ?? '').trim().slice(0, longest);
  const key = first(form, 'key');
  const phone = (first(form, 'phone') ?? '').replaceAll(/\D/g, '');
  const reasons = [...new Set((form ?? []).filter(([name]) => name === 'reason').map(([, value]) => value))];
  return {
    given: {
      ...{ level: Number(first(form, 'level') ?? 0), reasons: reasons.slice(0, 10) },
      ...(written === '' ? {} : { say: written }),
      ...(phone === '' ? {} : { phone }),
    },
    once: key === undefined ? {} : { key },
  };
}

type AskProps = { readonly visit: Visit; readonly offer: RatingOffer; readonly to: string };

/** On the page of what is finished: the levels to tap, or what was said and what became of it. */
export function AskRating({ visit, offer, to }: AskProps) {
  const { say } = visit;
  if (offer.rated !== undefined) return <Rated visit={visit} rated={offer.rated} />;
  if (!offer.may) return null;
  return (
    <section class="sheet">
      <h2>{say('这次办得怎么样？', 'How did it go?')}</h2>
      <Levels visit={visit} levels={offer.levels} to={to} />
    </section>
  );
}
