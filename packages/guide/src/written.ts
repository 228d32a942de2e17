import type { Condition } from './condition.ts';
import type { GuideOutput, Layer } from './guide.ts';
import { parseCondition } from './parse.ts';
import type { ExclusiveSource, FactSource, GuideProblem, GuideSource, SourcePath } from './source.ts';

/** Every condition of a source, read and checked, each with the place it was written. */
export type Written = {
  whens: Map<FactSource, WrittenOne>;
  constraints: WrittenOne[];
  outputs: (WrittenOne & { output: Omit<GuideOutput, 'root' | 'each'> })[];
};
export type WrittenOne = { path: SourcePath; condition: Condition; of?: number };

/** Reads every condition of a source; problems are added to the list given. */
export function readWritten(source: GuideSource, problems: GuideProblem[]): Written {
  const people = source.people ?? [];
  const read = (text: string | undefined, path: SourcePath, of?: number): WrittenOne => {
    const where = of === undefined ? { path } : { path, of };
    if (text === undefined) return { ...where, condition: { is: 'always' } };
    const parsed = parseCondition(text, source, of === undefined ? undefined : people[of]);
    if (parsed.ok) return { ...where, condition: parsed.condition };
    const { code, message, position } = parsed;
    problems.push({ path, code, message, position });
    return { ...where, condition: { is: 'never' } };
  };
  const whens: Written['whens'] = new Map();
  const readWhens = (facts: readonly FactSource[], path: SourcePath, of?: number): void =>
    facts.forEach((fact, i) => {
      if (fact.when !== undefined) whens.set(fact, read(fact.when, [...path, i, 'when'], of));
    });
  for (const [name, text] of Object.entries(source.defs ?? {})) {
    const of = people.findIndex((group) => group.facts.some((fact) => text.includes(fact.id)));
    read(text, ['defs', name], of < 0 ? undefined : of);
  }
  readWhens(source.facts, ['facts']);
  for (const [of, group] of people.entries()) readWhens(group.facts, ['people', of, 'facts'], of);
  const constraints = (source.constraints ?? []).map((text, i) => read(text, ['constraints', i]));
  return { whens, constraints, outputs: readOutputs(source, read) };
}

/** Each stage is asked about only when the one before is settled. */
const STAGE: Record<Layer, number> = { route: 0, eligibility: 1, channel: 2, limit: 2, fee: 2, materials: 3 };

type Read = (text: string | undefined, path: SourcePath, of?: number) => WrittenOne;
type Entry = {
  id: string;
  layer: Layer;
  at: SourcePath;
  when: string | undefined;
  more?: Partial<GuideOutput>;
  of?: number;
};

function readOutputs(source: GuideSource, read: Read): Written['outputs'] {
  return entriesOf(source).map(({ id, layer, at, when, more, of }) => {
    const written = read(when, [...at, 'when'], of);
    const conditional = written.condition.is === 'always' ? {} : ({ conditional: true } as const);
    return { ...written, output: { id, layer, stage: STAGE[layer], ...conditional, ...more } };
  });
}

function entriesOf(source: GuideSource): Entry[] {
  const people = source.people ?? [];
  const { route = [], eligibility = [] } = source;
  return [
    ...route.map(({ to, when }, i): Entry => ({ id: to, layer: 'route', at: ['route', i], when })),
    ...eligibility.map(
      ({ id, verdict, when }, i): Entry => ({
        id,
        layer: 'eligibility',
        at: ['eligibility', i],
        when,
        more: { verdict },
      }),
    ),
    ...(['channel', 'limit', 'fee'] as const).flatMap((layer) => exclusives(source[layer] ?? [], layer)),
    ...source.materials.map(({ id, when, for_each }, i): Entry => {
      const of = people.findIndex((group) => group.id === for_each);
      return { id, layer: 'materials', at: ['materials', i], when, ...(of < 0 ? {} : { of }) };
    }),
  ];
}

/** 时限 exclude each other; 渠道 and 费用 only when they carry a group or an “otherwise”. */
function exclusives(entries: readonly ExclusiveSource[], layer: Layer): Entry[] {
  const grouped = layer === 'limit' || entries.some((entry) => entry.otherwise === true);
  return entries.map(({ id, when, otherwise, group = grouped ? layer : undefined }, i) => ({
    id,
    layer,
    at: [layer, i],
    when,
    more: { ...(group === undefined ? {} : { group }), ...(otherwise === true ? { otherwise } : {}) },
  }));
}
