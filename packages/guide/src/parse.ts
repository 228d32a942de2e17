import type { Condition, Parsed } from './condition.ts';
import { findName, meant } from './names.ts';
import { parseTest } from './parse-test.ts';
import { createReader, type Reader } from './reader.ts';
import type { PeopleSource, Scope } from './source.ts';
import { type Token, tokenize } from './tokens.ts';

/** 条件: reads one condition written in the strict FEEL subset and checks every name and option in it. */
export function parseCondition(text: string, scope: Scope, inside?: PeopleSource): Parsed {
  return parseWithin(text, scope, { inside, open: [], opened: { times: 0 } });
}

/** Where a condition stands: among whose facts, inside which definitions, and how often any was opened. */
type Place = { inside: PeopleSource | undefined; open: string[]; opened: { times: number } };

const MOST_OPENED = 200;
const LONGEST = 2_000;

function parseWithin(text: string, scope: Scope, place: Place): Parsed {
  if (text.length > LONGEST) {
    return { ok: false, code: 'too-long', message: `条件超过 ${LONGEST} 字，请拆开。`, position: LONGEST };
  }
  const cut = tokenize(text);
  if (!cut.ok) return { ok: false, code: 'spelling', message: cut.message, position: cut.position };
  const reader = createReader(cut.tokens);
  const condition = parseOr(reader, scope, place);
  const rest = reader.peek();
  if (rest.kind !== 'end')
    reader.fail(rest, 'left-over', `“${rest.value}”放在这里读不懂，是不是少了 and 或 or。`);
  return reader.fault() ?? { ok: true, condition };
}

function parseOr(reader: Reader, scope: Scope, place: Place): Condition {
  const parts = [parseAnd(reader, scope, place)];
  while (reader.take('or')) parts.push(parseAnd(reader, scope, place));
  return join('or', parts);
}

function parseAnd(reader: Reader, scope: Scope, place: Place): Condition {
  const parts = [parseOne(reader, scope, place)];
  while (reader.take('and')) parts.push(parseOne(reader, scope, place));
  return join('and', parts);
}

function join(is: 'and' | 'or', parts: Condition[]): Condition {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { is, parts };
}

function parseOne(reader: Reader, scope: Scope, place: Place): Condition {
  if (reader.take('(')) return closed(reader, parseOr(reader, scope, place));
  if (reader.take('not')) {
    reader.need('(', 'not 后面要用括号括起来，例如 not(有房)。');
    return { is: 'not', part: closed(reader, parseOr(reader, scope, place)) };
  }
  if (reader.take('true')) return { is: 'always' };
  if (reader.take('false')) return { is: 'never' };
  if (reader.take('count')) return parseCount(reader, scope, place);
  if (reader.take('any')) return parsePeople('any', { reader, scope, place });
  if (reader.take('all')) return parsePeople('all', { reader, scope, place });
  return parseNamed(reader, scope, place);
}

function closed(reader: Reader, condition: Condition): Condition {
  reader.need(')', '括号没有成对，这里缺右括号。');
  return condition;
}

function parseCount(reader: Reader, scope: Scope, place: Place): Condition {
  const people = peopleInBrackets(reader, scope, place);
  if (people === undefined) return { is: 'never' };
  reader.need(')', 'count 的括号里只写人员的名称，例如 count(随迁子女) = 0。');
  const counted = { id: people.id, ask: people.ask, type: 'number', role: 'situation' } as const;
  const test = parseTest(reader, counted);
  return test.is === 'number' ? { is: 'count', people: people.id, ranges: test.ranges } : test;
}

function parsePeople(is: 'any' | 'all', from: { reader: Reader; scope: Scope; place: Place }): Condition {
  const { reader, scope, place } = from;
  if (place.inside !== undefined) {
    return reader.fail(reader.peek(), 'nested', `每位${place.inside.id}的条件里不能再写 ${is}。`);
  }
  const people = peopleInBrackets(reader, scope, place);
  if (people === undefined) return { is: 'never' };
  reader.need(',', `${is} 里先写人员，再写逗号和条件，例如 any(随迁子女, 满16)。`);
  const part = closed(reader, parseOr(reader, scope, { ...place, inside: people }));
  return { is, people: people.id, part };
}

function peopleInBrackets(reader: Reader, scope: Scope, place: Place): PeopleSource | undefined {
  reader.need('(', '后面要用括号写明是哪些人。');
  const token = reader.next();
  const { people, near } = findName(scope, place.inside, token.value);
  if (people === undefined)
    reader.fail(token, 'unknown-people', `没有叫“${token.value}”的人员${meant(near)}。`);
  return people;
}

function parseNamed(reader: Reader, scope: Scope, place: Place): Condition {
  const token = reader.next();
  if (token.kind !== 'name') return reader.fail(token, 'no-name', unnamed(token));
  const { fact, people, text, near } = findName(scope, place.inside, token.value);
  if (fact !== undefined) return parseTest(reader, fact);
  if (text !== undefined) return parseDef(reader, token, { text, scope, place });
  if (people !== undefined)
    return reader.fail(token, 'people', `“${token.value}”是人员，请写 count、any 或 all。`);
  return reader.fail(token, 'unknown-fact', `没有叫“${token.value}”的问题${meant(near)}。`);
}

function unnamed(token: Token): string {
  if (token.kind === 'end') return '条件没有写完。';
  if (token.kind === 'mark') return `“${token.value}”前面缺少问题的名称。`;
  return `比较时左边要写问题的名称，不能写“${token.value}”。`;
}

function parseDef(
  reader: Reader,
  token: Token,
  from: { text: string; scope: Scope; place: Place },
): Condition {
  const { text, scope, place } = from;
  const name = token.value;
  place.opened.times++;
  if (place.opened.times > MOST_OPENED)
    return reader.fail(token, 'too-long', '定义套用得太多，请写得直接些。');
  if (place.open.includes(name)) return reader.fail(token, 'circle', `“${name}”的定义绕回了自己。`);
  const parsed = parseWithin(text, scope, { ...place, open: [...place.open, name] });
  if (parsed.ok) return { is: 'def', name, part: parsed.condition };
  return reader.fail(token, parsed.code, `“${name}”的定义有误：${parsed.message}`);
}
