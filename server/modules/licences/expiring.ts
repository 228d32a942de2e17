import { addDays, daysBetween } from '@tongban/calendar';
import type { LicenceType } from '@tongban/catalogue/author';
import { shanghaiDay } from '@tongban/kernel';
import { sql } from 'kysely';
import { type Db, type Platform, type Tx, transaction } from '../../platform/index.ts';
import type { Notices } from '../notices/index.ts';
import { nameOf } from './model.ts';

type Deps = Pick<Platform, 'db' | 'jobs'> & {
  notices: Pick<Notices, 'tell' | 'licenceDays'>;
  /** The type of a licence, as the wallet knows it. */
  type: (id: string) => LicenceType;
};
type Ending = { person_id: string; licence_id: string; type: string; valid_until: string };

/** In the morning in Shanghai, so that nobody is woken and everybody has the day before them. */
const everyMorning = '30 1 * * *';
const most = 500;

/**
 * 到期提醒: tells holders some days before a licence ends, once for each of these days; a night that was missed is made up
 * for by the next.
 */
export function remindExpiring({ db, jobs, notices, type }: Deps): void {
  jobs.every('licences.remind', everyMorning, async (now) => {
    const today = shanghaiDay(now);
    const until = addDays(today, Math.max(...notices.licenceDays));
    let after: Ending | undefined;
    do {
      const page = await endingBetween(db, { from: today, until, after });
      await transaction(db, async (tx) => {
        for (const one of page) await tellOne(tx, one, { notices, type, today });
      });
      after = page.length === most ? page.at(-1) : undefined;
    } while (after !== undefined);
  });
}

type Telling = Pick<Deps, 'notices' | 'type'> & { today: string };

async function tellOne(tx: Tx, ending: Ending, { notices, type, today }: Telling): Promise<void> {
  const { licence_id: licence, person_id: personId, valid_until: day } = ending;
  const left = daysBetween(today, day);
  // Of 90, 30 and 7 days the one that has just been passed: five days before the end it is the reminder of seven days.
  const mark = notices.licenceDays.filter((one) => left <= one).at(-1);
  if (mark === undefined) return;
  await notices.tell(tx, {
    ...{
      personId,
      event: 'licences.expiring',
      about: `licence:${licence}`,
      key: `licence:${licence}:${mark}`,
    },
    facts: { licence: nameOf(type(ending.type)), until: { day } },
  });
}

async function endingBetween(
  db: Db,
  { from, until, after }: { from: string; until: string; after: Ending | undefined },
): Promise<Ending[]> {
  const place = after ?? { valid_until: from, licence_id: '00000000-0000-0000-0000-000000000000' };
  const { rows } = await sql<Ending>`select person_id, licence_id, type, valid_until from licences.licence
    where state = 'valid' and valid_until is not null and valid_until <= ${until}
      and (valid_until, licence_id) > (${place.valid_until}::date, ${place.licence_id}::uuid)
    order by valid_until, licence_id
    limit ${most}`.execute(db);
  return rows;
}
