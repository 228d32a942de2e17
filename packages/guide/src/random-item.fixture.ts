import fc from 'fast-check';
import type { Answers } from './guide.ts';
import type { FactSource, GuideSource, PeopleSource } from './source.ts';

/** A condition kept as a tree of its own, so that nothing of the parser or the forest is used to judge them. */
export type Rule =
  | { is: 'and' | 'or'; parts: Rule[] }
  | { is: 'not'; part: Rule }
  | { is: 'test'; fact: string; text: string; holds: (value: unknown) => boolean }
  | { is: 'count'; text: string; holds: (value: unknown) => boolean }
  | { is: 'any' | 'all'; part: Rule };

/** One complete situation: the answers of the citizen and of each companion. */
export type World = { own: Record<string, unknown>; companions: Record<string, unknown>[] };
export type Item = { source: GuideSource; rules: Rules };
export type Rules = {
  whens: Map<string, Rule>;
  constraints: Rule[];
  outputs: { id: string; layer: string; rule: Rule; each: boolean }[];
};

export const COMPANIONS = '同伴';
const OWN: FactSource[] = [
  {
    id: '艇型',
    ask: '艇型？',
    type: 'choice',
    role: 'situation',
    options: ['单人艇', '双人艇', '充气艇'],
    prior: [0.5, 0.3, 0.2],
  },
  { id: '会游泳', ask: '会游泳吗？', type: 'bool', role: 'situation' },
  { id: '天数', ask: '几天？', type: 'number', role: 'situation', min: 0, max: 4 },
  {
    id: '装备',
    ask: '带了什么？',
    type: 'multi',
    role: 'modifier',
    options: ['桨', '救生衣'],
    prior: [0.75, 0.25],
  },
  { id: '水域', ask: '水域？', type: 'choice', role: 'modifier', options: ['湖', '河'], default: '河' },
];
const THEIRS: FactSource[] = [
  { id: '年龄段', ask: '年龄段？', type: 'choice', role: 'situation', options: ['幼儿', '少年', '成人'] },
  { id: '晕船', ask: '晕船吗？', type: 'bool', role: 'modifier' },
];
const MOST = 2;

export function textOf(rule: Rule): string {
  switch (rule.is) {
    case 'and':
    case 'or':
      return `(${rule.parts.map(textOf).join(` ${rule.is} `)})`;
    case 'not':
      return `not(${textOf(rule.part)})`;
    case 'any':
    case 'all':
      return `${rule.is}(${COMPANIONS}, ${textOf(rule.part)})`;
    default:
      return rule.text;
  }
}

/** Judges a rule in a situation by walking its tree; `who` is the companion in view. */
export function judge(rules: Rules, rule: Rule, world: World, who?: Record<string, unknown>): boolean {
  switch (rule.is) {
    case 'and':
      return rule.parts.every((part) => judge(rules, part, world, who));
    case 'or':
      return rule.parts.some((part) => judge(rules, part, world, who));
    case 'not':
      return !judge(rules, rule.part, world, who);
    case 'count':
      return rule.holds(world.companions.length);
    case 'any':
      return world.companions.some((one) => judge(rules, rule.part, world, one));
    case 'all':
      return world.companions.every((one) => judge(rules, rule.part, world, one));
    case 'test': {
      const when = rules.whens.get(rule.fact);
      const value = who !== undefined && rule.fact in who ? who[rule.fact] : world.own[rule.fact];
      return (when === undefined || judge(rules, when, world, who)) && rule.holds(value);
    }
  }
}

export const allowed = (rules: Rules, world: World): boolean =>
  rules.constraints.every((rule) => judge(rules, rule, world));

/** Whether an output holds: for the citizen, or for at least one companion. */
export function holds(rules: Rules, output: Rules['outputs'][number], world: World): boolean {
  if (!output.each) return judge(rules, output.rule, world);
  return world.companions.some((one) => judge(rules, output.rule, world, one));
}

/** Every situation an item knows. */
export function worldsOf({ facts, people = [] }: GuideSource): World[] {
  const owns = product(facts);
  const kinds = product(people[0]?.facts ?? []);
  const groups: World['companions'][] = [[]];
  if (people.length > 0) {
    groups.push(...kinds.map((kind) => [kind]));
    groups.push(...kinds.flatMap((one) => kinds.map((other) => [one, other])));
  }
  return owns.flatMap((own) => groups.map((companions) => ({ own, companions })));
}

function product(facts: readonly FactSource[]): Record<string, unknown>[] {
  return facts.reduce<Record<string, unknown>[]>(
    (worlds, fact) =>
      worlds.flatMap((world) => valuesOf(fact).map((value) => ({ ...world, [fact.id]: value }))),
    [{}],
  );
}

function valuesOf({ type, options = [], min = 0, max = 0 }: FactSource): unknown[] {
  if (type === 'bool') return [false, true];
  if (type === 'choice') return options;
  if (type === 'number') return Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return Array.from({ length: 2 ** options.length }, (_, set) => options.filter((_, i) => set & (1 << i)));
}

/** The answers that state a situation in full. */
export function answersOf({ people = [] }: GuideSource, { own, companions }: World): Answers {
  const answers = { ...own } as Answers;
  if (people.length > 0) answers[COMPANIONS] = companions.length;
  companions.forEach((one, i) => {
    for (const [id, value] of Object.entries(one)) answers[`${COMPANIONS}.${i + 1}.${id}`] = value as string;
  });
  return answers;
}

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);

function testOf(fact: FactSource): fc.Arbitrary<Rule> {
  const { id } = fact;
  const test = (text: string, holds: (value: unknown) => boolean): Rule => ({
    is: 'test',
    fact: id,
    text,
    holds,
  });
  const options = fact.options ?? [];
  if (fact.type === 'bool') {
    return pick([test(id, (v) => v === true), test(`${id} = false`, (v) => v === false)]);
  }
  if (fact.type === 'multi') {
    return pick(
      options.map((option) => test(`${id}.${option}`, (v) => Array.isArray(v) && v.includes(option))),
    );
  }
  if (fact.type === 'choice') {
    const several = fc
      .subarray(options, { minLength: 1 })
      .map((some) =>
        test(`${id} in (${some.map((one) => `"${one}"`).join(', ')})`, (v) => some.includes(v as string)),
      );
    return fc.oneof(
      several,
      pick(options).map((one) => test(`${id} != “${one}”`, (v) => v !== one)),
    );
  }
  return fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: 1, max: 4 })).chain(([from, wide]) => {
    const to = from + wide;
    const value = (v: unknown): number => v as number;
    return pick([
      test(`${id} < ${from}`, (v) => value(v) < from),
      test(`${id} >= ${to}`, (v) => value(v) >= to),
      test(`${id} between ${from} and ${to}`, (v) => value(v) >= from && value(v) <= to),
      test(`${id} in (${from}..${to}]`, (v) => value(v) > from && value(v) <= to),
      test(`${id} = ${to}`, (v) => v === to),
    ]);
  });
}

function ruleOver(leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> {
  return fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({
        is: pick(['and', 'or'] as const),
        parts: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }),
      }),
      tie('rule').map((part): Rule => ({ is: 'not', part })),
    ),
  })).rule;
}

const oneTest = (facts: readonly FactSource[]): fc.Arbitrary<Rule> => fc.oneof(...facts.map(testOf));

function liftedTest(facts: readonly FactSource[]): fc.Arbitrary<Rule> {
  const count = pick<Rule>([
    { is: 'count', text: `count(${COMPANIONS}) = 0`, holds: (v) => v === 0 },
    { is: 'count', text: `count(${COMPANIONS}) >= 2`, holds: (v) => (v as number) >= 2 },
  ]);
  const lifted = fc.record({
    is: pick(['any', 'all'] as const),
    part: ruleOver(oneTest([...facts, ...THEIRS])),
  });
  return fc.oneof(count, lifted);
}

/** Small items: some facts, perhaps companions, applicability, constraints, gates and materials. */
export function anItem(with_: { people: boolean; constraints: boolean; gates: boolean }): fc.Arbitrary<Item> {
  const people = +with_.people;
  const gates = +with_.gates;
  return fc.subarray(OWN, { minLength: 2, maxLength: 4 - 2 * people }).chain((facts) => {
    const own = ruleOver(fc.oneof(oneTest(facts), ...(with_.people ? [liftedTest(facts)] : [])));
    const theirs = ruleOver(oneTest([...facts, ...THEIRS]));
    return fc
      .record({
        materials: fc.array(own, { minLength: 1, maxLength: 4 }),
        each: fc.array(theirs, { maxLength: 2 * people }),
        constraints: fc.array(own, { maxLength: 2 * +with_.constraints }),
        route: fc.array(own, { maxLength: gates }),
        eligibility: fc.array(own, { maxLength: 2 * gates }),
        channel: fc.array(own, { maxLength: gates }),
        when: fc.option(oneTest(facts.slice(0, 1)), { nil: undefined }),
      })
      .map((drawn) => assemble(facts, with_.people, drawn));
  });
}

type Drawn = Record<'materials' | 'each' | 'constraints' | 'route' | 'eligibility' | 'channel', Rule[]> & {
  when: Rule | undefined;
};

function assemble(facts: FactSource[], people: boolean, drawn: Drawn): Item {
  const { when } = drawn;
  const last = facts.at(-1)?.id ?? '';
  const companions: PeopleSource = { id: COMPANIONS, ask: '几位同伴？', max: MOST, facts: THEIRS };
  const named = (layer: 'route' | 'eligibility' | 'channel' | 'materials', each = false) =>
    drawn[each ? 'each' : layer].map((rule, i) => ({
      id: `${each ? '每人' : layer}${i}`,
      layer,
      rule,
      each,
      when: textOf(rule),
    }));
  const outputs = [
    ...named('route'),
    ...named('eligibility'),
    ...named('channel'),
    ...named('materials'),
    ...named('materials', true),
  ];
  const of = (layer: string) => outputs.filter((output) => output.layer === layer);
  return {
    source: {
      facts: facts.map((fact) =>
        when !== undefined && fact.id === last ? { ...fact, when: textOf(when) } : fact,
      ),
      ...(people ? { people: [companions] } : {}),
      constraints: drawn.constraints.map(textOf),
      route: of('route').map(({ id, when }) => ({ to: id, when })),
      eligibility: of('eligibility').map(({ id, when }) => ({ id, when, verdict: 'no' as const })),
      channel: of('channel').map(({ id, when }) => ({ id, when })),
      materials: of('materials').map(({ id, when, each }) => ({
        id,
        when,
        ...(each ? { for_each: COMPANIONS } : {}),
      })),
    },
    rules: {
      whens: new Map(when === undefined ? [] : [[last, when]]),
      constraints: drawn.constraints,
      outputs,
    },
  };
}
