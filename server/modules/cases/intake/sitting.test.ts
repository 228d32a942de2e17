import { draftsRoutes, intakeRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { lakeAnswers, newcomer } from '../kayak-house.fixture.ts';
import { createWindowHouse, type WindowHouse } from './window.fixture.ts';

let house: WindowHouse;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createWindowHouse();
});
beforeEach(async () => {
  clerk = await house.clerkAtWindow();
});
afterAll(() => house.stop());

describe('a person comes to a window', () => {
  test('and their drafts, cases and wallet are there, by name, with their number masked', async () => {
    const person = await house.citizen('示例午午');
    const licence = await house.giveCard(person);
    const { draft } = await house.beginAtHome(person);
    const number = await house.submitted(person, 'raft');
    const sitting = await house.begin(clerk, { name: '示例午午', citizenNumber: person.citizenNumber });
    expect(sitting).toMatchObject({
      identifiedBy: 'card',
      window: 'east-w01',
      person: { personId: person.personId, bornOn: '1990-03-07' },
      taken: [],
      drafts: [{ draft, item: 'kayak' }],
      cases: [{ case: number, item: 'raft' }],
      wallet: [{ licence }],
      confirmation: { state: 'none' },
    });
    expect(JSON.stringify(sitting)).not.toContain(person.citizenNumber);
    expect(sitting.person.name).toBe('示例午午');
  });
  test('someone not known yet is checked against the register and enrolled', async () => {
    const sitting = await house.begin(clerk, newcomer);
    const again = await house.begin(await house.clerkAtWindow('east-w02'), newcomer);
    expect(again.person.personId).toBe(sitting.person.personId);
  });
  test('a name that does not belong to the number is refused, without saying which is wrong', async () => {
    const { citizenNumber } = await house.citizen('示例未');
    for (const wrong of [
      { name: '示例申', citizenNumber },
      { name: '示例·旧来', citizenNumber: newcomer.citizenNumber },
    ]) {
      await expect(house.begin(clerk, wrong)).rejects.toMatchObject({ code: 'identity.register-mismatch' });
    }
  });
  test('the same person again meets the sitting that is open; another person ends it', async () => {
    const { person, sitting } = await house.personAt(clerk);
    await house.take(clerk, sitting, 'kayak');
    const same = await house.begin(clerk, { name: '示例辰', citizenNumber: person.citizenNumber });
    expect(same).toMatchObject({ sitting: sitting.sitting, taken: [{ item: 'kayak' }] });
    const other = await house.personAt(clerk, '示例巳');
    const current = await house.as(clerk)(intakeRoutes.current, {});
    expect(current.sitting?.sitting).toBe(other.sitting.sitting);
    const late = house.take(clerk, sitting, 'paddle');
    await expect(late).rejects.toMatchObject({ code: 'intake.ended' });
    const before = await house.as(clerk)(intakeRoutes.get, { params: house.atSitting(sitting) });
    expect(before).toMatchObject({ taken: [], drafts: [], cases: [], wallet: [] });
    expect(before.endedAt).toBe(house.clock().toISOString());
  });
  test('a sitting left open is ended after an hour; the draft stays the person’s', async () => {
    const { person, sitting } = await house.personAt(clerk);
    const taken = await house.take(clerk, sitting, 'kayak');
    house.moveBy({ minutes: 61 });
    await house.platform.jobs.runTimer('cases.end-sittings');
    expect(await house.as(clerk)(intakeRoutes.current, {})).toEqual({});
    house.moveBy({ minutes: -61 });
    const drafts = await house.as(person)(draftsRoutes.list, {});
    expect(drafts).toMatchObject([{ draft: taken.taken[0]?.draft }]);
  });
});

describe('nobody else', () => {
  test('sees a sitting: a colleague finds nothing there, a citizen is turned away', async () => {
    const { person, sitting } = await house.personAt(clerk);
    const params = house.atSitting(sitting);
    const colleague = await house.clerkAtWindow('east-w02');
    await expect(house.as(colleague)(intakeRoutes.get, { params })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(house.take(colleague, sitting, 'kayak')).rejects.toMatchObject({ kind: 'missing' });
    await expect(house.as(person)(intakeRoutes.get, { params })).rejects.toMatchObject({ kind: 'forbidden' });
  });
  test('takes in an application of their own', async () => {
    const { personId, citizenNumber } = await house.citizen('示例酉');
    const own = { ...clerk, personId };
    await expect(house.begin(own, { name: '示例酉', citizenNumber })).rejects.toMatchObject({
      code: 'intake.own',
      kind: 'forbidden',
    });
  });
  test('is left in doubt: every look is on record with person and purpose', async () => {
    const { person, sitting } = await house.personAt(clerk);
    await house.as(clerk)(intakeRoutes.get, { params: house.atSitting(sitting) });
    const { rows } = await sql<{ action: string; purpose: string }>`
      select action, purpose from platform.audit
      where actor = ${clerk.personId} and object = ${`person:${person.personId}`} order by at, id`.execute(
      house.db,
    );
    expect(rows).toEqual([
      { action: 'intake.begin', purpose: '窗口受理' },
      { action: 'intake.read', purpose: '窗口受理' },
    ]);
  });
});

describe('an item taken up', () => {
  test('at the window may be one that cannot be applied for online', async () => {
    const { sitting } = await house.personAt(clerk);
    expect(await house.take(clerk, sitting, 'canoe')).toMatchObject({
      taken: [{ item: 'canoe', division: '4419' }],
    });
  });
  test('is the person’s own draft: begun at the window, found at home', async () => {
    const { person, sitting } = await house.personAt(clerk);
    const { taken } = await house.fill(clerk, await house.take(clerk, sitting, 'kayak'), 'kayak');
    const params = { draft: taken[0]?.draft ?? '' };
    const home = await house.as(person)(draftsRoutes.get, { params });
    expect(home.values).toMatchObject({ mooring: '东湖码头' });
  });
  test('may have been begun at home, files and all, which the window may then read', async () => {
    const person = await house.citizen('示例戌');
    const draft = await house.fillAtHome(person);
    const sitting = await house.begin(clerk, { name: '示例戌', citizenNumber: person.citizenNumber });
    const params = house.atSitting(sitting);
    const taken = await house.as(clerk)(intakeRoutes.addItem, { params, body: { draft: draft.draft } });
    expect(taken).toMatchObject({ drafts: [], taken: [{ draft: draft.draft, slots: [{ met: 'files' }] }] });
    const file = taken.taken[0]?.slots[0]?.files[0]?.file ?? '';
    expect((await house.read(clerk, file)).contentType).toBe('image/png');
  });
  test('and put back stays the person’s', async () => {
    const { sitting } = await house.personAt(clerk);
    const taken = await house.take(clerk, sitting, 'kayak');
    const params = house.atDraft(taken, 'kayak');
    const back = await house.as(clerk)(intakeRoutes.dropItem, { params });
    expect(back).toMatchObject({ taken: [], drafts: [{ draft: params.draft }] });
    const gone = house.as(clerk)(intakeRoutes.saveValues, { params, body: { values: {} } });
    await expect(gone).rejects.toMatchObject({ code: 'intake.draft' });
  });
  test('of a place this window does not belong to is refused', async () => {
    const { sitting } = await house.personAt(clerk);
    const away = house.as(clerk)(intakeRoutes.addItem, {
      params: house.atSitting(sitting),
      body: { item: 'kayak', division: '4401', answers: lakeAnswers },
    });
    await expect(away).rejects.toMatchObject({ code: 'intake.not-here' });
  });
});

describe('materials', () => {
  test('a licence of the wallet is laid by itself, and its use is logged with the cause', async () => {
    const person = await house.citizen('示例亥');
    const licence = await house.giveCard(person);
    const sitting = await house.begin(clerk, { name: '示例亥', citizenNumber: person.citizenNumber });
    const { taken } = await house.take(clerk, sitting, 'kayak');
    expect(taken).toMatchObject([{ slots: [{ met: 'licence', licence: { licence } }] }]);
    expect(await house.licences.uses(person.personId, licence)).toMatchObject([
      { cause: '窗口受理“皮划艇下水登记”', by_id: clerk.personId },
    ]);
  });
  test('what the clerk lays instead of a licence stands, also when the answers change', async () => {
    const person = await house.citizen('示例子');
    await house.giveCard(person);
    const begun = await house.begin(clerk, { name: '示例子', citizenNumber: person.citizenNumber });
    const laid = await house.lay(clerk, await house.take(clerk, begun, 'kayak'), 'kayak');
    const answers = lakeAnswers.map(([fact, value]): [string, string] => [
      fact,
      fact === '艇长' ? '430' : value,
    ]);
    const params = house.atDraft(laid, 'kayak');
    const after = await house.as(clerk)(intakeRoutes.saveAnswers, { params, body: { answers } });
    expect(after.taken).toMatchObject([{ slots: [{ met: 'files' }] }]);
  });
  test('captured once, a material is met in every item that asks for it, now and later', async () => {
    const { person, sitting } = await house.personAt(clerk);
    const two = await house.take(clerk, await house.take(clerk, sitting, 'kayak'), 'paddle');
    const laid = await house.take(clerk, await house.lay(clerk, two, 'kayak'), 'canoe');
    expect(laid.taken.map(({ slots }) => slots[0]?.met)).toEqual(['files', 'files', 'files']);
    const params = { draft: laid.taken[1]?.draft ?? '' };
    const home = await house.as(person)(draftsRoutes.get, { params });
    expect(home.slots).toMatchObject([{ files: [{ complete: true }] }]);
  });
  test('a file of somebody else cannot be laid', async () => {
    const { sitting } = await house.personAt(clerk);
    const taken = await house.take(clerk, sitting, 'kayak');
    const foreign = await house.upload(await house.citizen());
    const params = { ...house.atDraft(taken, 'kayak'), material: 'identity-card' };
    const stolen = house.as(clerk)(intakeRoutes.lay, { params, body: { met: 'files', files: [foreign] } });
    await expect(stolen).rejects.toMatchObject({ code: 'files.missing' });
  });
  test('an original shown at the window counts as seen', async () => {
    const { sitting } = await house.personAt(clerk);
    const taken = await house.take(clerk, sitting, 'kayak');
    const params = { ...house.atDraft(taken, 'kayak'), material: 'identity-card' };
    const shown = await house.as(clerk)(intakeRoutes.lay, { params, body: { met: 'window', files: [] } });
    expect(shown.taken).toMatchObject([{ slots: [{ met: 'window', originalSeen: true }] }]);
  });
  test('laid anew, a material has to be checked again', async () => {
    const { sitting } = await house.personAt(clerk);
    const prepared = await house.prepared(clerk, sitting, ['kayak']);
    expect((await house.marked(clerk, prepared)).marks).toHaveLength(1);
    await house.lay(clerk, prepared, 'kayak');
    const params = house.atSitting(sitting);
    expect(await house.as(clerk)(intakeRoutes.marks, { params })).toEqual({ marks: [] });
  });
});
