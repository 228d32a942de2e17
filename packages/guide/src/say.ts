import type { Condition, Range } from './condition.ts';

/** 回读: a condition as a Chinese sentence, so that its author can hear what was written. */
export function say(condition: Condition): string {
  switch (condition.is) {
    case 'always':
      return '任何情况';
    case 'never':
      return '没有这种情况';
    case 'and':
      return condition.parts.map((part) => bracketed(part, 'or')).join('，并且');
    case 'or':
      return condition.parts.map((part) => bracketed(part, 'and')).join('，或者');
    case 'not':
      return `不是（${say(condition.part)}）这种情况`;
    case 'def':
      return `${condition.name}（即${say(condition.part)}）`;
    case 'option':
      return `${condition.fact}${condition.except ? '不是' : '是'}${sayOptions(condition.options)}`;
    case 'yes':
      return `${condition.fact}为“${condition.value ? '是' : '否'}”`;
    case 'ticked':
      return `${condition.fact}包括“${condition.option}”`;
    case 'number':
      return `${condition.fact}${sayRanges(condition.ranges)}`;
    case 'count':
      return `${condition.people}人数${sayRanges(condition.ranges)}`;
    case 'any':
      return `至少一位${condition.people}符合（${say(condition.part)}）`;
    case 'all':
      return `每一位${condition.people}都符合（${say(condition.part)}）`;
  }
}

function bracketed(part: Condition, is: 'and' | 'or'): string {
  return part.is === is ? `（${say(part)}）` : say(part);
}

export function sayOptions(options: readonly string[]): string {
  return options.map((option) => `“${option}”`).join('或');
}

/** Ranges of whole numbers in words. */
export function sayRanges(ranges: readonly Range[]): string {
  return ranges.map(sayRange).join('或');
}

function sayRange([from, to]: Range): string {
  if (from === to) return `等于${from}`;
  if (from === -Infinity) return `小于${to + 1}`;
  if (to === Infinity) return `不小于${from}`;
  return `在${from}到${to}之间`;
}
