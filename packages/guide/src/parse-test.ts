import type { Condition, Range } from './condition.ts';
import { meant } from './names.ts';
import { nearest } from './nearest.ts';
import type { Reader } from './reader.ts';
import type { FactSource } from './source.ts';
import type { Token } from './tokens.ts';

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='];

/** Reads what follows the name of a fact: a comparison, a list, a range, or nothing for yes. */
export function parseTest(reader: Reader, fact: FactSource): Condition {
  switch (fact.type) {
    case 'bool':
      return parseBool(reader, fact);
    case 'multi':
      return parseMulti(reader, fact);
    case 'choice':
      return parseChoice(reader, fact);
    case 'number':
      return parseNumber(reader, fact);
  }
}

function parseBool(reader: Reader, fact: FactSource): Condition {
  const sign = reader.peek();
  if (!COMPARISONS.includes(sign.value) || sign.kind === 'text')
    return { is: 'yes', fact: fact.id, value: true };
  reader.next();
  const token = reader.next();
  const value = token.kind === 'name' && (token.value === 'true' || token.value === 'false');
  if (!value || (sign.value !== '=' && sign.value !== '!=')) {
    return reader.fail(sign, 'type', `“${fact.id}”是是非题，直接写 ${fact.id} 或 not(${fact.id})。`);
  }
  return { is: 'yes', fact: fact.id, value: (token.value === 'true') === (sign.value === '=') };
}

function parseMulti(reader: Reader, fact: FactSource): Condition {
  if (!reader.take('.')) {
    const option = fact.options?.[0] ?? '选项';
    return reader.fail(reader.peek(), 'type', `“${fact.id}”可多选，请写 ${fact.id}.${option} 这样的形式。`);
  }
  const option = readOption(reader, fact, ['name', 'text']);
  return option === undefined ? { is: 'never' } : { is: 'ticked', fact: fact.id, option };
}

function parseChoice(reader: Reader, fact: FactSource): Condition {
  const sign = reader.next();
  if (sign.value === 'in') {
    const options = readList(reader, () => readOption(reader, fact, ['text']));
    return { is: 'option', fact: fact.id, options, except: false };
  }
  if (sign.kind === 'text' || (sign.value !== '=' && sign.value !== '!=')) {
    const order = COMPARISONS.includes(sign.value) || sign.value === 'between';
    const why = order ? '不能比较大小，' : '后面要写答案，';
    return reader.fail(
      sign,
      'type',
      `“${fact.id}”是选择题，${why}例如 ${fact.id} = "${fact.options?.[0]}"。`,
    );
  }
  const option = readOption(reader, fact, ['text']);
  return {
    is: 'option',
    fact: fact.id,
    options: option === undefined ? [] : [option],
    except: sign.value === '!=',
  };
}

function readOption(reader: Reader, fact: FactSource, kinds: Token['kind'][]): string | undefined {
  const token = reader.next();
  const options = fact.options ?? [];
  if (!kinds.includes(token.kind)) {
    reader.fail(token, 'type', `“${fact.id}”的答案要写在引号里，例如 "${options[0]}"。`);
    return undefined;
  }
  if (options.includes(token.value)) return token.value;
  const near = meant(nearest(token.value, options));
  reader.fail(token, 'unknown-option', `“${fact.id}”没有“${token.value}”这个选项${near}。`);
  return undefined;
}

/** A list in round or square brackets. */
function readList<T>(reader: Reader, one: () => T | undefined): T[] {
  const close = reader.take('[') ? ']' : ')';
  if (close === ')') reader.need('(', 'in 后面要用括号列出答案，例如 in ("甲", "乙")。');
  const found: T[] = [];
  do {
    const value = one();
    if (value !== undefined) found.push(value);
  } while (reader.take(','));
  reader.need(close, '列表里的答案之间用逗号，最后要有右括号。');
  return found;
}

function parseNumber(reader: Reader, fact: FactSource): Condition {
  const sign = reader.next();
  if (sign.value === 'in') return { is: 'number', fact: fact.id, ranges: readIn(reader, fact) };
  if (sign.value === 'between') {
    const from = readNumber(reader, fact);
    reader.need('and', 'between 要写两个数，例如 between 1 and 5。');
    return { is: 'number', fact: fact.id, ranges: [upward(reader, from, readNumber(reader, fact))] };
  }
  if (sign.kind === 'text' || !COMPARISONS.includes(sign.value)) {
    return reader.fail(sign, 'type', `“${fact.id}”是数字，后面要写比较，例如 ${fact.id} >= 12。`);
  }
  return { is: 'number', fact: fact.id, ranges: compared(sign.value, readNumber(reader, fact)) };
}

function compared(sign: string, value: number): Range[] {
  if (sign === '<') return [[-Infinity, value - 1]];
  if (sign === '<=') return [[-Infinity, value]];
  if (sign === '>') return [[value + 1, Infinity]];
  if (sign === '>=') return [[value, Infinity]];
  if (sign === '=') return [[value, value]];
  return [
    [-Infinity, value - 1],
    [value + 1, Infinity],
  ];
}

/** A range such as [1..5], (1..5], or a list of numbers. */
function readIn(reader: Reader, fact: FactSource): Range[] {
  const open = reader.next();
  if (open.value !== '[' && open.value !== '(') {
    reader.fail(open, 'missing', 'in 后面要写范围或列表，例如 in [1..5] 或 in (1, 2)。');
    return [];
  }
  const first = readNumber(reader, fact);
  if (reader.take('..')) return readRange(reader, fact, open.value === '(' ? first + 1 : first);
  const ranges: Range[] = [[first, first]];
  while (reader.take(',')) {
    const value = readNumber(reader, fact);
    ranges.push([value, value]);
  }
  reader.need(open.value === '[' ? ']' : ')', '列表最后要有右括号。');
  return ranges;
}

function readRange(reader: Reader, fact: FactSource, from: number): Range[] {
  const to = readNumber(reader, fact);
  if (reader.take(']')) return [upward(reader, from, to)];
  reader.need(')', '范围最后要有右括号，例如 in [1..5]。');
  return [upward(reader, from, to - 1)];
}

function upward(reader: Reader, from: number, to: number): Range {
  if (from > to) reader.fail(reader.peek(), 'empty-range', '这个范围里没有数，请从小写到大。');
  return [from, to];
}

function readNumber(reader: Reader, fact: FactSource): number {
  const minus = reader.take('-');
  const token = reader.next();
  if (token.kind !== 'number') {
    const quoted = token.kind === 'text' ? '不要加引号。' : '';
    reader.fail(token, 'type', `“${fact.id}”只能和数字比较${quoted === '' ? '。' : `，${quoted}`}`);
  } else if (!Number.isSafeInteger(Number(token.value))) {
    reader.fail(token, 'whole-number', `“${fact.id}”只用整数，“${token.value}”不是整数。`);
  }
  return minus ? -Number(token.value) : Number(token.value);
}
