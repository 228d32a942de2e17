import type { LicenceType } from '@tongban/catalogue/author';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createIdentity, createRegisterSimulator } from '../identity/index.ts';
import { createCarrierSimulator, createNotices, createTextMessages } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { remindExpiring } from './index.ts';

const permit = { id: 'kayak-permit', name: '下水登记证', name_en: 'Kayak permit' } as LicenceType;

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const ports = { sms: [createCarrierSimulator('sms')], receiptsFrom: [], wechat: undefined };
    const telling = { ...platform, book: kayakBook, ports };
    const { carrying, codes } = createTextMessages(telling);
    const register = createRegisterSimulator([]);
    const identity = createIdentity({ ...platform, ports: { sms: codes, register } });
    const notices = createNotices({ ...telling, identity, sms: carrying });
    remindExpiring({ ...platform, notices, type: () => permit });
  });
});
afterAll(() => house.stop());

async function aLicence(until: string, state = 'valid'): Promise<string> {
  const [person, licence] = [newId(), newId()];
  await sql`insert into licences.licence (person_id, licence_id, type, serial, version, state, issuer, issued_on,
      valid_until, sealed, made_at)
    values (${person}, ${licence}, 'kayak-permit', 'K', 1, ${state}, '示例', '2025-01-01', ${until}, '\\x00', now())`.execute(
    house.db,
  );
  return licence;
}
async function remindersOf(licence: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from notices.notice
    where about = ${`licence:${licence}`} order by at, key`.execute(house.db);
  return rows.map(({ key }) => key.replace(`licence:${licence}:`, ''));
}
const morning = (day: string) => {
  house.moveTo(new Date(`${day}T01:30:00Z`));
  return house.platform.jobs.runTimer('licences.remind');
};

describe('the holder of a licence', () => {
  test('is told 90, 30 and 7 days before its end, once each, and not after it', async () => {
    const licence = await aLicence('2026-06-30');
    const days = [
      '2026-03-31',
      '2026-04-01',
      '2026-05-31',
      '2026-06-01',
      '2026-06-23',
      '2026-06-23',
      '2026-07-01',
    ];
    for (const day of days) await morning(day);
    expect(await remindersOf(licence)).toEqual(['90', '30', '7']);
  });
  test('is told the next morning where a night was missed, and only what is still due', async () => {
    const licence = await aLicence('2026-09-30');
    await morning('2026-09-25');
    await morning('2026-09-26');
    expect(await remindersOf(licence)).toEqual(['7']);
  });
  test('is not told of a licence that no longer holds, or ends later', async () => {
    const [revoked, later] = [await aLicence('2026-10-31', 'revoked'), await aLicence('2027-10-31')];
    await morning('2026-10-30');
    expect([await remindersOf(revoked), await remindersOf(later)]).toEqual([[], []]);
  });
});
