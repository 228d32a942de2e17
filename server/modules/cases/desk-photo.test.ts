import { accessRoutes, caseWorkRoutes, draftsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, transaction } from '../../platform/index.ts';
import { encodePng } from '../../platform/png.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  clerk = await house.staff('clerk', { name: '示例·核对' });
});
afterAll(() => house.stop());

const portrait = encodePng({ width: 2, height: 1, rgb: Uint8Array.of(1, 2, 3, 4, 5, 6) });

/** A case in which an identity card of the wallet stands in for its copy, with a portrait on it or without. */
async function withCard(photo = true) {
  const person = await house.citizen('示例·照片');
  const licence = await transaction(house.db, (tx) =>
    house.licences.addExisting(tx, {
      ...{ type: 'resident-id', holderId: person.personId, number: person.citizenNumber },
      ...{ issuedOn: '2020-01-01', validUntil: '2030-01-01', data: { name: '示例·照片' } },
      ...(photo ? { photo: { contentType: 'image/png', bytes: portrait } } : {}),
    }),
  );
  const begun = await house.begin(person);
  const { draft } = await house.fill(person, begun);
  const params = { draft, material: 'identity-card' };
  await house.as(person)(draftsRoutes.lay, { params, body: { met: 'licence', files: [], licence } });
  return { person, licence, number: (await house.submit(person, draft)).case };
}
const look = (caller: SignedIn, number: string, licence: string) =>
  house.as(caller)(caseWorkRoutes.licencePhoto, { params: { case: number }, body: { licence } });

describe('the portrait on a licence', () => {
  test('is shown to whoever has the case in hand; its holder sees who looked, and why', async () => {
    const { person, licence, number } = await withCard();
    const { slots } = await house.claim(clerk, number);
    expect(slots).toMatchObject([{ met: 'licence', licence: { licence, photo: true } }]);
    const { contentType, bytes } = await look(clerk, number, licence);
    expect(contentType).toBe('image/png');
    expect(Buffer.from(bytes).equals(portrait)).toBe(true);
    const { entries } = await house.as(person)(accessRoutes.log, { query: { case: number } });
    expect(JSON.stringify(entries)).toContain('办理“皮划艇下水登记”时对照证照上的照片');
    const { rows } = await sql<{ action: string }>`select action from platform.audit
      where actor = ${clerk.personId} and object = ${`case:${number}`} and action = 'cases.licence-photo'`.execute(
      house.db,
    );
    expect(rows).toHaveLength(1);
  });
  test('is refused where the licence is not of this case, or shows nobody', async () => {
    const bare = await withCard(false);
    await house.claim(clerk, bare.number);
    expect((await house.seen(clerk, bare.number)).slots[0]?.licence?.photo).toBeUndefined();
    await expect(look(clerk, bare.number, bare.licence)).rejects.toMatchObject({ code: 'licences.photo' });
    const other = await withCard();
    await expect(look(clerk, bare.number, other.licence)).rejects.toMatchObject({
      ...{ code: 'licences.licence', kind: 'missing' },
    });
    expect(await house.licences.uses(bare.person.personId, bare.licence)).toHaveLength(1);
  });
  test('is not shown to a colleague who has not taken the case up, nor elsewhere, nor to applicants', async () => {
    const { person, licence, number } = await withCard();
    await expect(look(clerk, number, licence)).rejects.toMatchObject({
      ...{ code: 'cases.unclaimed', kind: 'conflict' },
    });
    const far = await house.staff('clerk', { branch: 'lake/west' });
    await expect(look(far, number, licence)).rejects.toMatchObject({ code: 'cases.missing' });
    await expect(look(person, number, licence)).rejects.toMatchObject({ kind: 'forbidden' });
    const uses = await house.licences.uses(person.personId, licence);
    expect(uses.map(({ by_id: by }) => by)).not.toContain(far.personId);
  });
});
