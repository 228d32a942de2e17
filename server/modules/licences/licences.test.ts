import type { LicenceTypes } from '@tongban/catalogue/author';
import { filesRoutes, licencesRoutes } from '@tongban/contract';
import { checkLicenceIdentifier } from '@tongban/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, transaction } from '../../platform/index.ts';
import { encodePng } from '../../platform/png.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createFiles, filesHttp } from '../files/index.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from '../identity/index.ts';
import { createLicences, type Licences, licencesHttp, type NewLicence } from './index.ts';

const prov = { source: 'KAYAK1' };
const common = { issuer: '公安机关', issuer_en: 'Police', issued_here: true, ...prov };
const types: LicenceTypes = {
  ministry: '11100000000013127D',
  types: [
    {
      ...{ id: 'kayak-permit', name: '下水登记证', name_en: 'Kayak permit', kind: 'certificate', ...common },
      holder: { kind: 'person' },
      fields: [
        { id: 'name', name: '姓名', name_en: 'Name', type: 'text' },
        { id: 'mate', name: '同船人', name_en: 'Mate', type: 'person' },
        { id: 'secret', name: '内部号', name_en: 'Internal', type: 'text', shown: false },
      ],
      validity: { rule: 'after', count: 1, unit: 'years', ...prov },
      text: {
        title: '登记证明',
        title_en: 'Certificate',
        body: '{holder}和{mate}的艇，准予在{lake}下水。',
        body_en: '',
      },
    },
    {
      ...{ id: 'paddler-card', name: '划手卡', name_en: 'Paddler card', kind: 'card', ...common },
      holder: { kind: 'person' },
      code: '11100000000013127D001',
      fields: [],
      validity: { rule: 'by-age', bands: [{ from: 0, years: 5 }, { from: 46 }], ...prov },
    },
  ],
};

let house: TestHouse;
let licences: Licences;
beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const files = createFiles(platform);
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
    const identity = createIdentity({ ...platform, ports });
    licences = createLicences({ ...platform, types, files, identity });
    filesHttp(platform.http, files);
    licencesHttp(platform.http, licences);
  });
});
afterAll(() => house.stop());

const issue = (holderId: string, change: Partial<NewLicence> = {}) =>
  transaction(house.db, (tx) =>
    licences.issue(tx, {
      ...{ type: 'kayak-permit', holderId, holderName: '示例甲', number: 'K-1', issuer: '示例·公安局' },
      ...{ issuerCode: '11990000DEM000014D', issuedOn: '2026-03-02', caseNumber: 'TB441920260302000001' },
      data: { name: '示例甲', mate: { name: '示例乙', citizen_number: '990101199003070023' }, secret: 'x' },
      ...change,
    }),
  );
const walletOf = (personId: string) => house.as({ role: 'citizen', personId })(licencesRoutes.wallet, {});

describe('the portrait on a licence', () => {
  const bytes = encodePng({ width: 1, height: 1, rgb: Uint8Array.of(9, 8, 7) });
  const aCard = (holderId: string) =>
    transaction(house.db, (tx) =>
      licences.addExisting(tx, {
        ...{ type: 'paddler-card', holderId, number: 'P-1', issuedOn: '2022-01-01', data: {} },
        photo: { contentType: 'image/png', bytes },
      }),
    );
  const photoOf = (holderId: string, licence: string) =>
    transaction(house.db, (tx) => licences.photo(tx, { holderId, licence }));

  test('is kept as a file, and goes over to the next version of the same card', async () => {
    const holder = newId();
    const card = await aCard(holder);
    expect(await photoOf(holder, card)).toEqual({ contentType: 'image/png', bytes });
    const { licence } = await issue(holder, { type: 'paddler-card', number: 'P-1', data: {} });
    expect(await photoOf(holder, licence)).toEqual({ contentType: 'image/png', bytes });
    const held = await licences.held(holder);
    expect(held.map(({ state, photo }) => [state, photo])).toContainEqual(['valid', true]);
  });
  test('is nobody else’s, and not there where there is none', async () => {
    const [holder, other] = [newId(), newId()];
    const card = await aCard(holder);
    await expect(photoOf(other, card)).rejects.toMatchObject({ code: 'licences.photo' });
    const { licence } = await issue(other);
    await expect(photoOf(other, licence)).rejects.toMatchObject({ code: 'licences.photo' });
  });
});

describe('issue', () => {
  test('a licence lies in the wallet with its facts, and its paper can be checked by anybody', async () => {
    const holder = newId();
    await issue(holder);
    const [card] = await walletOf(holder);
    expect(card).toMatchObject({ number: 'K-1', version: 1, state: 'valid', validUntil: '2027-03-02' });
    expect(card?.facts).toEqual([
      { label: { zh: '姓名', en: 'Name' }, value: '示例甲' },
      { label: { zh: '同船人', en: 'Mate' }, value: '示例乙' },
    ]);
    const checked = await house.anyone(filesRoutes.verify, { params: { code: card?.code ?? '' } });
    expect(checked).toMatchObject({ state: 'valid', title: { zh: '登记证明' } });
    expect(JSON.stringify(checked)).not.toContain('示例甲');
  });
  test('the identifier stands only where the type code is known, and its check character is right', async () => {
    const holder = newId();
    await issue(holder);
    await issue(holder, { type: 'paddler-card', bornOn: '1990-03-07' });
    const [card, permit] = (await walletOf(holder)).toSorted((a, b) => b.type.localeCompare(a.type));
    expect(permit?.identifier).toBeUndefined();
    expect(checkLicenceIdentifier(card?.identifier ?? '')).toMatchObject({
      ...{ ok: true, type: '11100000000013127D001', issuer: '11990000DEM000014D', version: '001' },
    });
  });
  test('how long it holds follows the age of the holder', async () => {
    const [young, old] = [newId(), newId()];
    await issue(young, { type: 'paddler-card', bornOn: '1990-03-07' });
    await issue(old, { type: 'paddler-card', bornOn: '1960-03-07' });
    expect((await walletOf(young))[0]?.validUntil).toBe('2031-03-02');
    expect((await walletOf(old))[0]).not.toHaveProperty('validUntil');
  });
});

describe('issue again', () => {
  test('the next version takes the place of the earlier one under the same serial', async () => {
    const holder = newId();
    const first = await issue(holder, { type: 'paddler-card', bornOn: '1990-03-07' });
    const next = await issue(holder, { type: 'paddler-card', bornOn: '1990-03-07', number: 'K-2' });
    const states = new Map(
      (await walletOf(holder)).map((card) => [card.licence, [card.state, card.version]]),
    );
    expect(states.get(first.licence)).toEqual(['replaced', 1]);
    expect(states.get(next.licence)).toEqual(['valid', 2]);
    const serialOf = (identifier = '') => identifier.split('.')[7];
    expect(serialOf(next.identifier)).toBe(serialOf(first.identifier));
  });
  test('what the next version does not say anew carries over from the same licence, not from another', async () => {
    const holder = newId();
    await issue(holder, { data: { name: '示例甲', mate: { name: '示例乙' }, issued_on: '2020-01-01' } });
    const [second, other] = [await issue(holder, { data: { name: '示例丙' } }), newId()];
    const values = async (id: string) =>
      (await walletOf(holder)).find(({ licence }) => licence === id)?.facts.map(({ value }) => value);
    expect(await values(second.licence)).toEqual(['示例丙', '示例乙']);
    await issue(other, { type: 'paddler-card', number: 'P-1', bornOn: '1990-03-07', data: { name: '旧' } });
    const next = { type: 'paddler-card', number: 'P-2', bornOn: '1990-03-07', data: {} };
    await issue(other, next);
    expect((await licences.held(other))[0]?.data).toEqual({});
  });
  test('certificates of other numbers stand side by side', async () => {
    const holder = newId();
    await issue(holder);
    await issue(holder, { number: 'K-2' });
    expect((await walletOf(holder)).map(({ state }) => state)).toEqual(['valid', 'valid']);
  });
  test('issued twice at the same moment, only one stands', async () => {
    const holder = newId();
    await issue(holder);
    await Promise.allSettled([issue(holder), issue(holder)]);
    const standing = (await walletOf(holder)).filter(({ state }) => state === 'valid');
    expect(standing).toHaveLength(1);
  });
});

describe('use', () => {
  const use = (holderId: string, licence: string, cause: string) =>
    transaction(house.db, (tx) => licences.use(tx, { holderId, licence, by: newId(), cause }));

  test('a use is on record with its cause', async () => {
    const holder = newId();
    const { licence } = await issue(holder);
    await use(holder, licence, '办理“皮划艇下水登记”');
    expect(await licences.uses(holder, licence)).toMatchObject([{ cause: '办理“皮划艇下水登记”' }]);
  });
  test('without a cause, or with too long a one, it is not used', async () => {
    const holder = newId();
    const { licence } = await issue(holder);
    for (const cause of ['  ', '事'.repeat(201)]) {
      await expect(use(holder, licence, cause)).rejects.toMatchObject({ code: 'licences.cause' });
    }
    expect(await licences.uses(holder, licence)).toEqual([]);
  });
  test('nobody can take a use from the record', async () => {
    await expect(sql`delete from licences.use`.execute(house.db)).rejects.toThrow('permission denied');
  });
});

describe('who sees what', () => {
  test('a wallet is its holder’s alone, and so are its certificates', async () => {
    const holder = newId();
    const { licence } = await issue(holder);
    const stranger = newId();
    expect(await walletOf(stranger)).toEqual([]);
    const params = { licence };
    const asked = house.as({ role: 'citizen', personId: stranger })(licencesRoutes.certificate, { params });
    await expect(asked).rejects.toMatchObject({ kind: 'missing' });
    const own = await house.as({ role: 'citizen', personId: holder })(licencesRoutes.certificate, { params });
    expect(own.contentType).toBe('application/pdf');
  });
  test('a member of staff has no way into wallets', async () => {
    const asked = house.as({ role: 'clerk', personId: newId() })(licencesRoutes.wallet, {});
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden' });
  });
  test('number and data lie sealed in the table', async () => {
    await issue(newId(), { number: 'K-SECRET', data: { name: '示例丙丙' } });
    const { rows } = await sql`select l::text from licences.licence l`.execute(house.db);
    expect(JSON.stringify(rows)).not.toMatch(/K-SECRET|示例丙丙/);
  });
});
