import { ageOn } from '@tongban/calendar';
import type { Share, SharedCard } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import { nameOf, type Parts } from './model.ts';
import { bornOnIn, stateOn } from './rules.ts';
import type { LicenceRow } from './store.ts';

export type Family = ReturnType<typeof createFamily>;

/** Not of age: their parents and guardians may show their cards. */
const ofAge = 18;

/**
 * 家人亮证: parents and guardians show the cards of minors; of grown people, such as an elderly parent, a linked relative
 * shows the cards the holder has allowed, one by one. Who is whose relative the register of people says.
 */
export function createFamily(parts: Parts) {
  return {
    sharedCards: (caller: SignedIn) => sharedCards(parts, caller),
    shares: (caller: SignedIn, licenceId: string) => shares(parts, caller, licenceId),
    async share(tx: Tx, caller: SignedIn, wish: { licence: string; relative: string; shared: boolean }) {
      const { store, shows, identity, clock } = parts;
      const { personId } = caller;
      if ((await store.licence(tx, personId, wish.licence)) === undefined) throw missing();
      const at = { person_id: personId, licence_id: wish.licence, relative_id: wish.relative };
      if (!wish.shared) return void (await shows.unshare(tx, at));
      if (!(await identity.relativesOf(personId)).includes(wish.relative))
        throw new Problem('licences.relative', 'forbidden', '只能给已关联的家人，先关联');
      await shows.share(tx, { ...at, made_at: clock() });
    },
    /** The licence a caller may show: their own, a minor's of theirs, or one shared with them. */
    async findShowable(caller: SignedIn, licenceId: string): Promise<LicenceRow | undefined> {
      const own = await parts.store.licence(undefined, caller.personId, licenceId);
      if (own !== undefined) return own;
      const card = (await cardsFor(parts, caller)).find(({ row }) => row.licence_id === licenceId);
      return card?.row;
    },
  };
}

type Card = { row: LicenceRow; why: SharedCard['why']; holderName: string };

async function sharedCards(parts: Parts, caller: SignedIn): Promise<SharedCard[]> {
  const cards = await cardsFor(parts, caller);
  return cards.map(({ row, why, holderName }) => ({
    ...{ licence: row.licence_id, holder: row.person_id, holderName, why },
    name: nameOf(parts.typeOf(row.type)),
    tellsAge: bornOnIn(parts.typeOf(row.type), parts.box.open(row).data) !== undefined,
    ...(row.valid_until === undefined ? {} : { until: row.valid_until }),
  }));
}

/** The valid cards of others a caller may show; they are read in the name of the house, once it is settled whose. */
async function cardsFor(parts: Parts, { personId }: SignedIn): Promise<Card[]> {
  const { store, shows, identity, clock } = parts;
  const today = shanghaiDay(clock());
  const linked = new Set(await identity.relativesOf(personId));
  const given = (await shows.sharedWith(personId)).filter((row) => linked.has(row.person_id));
  const children = (await identity.relationsOf(personId)).filter(({ kind }) => kind === 'child');
  const holders = [...given.map((row) => row.person_id), ...children.map((row) => row.relative_id)];
  if (holders.length === 0) return [];
  return asMachine('worker', async () => {
    const people = await identity.persons([...new Set(holders)]);
    const cards: Card[] = [];
    for (const [holder, { name, bornOn }] of people) {
      const isChild = children.some((row) => row.relative_id === holder);
      const isMinor = isChild && bornOn !== undefined && ageOn(bornOn, today) < ofAge;
      const isOpen = (row: LicenceRow) => isMinor || given.some((one) => one.licence_id === row.licence_id);
      const rows = (await store.wallet(undefined, holder)).filter(
        (row) => isValid(row, today) && isOpen(row),
      );
      const why = isMinor ? 'minor' : 'shared';
      cards.push(...rows.map((row): Card => ({ row, why, holderName: name })));
    }
    return cards;
  });
}

function isValid({ state, valid_until: validUntil }: LicenceRow, today: string): boolean {
  return stateOn({ state, validUntil }, today) === 'valid';
}

async function shares({ store, shows, identity }: Parts, { personId }: SignedIn, licenceId: string) {
  if ((await store.licence(undefined, personId, licenceId)) === undefined) throw missing();
  const given = new Set((await shows.sharesOf(personId, licenceId)).map((row) => row.relative_id));
  const relatives = await identity.relativesOf(personId);
  const people = await asMachine('worker', () => identity.persons(relatives));
  return relatives.flatMap((relative): Share[] => {
    const person = people.get(relative);
    if (person === undefined) return [];
    return [{ relative, relativeName: person.name, shared: given.has(relative) }];
  });
}

export function missing(): Problem {
  return new Problem('licences.missing', 'missing', '证照夹里没有这张证照');
}
