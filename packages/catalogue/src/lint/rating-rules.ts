import type { Finding, Path } from '../finding.ts';
import type { Content } from '../read/read-content.ts';
import { type RatingRules, ratingChannels } from '../reference/rating-rules.ts';
import type { LintContext } from './context.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

type Wrong = { path: Path; message: string };
/** The five levels of the national standard, in the order of their codes. */
const standardLevels = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];

/** Rules over the rating rules: the standard’s levels, a chip for every level on every channel, no name twice. */
export function lintRatingRules({ ratings: read }: Content, context: LintContext): Finding[] {
  if (read === undefined) return [];
  const rules = read.value;
  const wrong = [
    ...unknownSources(rules, context),
    ...unsaidIn(rules),
    ...wrongLevels(rules),
    ...wrongChannels(rules),
    ...wrongIndicators(rules),
    ...withoutChips(rules),
    ...wrongDefault(rules),
    ...named(rules.reasons, ['reasons'], '原因标签'),
    ...named(rules.surveys, ['surveys'], '问卷'),
    ...rules.surveys.flatMap(({ questions }, at) => named(questions, ['surveys', at, 'questions'], '问题')),
  ];
  return wrong.map(({ path, message }) => ({
    ...{ rule: 'ratings', severity: 'error' as const, file: read.file, message },
    ...read.at(path),
  }));
}

function unsaidIn(rules: RatingRules): Wrong[] {
  const { levels, channels, indicators, reasons, surveys, ...single } = rules;
  return [
    ...Object.entries({ levels, channels, indicators, reasons, surveys }).flatMap(([name, list]) =>
      list.flatMap((one, at) => unsaid(one, [name, at])),
    ),
    ...Object.entries(single).flatMap(([name, one]) => unsaid(one, [name])),
  ];
}

function wrongLevels({ levels }: RatingRules): Wrong[] {
  const path: Path = ['levels'];
  const isStandard =
    levels.length === standardLevels.length &&
    levels.every(({ code, name }, at) => code === at + 1 && name === standardLevels[at]);
  const wrongSide = levels.filter(({ code, favourable }) => favourable !== code <= 3);
  return [
    ...(isStandard ? [] : [{ path, message: `等级照标准写五个：1 到 5 依次是${standardLevels.join('、')}` }]),
    ...wrongSide.map(({ name }) => ({ path, message: `“${name}”算不算好评写反了：1、2、3 是好评` })),
  ];
}

function wrongChannels({ channels }: RatingRules): Wrong[] {
  const path: Path = ['channels'];
  const missing = ratingChannels.filter((id) => !channels.some((one) => one.id === id));
  return [...named(channels, path, '渠道'), ...missing.map((id) => ({ path, message: `少了渠道“${id}”` }))];
}

/** A chip speaks of indicators there are, of one on each side at most, and each side has its overall one. */
function wrongIndicators({ indicators, reasons }: RatingRules): Wrong[] {
  const sideOf = new Map(indicators.map(({ id, where }) => [id, where]));
  const faultOf = (ids: readonly string[]) => {
    const unknown = ids.find((id) => !sideOf.has(id));
    if (unknown !== undefined) return `没有指标“${unknown}”`;
    const sides = ids.map((id) => sideOf.get(id));
    return new Set(sides).size === sides.length ? undefined : '线上线下各写一项指标';
  };
  const astray = reasons.flatMap(({ indicators: ids }, at) => {
    const message = faultOf(ids);
    return message === undefined ? [] : [{ path: ['reasons', at, 'indicators'], message }];
  });
  const sides = indicators.filter(({ overall }) => overall === true).map(({ where }) => where);
  const whole = sides.length === 2 && new Set(sides).size === 2;
  return [
    ...named(indicators, ['indicators'], '指标'),
    ...astray,
    ...(whole ? [] : [{ path: ['indicators'], message: '线上、线下各写一项整体满意度' }]),
  ];
}

/** Whoever taps a level is offered something to tap next, on every channel. */
function withoutChips({ levels, reasons }: RatingRules): Wrong[] {
  return levels.flatMap(({ code, name }) =>
    ratingChannels
      .filter((id) => !reasons.some((one) => one.levels.includes(code) && one.channels.includes(id)))
      .map((id) => ({ path: ['reasons'], message: `“${name}”在渠道“${id}”上没有原因标签` })),
  );
}

function wrongDefault({ levels, default_favourable: { level } }: RatingRules): Wrong[] {
  if (levels.some(({ code, favourable }) => code === level && favourable)) return [];
  return [{ path: ['default_favourable', 'level'], message: '默认评价只能是好评的等级' }];
}

function named(list: readonly { id: string }[], path: Path, what: string): Wrong[] {
  return repeats(list, ({ id }) => id).map(({ entry, index }) => ({
    path: [...path, index, 'id'],
    message: `${what}“${entry.id}”写了两次`,
  }));
}
