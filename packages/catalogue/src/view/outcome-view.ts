import {
  type Answers,
  evaluate,
  type GuideOutput,
  type Layer,
  type State,
  type Step,
  step,
  why,
} from '@tongban/guide';
import type { ItemEdition } from '../edition.ts';
import { type Days, naturalDays } from '../limits.ts';
import { type BasisView, basisView } from './basis-view.ts';
import { becauseWords, type ChecklistLine, checklistOf } from './checklist.ts';
import { type CostView, costView } from './fee-view.ts';
import { rangeWords } from './limit-words.ts';
import { type Locale, optionalWords, said, type Words, wordsIn } from './words.ts';

/** 能不能办: the answer to the first thing everybody wants to know. */
export type VerdictView = {
  is: 'yes' | 'no' | 'person' | 'elsewhere' | 'unknown' | 'contradiction';
  headline: Words;
  reasons: { id: string; say: Words; next?: Words; basis?: BasisView; because: Words[] }[];
  /** The item this belongs to. */
  elsewhere?: string;
};

/** 结果: everything the answers so far decide. */
export type OutcomeView = {
  /** Nothing more needs to be asked. */
  complete: boolean;
  verdict: VerdictView;
  cost: CostView;
  time: { shortest: Days; longest: Days; certain: boolean; text: Words; say?: Words };
  channels: { id: string; state: 'required' | 'possible'; say: Words }[];
  checklist: ChecklistLine[];
};

type Asked = { answers: Answers; locale: Locale };

export function outcomeView(edition: ItemEdition, answers: Answers, locale: Locale): OutcomeView {
  const stands = step(edition.guide, answers);
  const verdict = verdictView(edition, stands, { answers, locale });
  const stopped = verdict.is === 'no' || verdict.is === 'elsewhere' || verdict.is === 'contradiction';
  const states = (layer: Layer) =>
    new Map(
      evaluate(edition.guide, answers).flatMap((each) =>
        each.layer === layer && !stopped ? [[each.id, each.state] as const] : [],
      ),
    );
  return {
    complete: stands.next === undefined,
    verdict,
    cost: costView(edition, states('fee'), locale),
    time: timeView(edition, states('limit'), locale),
    channels: channelViews(edition, states('channel'), locale),
    checklist: stopped ? [] : checklistOf(edition, answers, locale),
  };
}

function verdictView(edition: ItemEdition, stands: Step, asked: Asked): VerdictView {
  const { locale } = asked;
  if (stands.contradiction) {
    const headline = said(
      locale,
      '有的回答互相对不上，改一改再看',
      'Some answers contradict each other. Change one',
    );
    return { is: 'contradiction', headline, reasons: [] };
  }
  if (stands.end?.layer === 'route') return elsewhereView(edition, stands.end.id, asked);
  if (stands.end !== undefined) return refusalView(edition, stands.end, asked);
  const open = stands.outputs.some(
    ({ layer, state }) => (layer === 'route' || layer === 'eligibility') && state === 'possible',
  );
  if (!open) return { is: 'yes', headline: said(locale, '您可以办', 'You can apply'), reasons: [] };
  const headline =
    stands.next === undefined
      ? said(
          locale,
          '弄清楚“不清楚”的那几项，才知道能不能办',
          'Find out what you were not sure about to see if you can apply',
        )
      : said(locale, '再答几个问题，就知道能不能办', 'Answer a few more questions to see if you can apply');
  return { is: 'unknown', headline, reasons: [] };
}

function elsewhereView(edition: ItemEdition, to: string, asked: Asked): VerdictView {
  const { locale } = asked;
  const say = edition.folder.guide.route?.find((each) => each.to === to)?.say;
  const english = edition.folder.english?.says?.[`route:${to}`];
  const reason =
    say === undefined
      ? said(locale, '这件事按另一个事项办理。', 'This is handled as another service.')
      : wordsIn(locale, say, english);
  return {
    is: 'elsewhere',
    headline: said(locale, '这件事要办另一个事项', 'This belongs to another service'),
    reasons: [{ id: to, say: reason, because: because(edition, { layer: 'route', id: to }, asked) }],
    elsewhere: to,
  };
}

function refusalView(edition: ItemEdition, { id, verdict = 'no' }: GuideOutput, asked: Asked): VerdictView {
  const { locale } = asked;
  const rule = edition.folder.guide.eligibility?.find((each) => each.id === id);
  const says = edition.folder.english?.says;
  const headline =
    verdict === 'no'
      ? said(locale, '现在还不能办', 'You cannot apply yet')
      : said(locale, '要请工作人员看一看', 'A member of staff needs to look at this');
  return {
    is: verdict,
    headline,
    reasons: [
      {
        id,
        say: wordsIn(locale, rule?.say ?? id, says?.[`eligibility:${id}`]),
        ...optionalWords('next', locale, { zh: rule?.next, en: says?.[`eligibility:${id}.next`] }),
        ...(rule === undefined ? {} : { basis: basisView(rule.basis, locale) }),
        because: because(edition, { layer: 'eligibility', id }, asked),
      },
    ],
  };
}

function because(edition: ItemEdition, of: { layer: Layer; id: string }, asked: Asked): Words[] {
  return becauseWords(edition, why(edition.guide, asked.answers, of), asked);
}

function channelViews(
  edition: ItemEdition,
  states: ReadonlyMap<string, State>,
  locale: Locale,
): OutcomeView['channels'] {
  return (edition.folder.guide.channel ?? []).flatMap(({ id, say }) => {
    const state = states.get(id);
    if (state === undefined || state === 'no') return [];
    return [{ id, state, say: wordsIn(locale, say ?? id, edition.folder.english?.says?.[`channel:${id}`]) }];
  });
}

function timeView(
  edition: ItemEdition,
  states: ReadonlyMap<string, State>,
  locale: Locale,
): OutcomeView['time'] {
  const { limit = [] } = edition.folder.guide;
  const required = limit.find(({ id }) => states.get(id) === 'required');
  const open = limit.filter(({ id }) => states.get(id) === 'possible');
  const candidates = (required === undefined ? open : [required]).map((each) => localLimit(edition, each));
  const sorted = candidates.toSorted((a, b) => naturalDays(a) - naturalDays(b));
  const promised = promisedLimit(edition);
  const [shortest = promised, longest = promised] = [sorted[0], sorted.at(-1)];
  const english = required === undefined ? undefined : edition.folder.english?.says?.[`limit:${required.id}`];
  return {
    shortest: { days: shortest.days, unit: shortest.unit },
    longest: { days: longest.days, unit: longest.unit },
    certain: candidates.length < 2,
    text: rangeWords(locale, shortest, longest),
    ...(edition.local?.promised === undefined
      ? optionalWords('say', locale, { zh: required?.say, en: english })
      : {}),
  };
}

/** The promise of the city where there is one, else of the master item. */
export function promisedLimit(edition: ItemEdition): Days {
  return edition.local?.promised ?? edition.folder.item.limits.promised;
}

/** A city's promise replaces the general limit, and a special one where it is shorter. */
function localLimit(edition: ItemEdition, limit: Days & { otherwise?: boolean }): Days {
  const promised = edition.local?.promised;
  if (promised === undefined) return limit;
  return limit.otherwise === true || naturalDays(promised) < naturalDays(limit) ? promised : limit;
}
