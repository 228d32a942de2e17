import { licencesRoutes, showsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { asMachine, newId, type SignedIn } from '../../platform/index.ts';
import { createPaddlersHouse } from './paddlers.fixture.ts';
import { createShowSigner } from './show-signing.ts';

const house = await createPaddlersHouse();
afterAll(house.stop);

type What = 'face' | 'adult' | 'validity';
const show = (who: SignedIn, licence: string, disclosure: What = 'face') =>
  house.as(who)(showsRoutes.create, { params: { licence }, body: { disclosure } });
const read = (code: string) => house.anyone(showsRoutes.verify, { body: { code } });
const usesOf = (who: SignedIn, licence: string) => house.as(who)(showsRoutes.uses, { params: { licence } });

describe('a show code', () => {
  test('shows what stands on the face to whoever reads it, with the number masked and nothing internal', async () => {
    const ann = await house.paddler('示例甲');
    const { code, expiresAt } = await show(ann, await house.card(ann, { validUntil: '2030-01-01' }));
    expect(new Date(expiresAt).getTime() - house.clock().getTime()).toBe(60_000);
    const shown = await read(code);
    expect(shown).toMatchObject({ disclosure: 'face', valid: true, demo: true, name: { zh: '划手卡' } });
    expect(shown.facts?.map(({ value }) => value)).toEqual([
      ...['示例甲', expect.stringContaining('*'), '江河', '公安机关', '2030年1月1日'],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`不外传|${ann.citizenNumber}`));
  });
  test('can tell only that somebody is of age, or only that the card is valid', async () => {
    const [grown, young] = [await house.paddler('示例甲'), await house.paddler('示例乙', '20100101')];
    const adult = await read((await show(grown, await house.card(grown), 'adult')).code);
    expect(adult).toEqual({
      ...{ disclosure: 'adult', valid: true, adult: true, demo: true },
      checkedAt: house.clock().toISOString(),
    });
    const minor = await read((await show(young, await house.card(young), 'adult')).code);
    expect(minor.adult).toBe(false);
    const valid = await read((await show(grown, await house.card(grown), 'validity')).code);
    expect(valid).toEqual({
      ...{ disclosure: 'validity', valid: true, name: { zh: '划手卡', en: 'Paddler card' }, demo: true },
      checkedAt: house.clock().toISOString(),
    });
  });
  test('is read once, even by two at the same moment, and that one use is on record for the holder', async () => {
    const ann = await house.paddler('示例甲');
    const licence = await house.card(ann);
    const { code } = await show(ann, licence);
    const tries = await Promise.allSettled([read(code), read(code), read(code)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(read(code)).rejects.toMatchObject({
      ...{ code: 'licences.show-used', message: '这个码已经看过一次，让对方换一个再扫' },
    });
    expect(await usesOf(ann, licence)).toEqual([
      { at: house.clock().toISOString(), who: '扫码核验的人', cause: '亮码核验' },
    ]);
  });
  test('is over after one minute, also when it was never read', async () => {
    const ann = await house.paddler('示例甲');
    const { code } = await show(ann, await house.card(ann));
    house.moveBy({ seconds: 61 });
    await expect(read(code)).rejects.toMatchObject({ code: 'licences.show-over' });
  });
  test('tells that the card was revoked in the minute between', async () => {
    const ann = await house.paddler('示例甲');
    const licence = await house.card(ann);
    const { code } = await show(ann, licence, 'adult');
    await sql`update licences.licence set state = 'revoked' where licence_id = ${licence}`.execute(house.db);
    expect(await read(code)).toMatchObject({ valid: false, adult: false });
  });
  test('that somebody else has signed, or that was changed, is refused', async () => {
    const ann = await house.paddler('示例甲');
    const { code } = await show(ann, await house.card(ann));
    const later = new Date(house.clock().getTime() + 60_000);
    const foreign = createShowSigner('somebody else').sign(newId(), later);
    const changed = `${code.slice(0, 20)}${code[20] === 'A' ? 'B' : 'A'}${code.slice(21)}`;
    for (const forged of [foreign, changed, 'kayak', `${code}AA`])
      await expect(read(forged)).rejects.toMatchObject({ code: 'licences.show-forged' });
  });
  test('that fifty read at the same moment is read by exactly one', async () => {
    const ann = await house.paddler('示例甲');
    const licence = await house.card(ann);
    const { code } = await show(ann, licence, 'validity');
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => read(code)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await usesOf(ann, licence)).toHaveLength(1);
  });
  test('is swept when it is over, read or not, and its use stays on record', async () => {
    const ann = await house.paddler('示例甲');
    const licence = await house.card(ann);
    await read((await show(ann, licence)).code);
    await show(ann, licence);
    house.moveBy({ minutes: 12 });
    await house.platform.jobs.runTimer('licences.forget-shows');
    const { rows } = await asMachine('worker', () =>
      sql<{
        n: string;
      }>`select (select count(*) from licences.show) + (select count(*) from licences.shown) as n`.execute(
        house.db,
      ),
    );
    expect(Number(rows[0]?.n)).toBe(0);
    expect(await usesOf(ann, licence)).toHaveLength(1);
  });
  test('never stands in the audit', async () => {
    const ann = await house.paddler('示例甲');
    const { code } = await show(ann, await house.card(ann));
    await read(code);
    const { rows } = await sql`select audit::text from platform.audit audit`.execute(house.db);
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 40));
  });
});

describe('a card kept for want of a network', () => {
  const keep = (who: SignedIn, licence: string) =>
    house.as(who)(showsRoutes.offline, { params: { licence } });
  const codeOf = (url: string) => url.split('/s/')[1] ?? '';

  test('holds for a day, tells only that it is valid now and since when it was kept, each time on record', async () => {
    const ann = await house.paddler('示例甲');
    const licence = await house.card(ann);
    const { url, madeAt, until, card } = await keep(ann, licence);
    expect(Date.parse(until) - Date.parse(madeAt)).toBe(24 * 3_600_000);
    expect(card.face.front.length).toBeGreaterThan(0);
    house.moveBy({ hours: 3 });
    const shown = await read(codeOf(url));
    expect(shown).toMatchObject({ disclosure: 'validity', valid: true, keptSince: madeAt });
    expect(shown).not.toHaveProperty('facts');
    await read(codeOf(url));
    expect((await usesOf(ann, licence)).map(({ cause }) => cause)).toEqual(
      Array(2).fill('亮码核验（离线证）'),
    );
    await sql`update licences.licence set state = 'revoked' where licence_id = ${licence}`.execute(house.db);
    expect((await read(codeOf(url))).valid).toBe(false);
    house.moveBy({ hours: 21 });
    await expect(read(codeOf(url))).rejects.toMatchObject({ code: 'licences.show-over' });
  });
  test('is one’s own and valid', async () => {
    const [ann, bob] = [await house.paddler('示例甲'), await house.paddler('示例乙')];
    const licence = await house.card(ann);
    await expect(keep(bob, licence)).rejects.toMatchObject({ code: 'licences.missing' });
    const old = await house.card(ann, { validUntil: '2023-01-01' });
    await expect(keep(ann, old)).rejects.toMatchObject({ code: 'licences.show-invalid' });
  });
});

describe('what cannot be shown', () => {
  test('a card that has expired, and the age of a boat', async () => {
    const ann = await house.paddler('示例甲');
    const old = await house.card(ann, { validUntil: '2023-01-01' });
    await expect(show(ann, old)).rejects.toMatchObject({ code: 'licences.show-invalid' });
    const plate = await house.card({ ...ann, citizenNumber: '' }, { type: 'kayak-plate' });
    await expect(show(ann, plate, 'adult')).rejects.toMatchObject({ code: 'licences.no-birthday' });
    const cards = await house.as(ann)(licencesRoutes.wallet, {});
    expect(cards.find(({ licence }) => licence === plate)?.tellsAge).toBe(false);
  });
  test('the card of a stranger', async () => {
    const [ann, bob] = [await house.paddler('示例甲'), await house.paddler('示例乙')];
    const licence = await house.card(ann);
    await expect(show(bob, licence)).rejects.toMatchObject({ code: 'licences.missing' });
    await expect(usesOf(bob, licence)).rejects.toMatchObject({ code: 'licences.missing' });
  });
});

describe('cards of the family', () => {
  const share = (who: SignedIn, licence: string, relative: string, shared = true) =>
    house.as(who)(showsRoutes.share, { params: { licence, relative }, body: { shared } });
  const sharedWith = (who: SignedIn) => house.as(who)(showsRoutes.shared, {});

  test('an elderly parent’s card is shown by a linked child the parent has let, and the parent sees it', async () => {
    const [parent, child] = [await house.paddler('示例·老人', '19510318'), await house.paddler('示例·子女')];
    await house.relate(child, parent, 'principal');
    const licence = await house.card(parent);
    await expect(show(child, licence)).rejects.toMatchObject({ code: 'licences.missing' });
    await share(parent, licence, child.personId);
    expect(await sharedWith(child)).toMatchObject([{ licence, holder: parent.personId, why: 'shared' }]);
    await read((await show(child, licence)).code);
    const [use] = await usesOf(parent, licence);
    expect(use?.cause).toMatch(/^亮码核验（家人示.*亮的码）$/);
    await share(parent, licence, child.personId, false);
    await expect(show(child, licence)).rejects.toMatchObject({ code: 'licences.missing' });
  });
  test('a parent shows the card of a minor, and no longer when the child is of age', async () => {
    const [parent, minor] = [await house.paddler('示例甲'), await house.paddler('示例·小', '20100101')];
    const grown = await house.paddler('示例·大', '20000101');
    await house.relate(parent, minor, 'child');
    await house.relate(parent, grown, 'child');
    const [card, grownCard] = [await house.card(minor), await house.card(grown)];
    expect(await sharedWith(parent)).toMatchObject([{ licence: card, why: 'minor' }]);
    expect((await show(parent, card)).disclosure).toBe('face');
    await expect(show(parent, grownCard)).rejects.toMatchObject({ code: 'licences.missing' });
  });
  test('nothing is shared with a stranger, and nobody shares what is another’s', async () => {
    const [ann, bob] = [await house.paddler('示例甲'), await house.paddler('示例乙')];
    const licence = await house.card(ann);
    await expect(share(ann, licence, bob.personId)).rejects.toMatchObject({ code: 'licences.relative' });
    await expect(share(bob, licence, ann.personId)).rejects.toMatchObject({ code: 'licences.missing' });
  });
});
