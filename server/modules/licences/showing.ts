import type { Disclosure, LicenceCard, LicenceUse, OfflineCard, ShowCode } from '@tongban/contract';
import { maskName, Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { type Family, missing } from './family.ts';
import type { Parts } from './model.ts';
import { createReading, keptMs } from './reading.ts';
import { bornOnIn, stateOn } from './rules.ts';
import type { ReadShow } from './show-store.ts';

const livesMs = 60_000;

type Around = { family: Family; wallet: (personId: string) => Promise<LicenceCard[]> };

/** 亮码: shows one licence to one reader, for one minute, and only the part of it that was chosen. */
export function createShowing(parts: Parts, { family, wallet }: Around) {
  const { shows, signer, clock, origin } = parts;
  return {
    async show(
      tx: Tx,
      caller: SignedIn,
      { licence, disclosure }: { licence: string; disclosure: Disclosure },
    ): Promise<ShowCode> {
      const row = await family.findShowable(caller, licence);
      if (row === undefined) throw missing();
      refuseUnshowable(parts, row, disclosure);
      const at = clock();
      const [showId, until] = [newId(), new Date(at.getTime() + livesMs)];
      await shows.insertShow(tx, {
        ...{ show_id: showId, person_id: row.person_id, licence_id: licence, by_id: caller.personId },
        ...{ disclosure, at, until },
        ...(row.person_id === caller.personId ? {} : { by_name: await shownBy(parts, caller.personId) }),
      });
      const code = signer.sign(showId, until);
      return { code, url: `${origin}/s/${code}`, disclosure, expiresAt: until.toISOString() };
    },
    ...createReading(parts),
    ...createTelling(parts, wallet),
  };
}

/** What holders keep and read about a licence themselves. */
function createTelling(parts: Parts, wallet: Around['wallet']) {
  const { store, signer, clock, identity, origin } = parts;
  return {
    /** 离线证: the card as it is now, with a code that holds for a day and tells only that it is valid. */
    async offline(caller: SignedIn, licence: string): Promise<OfflineCard> {
      const card = (await wallet(caller.personId)).find((one) => one.licence === licence);
      if (card === undefined) throw missing();
      if (card.state !== 'valid') throw notValid();
      const madeAt = clock();
      const until = new Date(madeAt.getTime() + keptMs);
      const code = signer.signKept(caller.personId, licence, until);
      return { card, url: `${origin}/s/${code}`, madeAt: madeAt.toISOString(), until: until.toISOString() };
    },
    /** 用证记录 as the holder reads it. */
    async usesTold(personId: string, licenceId: string): Promise<LicenceUse[]> {
      if ((await store.licence(undefined, personId, licenceId)) === undefined) throw missing();
      const rows = await store.uses(personId, licenceId);
      const posts = await identity.postsOf([...new Set(rows.flatMap((row) => row.by_id ?? []))]);
      return rows.map((row) => {
        const post = posts.get(row.by_id ?? '');
        const own = row.by_id === personId ? '本人' : undefined;
        const staff = post === undefined ? '工作人员' : `${post.office} ${post.staffNumber}`;
        return { at: row.at.toISOString(), who: row.by_name ?? own ?? staff, cause: row.cause };
      });
    },
  };
}

function refuseUnshowable(
  { box, typeOf, clock }: Parts,
  row: Parameters<Parts['box']['open']>[0] & Pick<ReadShow, 'type' | 'state' | 'valid_until'>,
  disclosure: Disclosure,
): void {
  const today = shanghaiDay(clock());
  if (stateOn({ state: row.state, validUntil: row.valid_until }, today) !== 'valid') throw notValid();
  if (disclosure === 'adult' && bornOnIn(typeOf(row.type), box.open(row).data) === undefined)
    throw new Problem('licences.no-birthday', 'conflict', '这张证照上没有出生日期，证明不了年龄');
}

/** A relative who shows a card, as the holder is told. */
async function shownBy({ identity }: Parts, personId: string): Promise<string> {
  const people = await asMachine('worker', () => identity.persons([personId]));
  return maskName(people.get(personId)?.name ?? '');
}

function notValid(): Problem {
  return new Problem('licences.show-invalid', 'conflict', '这张证照现在不是有效的，不能亮码');
}
