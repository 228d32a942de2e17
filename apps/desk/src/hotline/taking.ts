import type { OrderTerms, PhoneCall, TakenOrder } from '@tongban/contract';
import { slotIn } from '../orders/acts.ts';
import { lackingVisit, type VisitTaking, visitOf } from '../orders/visits/taking.ts';
import { orderWords } from '../orders/words.ts';
import { titleFrom } from './listening.ts';
import type { Finish, Registering } from './queries.ts';
import { hotlineWords } from './words.ts';

/** What is being put down while somebody talks. */
export type Taking = {
  readonly text: string;
  readonly title: string;
  readonly name: string;
  readonly phone: string;
  readonly identity: TakenOrder['identity'];
  readonly kind?: TakenOrder['kind'];
  readonly matter?: string;
  readonly labels: readonly string[];
  readonly urgent: boolean;
  readonly answer: string;
  readonly unit?: string;
  /** 来电人的办件: the case it is about. */
  readonly about?: string | undefined;
  /** 专场 somebody chose, an empty text for none; by itself it is the one that is open. */
  readonly forum?: string;
  /** 上门申请, of a home visit. */
  readonly visit?: VisitTaking;
};
export const blankTaking: Taking = {
  ...{ text: '', title: '', name: '', phone: '', identity: 'named', labels: [], urgent: false, answer: '' },
};

/** What still has to be put down before it may end this way; undefined where nothing has. */
export function missingIn(taking: Taking, how: Finish['how']): string | undefined {
  const { need } = hotlineWords;
  if (titleOf(taking).length < 2) return need.text;
  if (taking.kind === undefined) return need.kind;
  const visit = lackingVisit(taking);
  if (visit !== undefined || how === 'keep' || how === 'merge') return visit;
  if (taking.matter === undefined) return need.matter;
  if (how === 'answer') return lackingIn(taking.answer);
  return taking.unit === undefined ? need.unit : undefined;
}

function lackingIn(answer: string): string | undefined {
  const slot = slotIn(answer);
  if (slot !== undefined) return orderWords.need.slot(slot);
  return answer.trim().length < 2 ? hotlineWords.need.answer : undefined;
}

/** How it ends where only one key is pressed: answered at once where an answer is written, else sent on. */
export function endOf({ answer, unit }: Taking): Finish {
  if (answer.trim() !== '') return { how: 'answer', text: answer.trim() };
  return unit === undefined ? { how: 'keep' } : { how: 'dispatch', to: unit };
}

export function titleOf({ title, text }: Taking): string {
  return title.trim() === '' ? titleFrom(text) : title.trim();
}

type Where = {
  terms: OrderTerms;
  phoneCall: PhoneCall | undefined;
  files: string[];
  forum: string | undefined;
};

/** The order as it is registered; the number that calls is known to the house, not to the screen. */
export function registeringOf(
  taking: Taking,
  { terms, phoneCall, files, forum }: Where,
  finish: Finish,
): Registering {
  const { text, name, phone, identity, kind = 'consult', matter, labels, urgent, about } = taking;
  const caller = {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(phone === '' ? {} : { phone }),
  };
  return {
    taken: {
      ...{ kind, title: titleOf(taking), text: text.trim(), division: terms.division },
      ...{ channel: 'phone', identity, urgent, files, caller: identity === 'anonymous' ? {} : caller },
      ...(phoneCall === undefined ? {} : { call: phoneCall.call }),
      ...(phoneCall === undefined || about === undefined ? {} : { about }),
      ...(forum === undefined ? {} : { forum }),
      ...visitOf(taking),
    },
    ...(matter === undefined ? {} : { matter }),
    labels,
    isTipOff: terms.kinds.some((one) => one.kind === kind && one.tipOff),
    finish,
  };
}
