import type { Relative } from '@tongban/contract';
import { checkCitizenNumber, Problem } from '@tongban/kernel';
import {
  asMachine,
  type Platform,
  publish,
  type SignedIn,
  type Tx,
  transaction,
} from '../../platform/index.ts';
import { linkAgreed, linkAsked } from './events.ts';
import type { Parts } from './model.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'jobs'> & Pick<Parts, 'identity' | 'shows'>;

/** A question nobody has answered for a month stands no more: a house default. */
const standsMs = 30 * 24 * 3_600_000;
const everyNight = '20 19 * * *';

/**
 * 关联家人: one gives the name and number of the other, who agrees or does not in the portal; either ends it. Whoever asks learns
 * nothing about people: the answer is the same whether we know them or not. Who is asked sees who asks.
 */
export function createLinking({ db, clock, jobs, identity, shows }: Deps) {
  const { links } = identity;
  const since = () => new Date(clock().getTime() - standsMs);
  jobs.every('licences.forget-asks', everyNight, async () => {
    await links.forget(since());
  });
  const find = (number: string) =>
    asMachine('worker', () => transaction(db, (tx) => identity.findByNumber(tx, number)));
  return {
    async family({ personId }: SignedIn): Promise<Relative[]> {
      const [linked, asks] = [await identity.linksOf(personId), await links.asksOf(personId, since())];
      const rows = [
        // What one has asked oneself is not listed: it would tell whether there is such a person.
        ...asks.filter(({ relative_id: asked }) => asked === personId).map(askedOf),
        ...[...linked].map(([person, how]) => ({
          ...{ person, state: 'linked' as const, mayEnd: how === 'asked' },
        })),
      ];
      const people = await asMachine('worker', () => identity.persons(rows.map(({ person }) => person)));
      return rows.flatMap((row) => {
        const name = people.get(row.person)?.name;
        return name === undefined ? [] : [{ ...row, name }];
      });
    },
    /** Who is asked; undefined where there is nobody to ask, which is not told. */
    async findAsked(
      { personId }: SignedIn,
      wish: { name: string; citizenNumber: string },
    ): Promise<string | undefined> {
      const checked = checkCitizenNumber(wish.citizenNumber);
      if (!checked.ok) throw faulty(checked.message);
      const found = await find(checked.number);
      if (found?.personId === personId) throw faulty('这是您自己的身份证号码，填家人的');
      return found !== undefined && found.name === wish.name.trim() ? found.personId : undefined;
    },
    async ask(tx: Tx, { personId }: SignedIn, relative: string | undefined): Promise<void> {
      if (relative === undefined || (await identity.relativesOf(personId)).includes(relative)) return;
      await links.ask(tx, personId, relative, clock());
      await publish(tx, linkAsked({ personId: relative, byId: personId }));
    },
    async answer(tx: Tx, { personId }: SignedIn, { person, agreed }: { person: string; agreed: boolean }) {
      const isAnswered = await links.answer(tx, { from: person, by: personId, agreed });
      if (!isAnswered) throw new Problem('family.not-asked', 'missing', '没有这个请求，可能对方已经收回');
      if (agreed) await publish(tx, linkAgreed({ personId: person, byId: personId }));
    },
    /** With the link ends what was shared over it. */
    async end(tx: Tx, { personId }: SignedIn, person: string): Promise<void> {
      await links.end(tx, personId, person);
      await shows.unshareBetween(tx, personId, person);
    },
  };
}

type Ask = { person_id: string; relative_id: string; asked_at: Date };

function askedOf({ person_id: from, asked_at: at }: Ask) {
  return { person: from, state: 'asked-of-me' as const, since: at.toISOString(), mayEnd: false };
}

function faulty(message: string): Problem {
  const fault = { pointer: '/citizenNumber', code: 'citizen-number', message };
  return new Problem('family.citizen-number', 'invalid', message, [fault]);
}
