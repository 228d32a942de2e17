import type { DemoPeople } from '@tongban/catalogue/author';
import { type Day, Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, type Caller, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Person, Relation } from '../identity/index.ts';
import type { Ground } from './ground.ts';
import { type Priority, priorityFor } from './rules.ts';

export type People = ReturnType<typeof createPeople>;

/** 替谁约: the person, linked family, and whoever has given a mandate; nobody else. */
export function createPeople({ clock, identity, licences, hallRules }: Ground) {
  const { priorities } = hallRules;
  const today = () => shanghaiDay(clock());
  const relationsOf = async (caller: Caller, item: string): Promise<Relation[]> => {
    const rows = caller.personId === undefined ? [] : await identity.relationsOf(caller.personId);
    return rows.filter((row) => isInForce(row, item, today()));
  };
  /** The rows of others are read in the name of the house, once it is settled that they may be. */
  const facts = async (personIds: readonly string[]): Promise<Map<string, Person>> =>
    asMachine('worker', () => identity.persons([...new Set(personIds)]));

  const priorityOf = async (personId: string, known?: Person): Promise<Priority | undefined> => {
    const person = known ?? (await facts([personId])).get(personId);
    const byAge = priorityFor(priorities, { bornOn: person?.bornOn, licences: [] }, today());
    if (byAge !== undefined || !priorities.some(({ licences: proofs }) => proofs !== undefined)) return byAge;
    const held = await asMachine('worker', () => licences.held(personId));
    const types = held.filter(({ state }) => state === 'valid').map(({ type }) => type);
    return priorityFor(priorities, { bornOn: person?.bornOn, licences: types }, today());
  };
  return {
    facts,
    priorityOf,
    relationsOf,
    /** For whom this is booked; refused when the caller may not book for that person. */
    async forWhom(caller: SignedIn, item: string, wished: string | undefined): Promise<string> {
      const self = caller.principalId ?? caller.personId;
      const person = wished ?? self;
      if (person === caller.personId) return person;
      const related = await relationsOf(caller, item);
      if (related.some((row) => row.relative_id === person)) return person;
      throw new Problem('bookings.person', 'forbidden', '只能替本人、已关联的家人或委托人预约');
    },
  };
}

function isInForce({ items, until }: Relation, item: string, today: Day): boolean {
  return (items === undefined || items.includes(item)) && (until === undefined || until >= today);
}

/** 演示: links the invented families and mandates of the demo as their people say. */
export async function linkDemoPeople(
  tx: Tx,
  { identity }: Pick<Ground, 'identity'>,
  { citizens, mandates }: Pick<DemoPeople, 'citizens' | 'mandates'>,
): Promise<void> {
  const ids = new Map<string, string>();
  for (const { id, citizen_number: number } of citizens) {
    const found = await identity.findByNumber(tx, number);
    if (found !== undefined) ids.set(id, found.personId);
  }
  const link = async (from: string, to: string, more: Pick<Relation, 'kind' | 'items' | 'until'>) => {
    const [personId, relativeId] = [ids.get(from), ids.get(to)];
    if (personId === undefined || relativeId === undefined) return;
    await identity.relate(tx, { person_id: personId, relative_id: relativeId, ...more });
  };
  const always = { items: undefined, until: undefined };
  for (const { id, spouse, children = [], guardian } of citizens) {
    if (spouse !== undefined) await link(id, spouse, { kind: 'spouse', ...always });
    for (const child of children) await link(id, child, { kind: 'child', ...always });
    if (guardian !== undefined) await link(guardian, id, { kind: 'child', ...always });
  }
  for (const { principal, agent, items, until } of mandates)
    await link(agent, principal, { kind: 'principal', items, until });
}
