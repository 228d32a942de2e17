import type { IndicatorFigure, RatingFigure, SurveyFigures } from '@tongban/contract';
import type { SignedIn } from '../../platform/index.ts';
import { type Parts, placeOf, places } from './parts.ts';
import type { Pushing } from './pushing.ts';
import { countRatings, indicatorOf, isUnfavourable, levelOf, surveyFigures } from './rules.ts';
import type { By } from './store/figures.ts';
import type { Span } from './store/repairs.ts';

type Asked = { by: By; from: string; to: string };
type Names = (key: string) => Promise<string>;

/** 评价统计: by unit, window or item; what was given, what was put down by default and what was struck never mix. */
export function createCounting(parts: Parts & { pushing: Pushing }) {
  const { store, rules, names, pushing } = parts;
  const nameOf: Readonly<Record<By, Names>> = {
    unit: async (key) => names.unit(key),
    window: async (key) => names.window(key),
    item: async (key) => (await names.item(key)).zh,
    channel: async (key) => rules.channels.find(({ id }) => id === key)?.name ?? key,
  };
  return {
    async figures(caller: SignedIn, { by, from, to }: Asked) {
      const span = { ...placeOf(caller, 'repair'), from, to };
      const counts = {
        ratings: await store.ratings(by, span),
        ended: by === 'channel' ? [] : await store.ended(by, span),
        repairs: await store.repairs(by, span),
      };
      const keys = new Set(Object.values(counts).flatMap((list) => list.map(({ key }) => key)));
      const rows = await Promise.all(
        [...keys].map(async (key) =>
          figureOf(parts, only(counts, key), { key, name: await nameOf[by](key) }),
        ),
      );
      return {
        rows: rows.toSorted((one, other) => other.rated - one.rated || one.key.localeCompare(other.key)),
        total: figureOf(parts, counts, { key: 'total', name: '合计' }),
        indicators: await indicatorsOf(parts, span),
        defaultRule: rules.default_favourable.on,
        push: await pushing.standing(),
      };
    },
    ...createReading(parts),
  };
}

/** 指标统计: how often each indicator was praised and blamed; the overall ones go by the levels. */
async function indicatorsOf({ store, rules }: Parts, span: Span): Promise<IndicatorFigure[]> {
  const chips = (await store.reasons(span)).map(({ reason, channel, level, n }) => {
    return { indicator: indicatorOf(rules, reason, channel), level, n };
  });
  const levels = (await store.levelsByChannel(span)).map(({ channel, level, n }) => {
    const where = rules.channels.find(({ id }) => id === channel)?.where;
    const overall = rules.indicators.find((one) => one.overall === true && one.where === where);
    return { indicator: overall?.id, level, n };
  });
  return rules.indicators.map(({ id: indicator, name, where }) => {
    const mine = [...chips, ...levels].filter((one) => one.indicator === indicator);
    const bad = mine.filter(({ level }) => isUnfavourable(rules, level));
    const sum = (list: typeof mine) => list.reduce((total, { n }) => total + n, 0);
    return { indicator, name, where, good: sum(mine) - sum(bad), bad: sum(bad) };
  });
}

/** What is counted for the rated ones themselves, and of surveys. */
function createReading({ store, rules, names, vault }: Parts) {
  return {
    /** 我的评价 of a clerk: what was said, never by whom. */
    async mine(caller: SignedIn) {
      const shown = await store.shownTo(caller.personId, 200);
      const levels = rules.levels.map(({ code, name }) => ({
        ...{ levelName: name, count: shown.filter(({ level }) => level === code).length },
      }));
      const rows = shown.slice(0, 50).map(async ({ rating_id: rating, level, item, reasons, said, on }) => ({
        ...{ rating, level, levelName: levelOf(rules, level)?.name ?? String(level), on },
        itemName: (await names.item(item)).zh,
        reasons: reasons.map((id) => rules.reasons.find((one) => one.id === id)?.say ?? id),
        ...(said === undefined ? {} : { say: vault.open(places.said(rating), said) }),
      }));
      return { levels, rows: await Promise.all(rows) };
    },
    async surveys(): Promise<SurveyFigures[]> {
      const kept = await store.surveyCounts();
      return rules.surveys.map(({ id: survey, title, questions }) => {
        const counted = questions.map(({ id: question, ask }) => {
          const mine = kept.filter((one) => one.survey === survey && one.question === question);
          const levels = rules.levels.map(
            ({ code }) => mine.find(({ level }) => level === code)?.answers ?? 0,
          );
          return { question, ask, ...surveyFigures(rules, levels) };
        });
        const levels = rules.levels.map(({ name }) => name);
        return {
          survey,
          title,
          levels,
          answered: Math.max(0, ...counted.map(({ n }) => n)),
          questions: counted,
        };
      });
    },
  };
}

type Store = Parts['store'];
type Counts = {
  ratings: Awaited<ReturnType<Store['ratings']>>;
  ended: Awaited<ReturnType<Store['ended']>>;
  repairs: Awaited<ReturnType<Store['repairs']>>;
};

function only({ ratings, ended, repairs }: Counts, wanted: string): Counts {
  const mine = ({ key }: { key: string }) => key === wanted;
  return { ratings: ratings.filter(mine), ended: ended.filter(mine), repairs: repairs.filter(mine) };
}

function figureOf({ rules }: Parts, counts: Counts, named: { key: string; name: string }): RatingFigure {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const ended = sum(counts.ended.map(({ n }) => n));
  return {
    ...named,
    ...(ended === 0 ? {} : { ended }),
    ...countRatings(rules, counts.ratings),
    repairs: sum(counts.repairs.map(({ repairs }) => repairs)),
    calledBack: sum(counts.repairs.map(({ called_back }) => called_back)),
    repaired: sum(counts.repairs.map(({ repaired }) => repaired)),
  };
}
