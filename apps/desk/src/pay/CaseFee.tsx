import type { DeskCase } from '@tongban/contract';
import { yuan } from './money.ts';
import { payWords } from './words.ts';

/** 费用: in the head of a case, what it costs and how that stands; nothing where nothing is to be paid. */
export function CaseFee({ payment }: { payment: DeskCase['payment'] | undefined }) {
  if (payment === undefined) return null;
  return (
    <span className={payment.state === 'open' || payment.state === 'checking' ? 'case-fee due' : 'case-fee'}>
      <span className="faint">{payWords.fee}</span> <span className="number">{yuan(payment.fen)}</span>{' '}
      {payWords.states[payment.state]}
    </span>
  );
}
