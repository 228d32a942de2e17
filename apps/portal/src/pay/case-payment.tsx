/** @jsxImportSource preact */
import type { CaseView } from '@tongban/contract';
import { LinkButton } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { moneyText } from './money.ts';
import { stateWords } from './pay-words.ts';

/** 办件的费用: how much it costs and how that stands, with the way to pay. */
export function CasePayment({ visit, view }: { readonly visit: Visit; readonly view: CaseView }) {
  const { say } = visit;
  const { payment } = view;
  if (payment === undefined) return null;
  const { title, line } = stateWords(visit, payment.state);
  const open = payment.state === 'open';
  return (
    <section class="sheet">
      <h2>{say('费用', 'Fee')}</h2>
      <p>
        <b>{moneyText(visit, payment.fen)}</b> · {title}
      </p>
      {!open && <p class="small soft">{line}</p>}
      <div class="actions">
        <LinkButton {...(open ? {} : { look: 'quiet' as const })} href={`/pay/${payment.order}`}>
          {open ? say('去缴费', 'Pay') : say('看缴费和凭证', 'Payment and receipt')}
        </LinkButton>
      </div>
    </section>
  );
}
