import type { OrderAct, OrderTerms } from '@tongban/contract';
import { orderWords as said } from './words.ts';

/** Files have a dialog of their own. */
export type ActType = Exclude<OrderAct['type'], 'attach'>;
type Units = OrderTerms['units'];
type Place = Units[number]['place'];

/** What a person fills in before something is done about an order. */
export type Filled = {
  readonly text: string;
  readonly unit?: string;
  readonly days: number;
  readonly number: string;
  readonly kind: Extract<OrderAct, { type: 'classify' }>['kind'];
  readonly matter?: string;
  readonly labels: readonly string[];
  readonly publish: boolean;
  readonly openTitle: string;
  readonly openQuestion: string;
};
/** Acts that the few fields of the plain dialog say; a visit has a dialog of its own. */
export type FilledAct = Exclude<ActType, 'arrange-visit'>;
type Emergency = Extract<OrderAct, { type: 'emergency' }>['number'];

/** The units an act may name, seen from the post of whoever acts. */
export const unitPlaces: Readonly<Partial<Record<ActType, readonly Place[]>>> = {
  dispatch: ['here', 'below'],
  'ask-help': ['above', 'below', 'beside'],
  'hand-up': ['above'],
  'hand-down': ['below'],
};
/** Acts that are done at a press: nothing is asked. */
const atOnce: readonly ActType[] = ['claim', 'grant-time', 'pass', 'reply', 'not-reached', 'close'];
/** Acts of which something has to be said, and what that is called. */
export const sayingOf: Readonly<Partial<Record<ActType, 'say' | 'reason' | 'basis'>>> = {
  ...{ return: 'reason', 'refuse-time': 'reason', 'send-back': 'reason', 'tell-apart': 'reason' },
  ...{ 'hand-up': 'reason', 'hand-down': 'reason', 'ask-time': 'basis' },
  ...{ 'ask-help': 'say', 'give-help': 'say', 'hand-back': 'say', supervise: 'say', reopen: 'say' },
  ...{ satisfied: 'say', dissatisfied: 'say' },
};
export const maySayNothing: readonly ActType[] = ['satisfied', 'dissatisfied'];
/** Acts that name a number, and what it is the number of. */
export const numberOf: Readonly<Partial<Record<ActType, 'into' | 'case' | 'procedure'>>> = {
  ...{ merge: 'into', link: 'case', 'in-procedure': 'procedure' },
};

/** The units to choose from for an act. */
export function unitsFor(type: ActType, units: Units): Units {
  const places = unitPlaces[type] ?? [];
  return units.filter(({ place }) => places.includes(place));
}

/** What may be pressed: handing up needs somebody above, handing down somebody below. */
export function pressable(may: readonly string[], units: Units): ActType[] {
  return order.filter(
    (type) => may.includes(type) && (unitPlaces[type] === undefined || unitsFor(type, units).length > 0),
  );
}

/** The acts in the order one presses them; the first that may be done leads. */
const order: readonly ActType[] = [
  ...([
    'claim',
    'classify',
    'dispatch',
    'answer',
    'give-help',
    'reply',
    'arrange-visit',
    'draft',
    'pass',
  ] as const),
  ...(['satisfied', 'dissatisfied', 'not-reached', 'grant-time', 'close'] as const),
  ...(['send-back', 'refuse-time', 'ask-time', 'ask-help', 'hand-up', 'hand-down', 'hand-back'] as const),
  ...(['return', 'supervise', 'link', 'merge', 'in-procedure', 'tell-apart', 'emergency', 'reopen'] as const),
];
/** How many stand in the open; the others are under 更多. */
export const leading = 4;

/** What is still missing before an act may be sent; undefined where nothing is. */
export function missingFor(type: ActType, filled: Filled, mostDays: number): string | undefined {
  return gapsOf(type, filled, mostDays).find(([isMissing]) => isMissing)?.[1];
}

type Gap = readonly [isMissing: boolean, sentence: string];

function gapsOf(type: ActType, filled: Filled, mostDays: number): Gap[] {
  const { need } = said;
  const { unit, days, number, matter } = filled;
  const isLate = days < 1 || days > mostDays;
  return [
    [unitPlaces[type] !== undefined && unit === undefined, need.unit],
    [numberOf[type] !== undefined && number.trim().length < 2, need.number],
    [type === 'emergency' && number === '', need.emergency],
    [type === 'classify' && matter === undefined, need.matter],
    [type === 'ask-time' && isLate, need.days(mostDays)],
    [type === 'draft' && lacksQuestion(filled), need.open],
    [mustSpeak(type) && filled.text.trim().length < 2, isReply(type) ? need.reply : need.say],
    [isReply(type) && slotIn(filled.text) !== undefined, need.slot(slotIn(filled.text) ?? '')],
  ];
}

function lacksQuestion({ publish, openTitle, openQuestion }: Filled): boolean {
  return publish && (openTitle.trim().length < 2 || openQuestion.trim() === '');
}

const isReply = (type: ActType): boolean => type === 'draft' || type === 'answer';

/** 要填的空: what an entry of the library leaves to be written in its place. */
export function slotIn(text: string): string | undefined {
  return /\{[^{}\n]{1,20}\}/u.exec(text)?.[0];
}

function mustSpeak(type: ActType): boolean {
  if (isReply(type)) return true;
  return sayingOf[type] !== undefined && !maySayNothing.includes(type);
}

type WithReason = Extract<OrderAct, { reason: string }>['type'];
type ToUnit = 'hand-up' | 'hand-down';
type Reasoned = Exclude<WithReason, ToUnit>;
type Saying = 'give-help' | 'hand-back' | 'supervise' | 'reopen';
const reasoned: readonly ActType[] = [
  'return',
  'refuse-time',
  'send-back',
  'tell-apart',
] satisfies Reasoned[];
const speaking: readonly ActType[] = ['give-help', 'hand-back', 'supervise', 'reopen'] satisfies Saying[];
type Plain = 'claim' | 'grant-time' | 'pass' | 'reply' | 'not-reached' | 'close';
type Rest = Exclude<FilledAct, Reasoned | Saying | Plain>;

const isReasoned = (type: ActType): type is Reasoned => reasoned.includes(type);
const isSaying = (type: ActType): type is Saying => speaking.includes(type);
export const isPlain = (type: ActType): type is Plain => atOnce.includes(type);

/** The act as it is sent. */
export function actOf(type: FilledAct, filled: Filled): OrderAct {
  const text = filled.text.trim();
  if (isPlain(type)) return { type };
  if (isReasoned(type)) return { type, reason: text };
  if (isSaying(type)) return { type, say: text };
  return restOf(type, { ...filled, text, number: filled.number.trim() });
}

function restOf(type: Rest, filled: Filled): OrderAct {
  const { text, number, unit = '', days, kind, matter = '', labels } = filled;
  switch (type) {
    case 'answer':
      return { type, text };
    case 'draft':
      return { type, text, ...openOf(filled) };
    case 'classify':
      return { type, kind, matter, labels: [...labels] };
    case 'dispatch':
      return { type, to: unit };
    case 'hand-up':
    case 'hand-down':
      return { type, to: unit, reason: text };
    case 'ask-time':
      return { type, days, basis: text };
    case 'ask-help':
      return { type, of: unit, say: text };
    case 'satisfied':
    case 'dissatisfied':
      return { type, ...(text === '' ? {} : { say: text }) };
    case 'merge':
      return { type, into: number };
    case 'link':
      return { type, case: number };
    case 'in-procedure':
      return { type, number };
    case 'emergency':
      return { type, number: emergencyOf(number) };
  }
}

function openOf({ publish, openTitle, openQuestion }: Filled) {
  return publish ? { open: { title: openTitle.trim(), question: openQuestion.trim() } } : {};
}

function emergencyOf(number: string): Emergency {
  return emergencies.find((one) => one === number) ?? '110';
}
const emergencies: readonly Emergency[] = ['110', '119', '120', '122'];
