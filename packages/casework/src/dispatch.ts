import type {
  Colleague,
  DispatchCase,
  DispatchCondition,
  Dispatched,
  DispatchRule,
  DispatchScene,
  DispatchUnit,
} from './dispatch-facts.ts';
import { dispatchWords, nobodyWords, poolWords } from './dispatch-words.ts';

/** 分派: to whom a case goes. The same facts give the same answer; nobody who may not take it is ever chosen. */
export function dispatch(rules: readonly DispatchRule[], scene: DispatchScene): Dispatched {
  let nobody: Dispatched | undefined;
  for (const rule of rules.filter(({ when }) => fits(when, scene.about))) {
    const unit = unitOf(rule, scene);
    if (unit === undefined) continue;
    if (rule.choose === 'pool') return nobody ?? { rule: rule.id, unit, why: poolWords(rule, unit) };
    const asked = colleaguesFor(rule, unit, scene);
    const [first] = asked.filter(({ unable }) => unable === undefined).toSorted(ORDER[rule.choose]);
    if (first !== undefined) {
      const why = dispatchWords({ rule, unit, about: scene.about, chosen: first, others: asked });
      return { rule: rule.id, unit, personId: first.personId, why };
    }
    nobody ??= { rule: rule.id, unit, why: nobodyWords(rule, unit, asked) };
  }
  return nobody ?? unruled(scene);
}

function unruled(scene: DispatchScene): Dispatched {
  const unit = unitInCharge(scene, () => true);
  return { rule: 'none', unit, why: `没有适用的分派规则，按管辖放在${unit.name}，等人认领` };
}

function fits(when: DispatchCondition | undefined, about: DispatchCase): boolean {
  if (when === undefined) return true;
  const { items, lines, skills, divisions, facts = {}, roles, channels } = when;
  return (
    holds(items, about.item) &&
    holds(lines, about.line) &&
    holds(roles, about.role) &&
    holds(channels, about.channel) &&
    (skills === undefined || skills.some((skill) => about.skills.includes(skill))) &&
    (divisions === undefined || divisions.some((code) => about.division.startsWith(code))) &&
    Object.entries(facts).every(([fact, value]) => about.facts[fact] === value)
  );
}

function holds(named: readonly string[] | undefined, value: string): boolean {
  return named === undefined || named.includes(value);
}

function unitOf(rule: DispatchRule, scene: DispatchScene): DispatchUnit | undefined {
  const { kind, organisation } = rule.to;
  if (organisation !== undefined) return scene.units.find(({ id }) => id === organisation);
  if (kind !== undefined) return scene.units.find((unit) => unit.kind === kind);
  return unitInCharge(scene, (unit) => colleaguesFor(rule, unit, scene).length > 0);
}

/** 主管单位: the nearest that decides the line and has people for it; without people, the nearest that decides it. */
function unitInCharge(
  { about, units }: DispatchScene,
  staffed: (unit: DispatchUnit) => boolean,
): DispatchUnit {
  const deciding = units.filter(({ decides }) => decides === 'all' || decides.includes(about.line));
  return deciding.find(staffed) ?? deciding[0] ?? units[0];
}

/** Those of a unit whose post fits; a head stands in for an approver where the unit has none. */
function colleaguesFor(rule: DispatchRule, unit: DispatchUnit, scene: DispatchScene): readonly Colleague[] {
  const { item, role } = scene.about;
  const { skill } = rule.to;
  const here = scene.colleagues.filter(
    (one) =>
      one.branch === unit.branch &&
      (one.items === undefined || one.items.includes(item)) &&
      (skill === undefined || one.skills === undefined || one.skills.includes(skill)),
  );
  const fitting = here.filter((one) => one.role === role);
  if (fitting.length > 0 || role !== 'approver') return fitting;
  return here.filter((one) => one.role === 'head');
}

type Order = (one: Colleague, other: Colleague) => number;

/** Who has waited longest for a case comes first; equals by their id, so that the answer never wavers. */
const byWaiting: Order = (one, other) =>
  compare(one.lastGivenAt ?? '', other.lastGivenAt ?? '') || compare(one.personId, other.personId);

const ORDER: Readonly<Record<'least-load' | 'longest-waiting', Order>> = {
  'least-load': (one, other) => one.open - other.open || byWaiting(one, other),
  'longest-waiting': byWaiting,
};

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
