import { shanghaiDay } from '@tongban/kernel';
import type { Colleague, DispatchCase, DispatchRule, DispatchUnit } from './dispatch-facts.ts';

/** No more than so many of those who could not take it are named. */
const mostNamed = 3;

type Chosen = {
  readonly rule: DispatchRule;
  readonly unit: DispatchUnit;
  readonly about: DispatchCase;
  readonly chosen: Colleague;
  readonly others: readonly Colleague[];
};

/** 分派说明: why this person, in one line: the rule, the unit, the line, what decided, and who could not. */
export function dispatchWords({ rule, unit, about, chosen, others }: Chosen): string {
  const decided =
    rule.choose === 'longest-waiting'
      ? `最久没有接件的是${chosen.name}（${lastText(chosen)}）`
      : `手上件数最少的是${chosen.name}（${chosen.open} 件）`;
  return [`规则“${rule.say}”：${unit.name}，${about.lineName}，${decided}`, ...unableText(others)].join('；');
}

/** Why nobody was chosen although the rule wanted somebody. */
export function nobodyWords(rule: DispatchRule, unit: DispatchUnit, asked: readonly Colleague[]): string {
  const said =
    asked.length === 0 ? '这个岗位没有能办这件事的人' : `现在没有人能接（${unableText(asked).join('；')}）`;
  return `规则“${rule.say}”：${unit.name}${said}，等人认领`;
}

export function poolWords(rule: DispatchRule, unit: DispatchUnit): string {
  return `规则“${rule.say}”：放在${unit.name}，等人认领`;
}

function lastText({ lastGivenAt }: Colleague): string {
  if (lastGivenAt === undefined) return '还没有接过';
  const day = shanghaiDay(lastGivenAt);
  return `上次是 ${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

function unableText(colleagues: readonly Colleague[]): string[] {
  const unable = colleagues.flatMap(({ name, unable: why }) => (why === undefined ? [] : [`${name}${why}`]));
  if (unable.length <= mostNamed) return unable;
  return [...unable.slice(0, mostNamed), `还有 ${unable.length - mostNamed} 人不能接`];
}
