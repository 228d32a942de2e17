import { checkCitizenNumber, Problem } from '@tongban/kernel';
import { newId, type Tx, type Vault } from '../../platform/index.ts';
import type { NewPersonRow, PeopleStore, PersonRow } from './store/people.ts';

/** A person the house knows; number and phone are plain here and masked before they leave. */
export type Person = {
  personId: string;
  name: string;
  citizenNumber?: string;
  phone?: string;
  bornOn?: string;
  sex?: string;
  division?: string;
};

export type NewCitizen = { name: string; citizenNumber: string; phone?: string; division?: string };

/** 人员: the persons themselves; their numbers and phones are sealed in the database. */
export function createPeople({
  clock,
  vault,
  store,
}: {
  clock: () => Date;
  vault: Vault;
  store: PeopleStore;
}) {
  const read = createReader(vault);
  const certain = (row: PersonRow | undefined): Person => {
    if (row === undefined) throw new Problem('identity.person', 'missing', '没有找到这个人');
    return read(row);
  };
  const numberIndexes = (number: string) => vault.indexes('identity.person.number', number);
  return {
    person: async (personId: string): Promise<Person> => certain(await store.person(personId)),
    async persons(personIds: readonly string[]): Promise<Map<string, Person>> {
      if (personIds.length === 0) return new Map();
      return new Map((await store.persons(personIds)).map((row) => [row.person_id, read(row)]));
    },
    inTransaction: async (tx: Tx, personId: string): Promise<Person> =>
      certain(await store.personIn(tx, personId)),
    /** The person of exactly this number. */
    async findByNumber(tx: Tx, typed: string): Promise<Person | undefined> {
      const checked = checkCitizenNumber(typed);
      const row = checked.ok ? await store.personByNumber(tx, numberIndexes(checked.number)) : undefined;
      return row === undefined ? undefined : read(row);
    },
    /** Finds or makes the person of a citizen number; the name and the phone given last are the ones that count. */
    async enrolCitizen(tx: Tx, citizen: NewCitizen): Promise<string> {
      const checked = checkCitizenNumber(citizen.citizenNumber);
      if (!checked.ok) throw new Problem('identity.citizen-number', 'invalid', checked.message);
      const indexes = numberIndexes(checked.number);
      // While keys are being changed, somebody known stands under the old index, which the new one would not meet.
      if ((await store.personByNumber(tx, indexes)) === undefined)
        await store.insertPerson(tx, rowOf({ clock, vault }, citizen, checked));
      const row = await store.personByNumber(tx, indexes);
      if (row === undefined) throw new Problem('identity.person', 'unavailable', '没有存上，请再试一次');
      if (row.name !== citizen.name.trim()) await store.setName(tx, row.person_id, citizen.name.trim());
      if (citizen.phone !== undefined) {
        const phone = vault.seal(`identity.person.phone|${row.person_id}`, citizen.phone);
        await store.setPhone(tx, row.person_id, phone);
      }
      return row.person_id;
    },
  };
}

type Numbered = Extract<ReturnType<typeof checkCitizenNumber>, { ok: true }>;

function rowOf(
  { clock, vault }: { clock: () => Date; vault: Vault },
  citizen: NewCitizen,
  { number, birthDate, sex }: Numbered,
): NewPersonRow {
  const personId = newId();
  return {
    person_id: personId,
    kind: 'citizen',
    name: citizen.name.trim(),
    citizen_number: vault.seal(`identity.person.number|${personId}`, number),
    citizen_number_index: vault.index('identity.person.number', number),
    born_on: birthDate,
    sex,
    ...(citizen.division === undefined ? {} : { division: citizen.division }),
    created_at: clock(),
  };
}

/** Opens the sealed columns of a person. */
function createReader(vault: Vault): (row: PersonRow) => Person {
  return (row) => ({
    personId: row.person_id,
    name: row.name,
    ...(row.citizen_number === undefined
      ? {}
      : { citizenNumber: vault.open(`identity.person.number|${row.person_id}`, row.citizen_number) }),
    ...(row.phone === undefined
      ? {}
      : { phone: vault.open(`identity.person.phone|${row.person_id}`, row.phone) }),
    ...(row.born_on === undefined ? {} : { bornOn: row.born_on }),
    ...(row.sex === undefined ? {} : { sex: row.sex }),
    ...(row.division === undefined ? {} : { division: row.division }),
  });
}
