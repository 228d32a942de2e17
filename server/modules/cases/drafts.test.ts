import { type AnswerPair, draftsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKayakHouse, type KayakHouse, lakeAnswers } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

const answersWith = (...changes: AnswerPair[]): AnswerPair[] => {
  const changed = new Map([...lakeAnswers, ...changes]);
  return [...changed].map(([fact, text]): AnswerPair => [fact, text]);
};

describe('begin', () => {
  test('what identity and the wallet know is filled in, with where it came from', async () => {
    const citizen = await house.citizen('示例乙');
    const licence = await house.giveCard(citizen);
    const draft = await house.begin(citizen);
    expect(draft.values).toMatchObject({
      'applicant.name': '示例乙',
      'applicant.citizenNumber': citizen.citizenNumber,
      mooring: '东湖示例路 1 号',
    });
    expect(draft.provenance['applicant.name']?.from.zh).toBe('实名信息');
    expect(draft.provenance.mooring).toEqual({ from: { zh: '身份证', en: 'Identity card' }, licence });
    expect(draft.faults.map(({ pointer }) => pointer)).toEqual(['/phone', '/declaration']);
  });
  test('a question of the form is asked only where its condition holds', async () => {
    const citizen = await house.citizen();
    const ids = async (answers: AnswerPair[]) =>
      (await house.begin(citizen, 'kayak', answers)).pages.map(({ id }) => id);
    expect(await ids(lakeAnswers)).not.toContain('colour');
    expect(await ids(answersWith(['要贴标', '是']))).toContain('colour');
  });
  test('a licence of the right type that is valid is offered, one that has expired is not', async () => {
    const [holder, late] = [await house.citizen(), await house.citizen()];
    const licence = await house.giveCard(holder);
    await house.giveCard(late, '2026-03-01');
    const [slot] = (await house.begin(holder)).slots;
    expect(slot).toMatchObject({ met: 'open', offers: [{ licence }], ways: ['files', 'licence', 'window'] });
    expect((await house.begin(late)).slots[0]).toMatchObject({ offers: [], ways: ['files', 'window'] });
  });
  test('a licence of mine never stands in for a paper of somebody else', async () => {
    const citizen = await house.citizen();
    await house.giveCard(citizen);
    const answers = answersWith(['同行人', '1'], ['同行人.1.满16', '否']);
    const { slots } = await house.begin(citizen, 'kayak', answers);
    expect(slots.find(({ material }) => material === 'guardian-consent')).toMatchObject({
      ways: ['files', 'promise', 'window'],
      offers: [],
    });
  });
  test.each<[string, string, AnswerPair[]]>([
    ['cases.verdict-no', '超过7米的艇不能在这里登记', answersWith(['艇长', '800'])],
    ['cases.verdict-elsewhere', '海上下水由海事部门登记', [['水域', '海上']]],
    ['cases.answers', '回到引导再选一次', answersWith(['月亮', '圆'])],
  ])('%s is said in words', async (code, words, answers) => {
    const refused = house.begin(await house.citizen(), 'kayak', answers);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });
  test('an item that is not applied for online is refused, and the hall is named', async () => {
    const refused = house.begin(await house.citizen(), 'canoe');
    await expect(refused).rejects.toMatchObject({
      code: 'cases.not-online',
      message: expect.stringContaining('到大厅'),
    });
  });
  test('a clerk may not begin an application', async () => {
    await expect(house.begin(await house.staff('clerk'))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('keep what was typed', () => {
  test('half a form is kept, and a value typed over is no longer called known', async () => {
    const citizen = await house.citizen();
    const draft = await house.begin(citizen);
    const params = { draft: draft.draft };
    const values = { ...draft.values, 'applicant.name': '示例丙', phone: '199' };
    await house.as(citizen)(draftsRoutes.saveValues, { params, body: { values } });
    const kept = await house.as(citizen)(draftsRoutes.get, { params });
    expect(kept.values).toMatchObject({ 'applicant.name': '示例丙', phone: '199' });
    expect(kept.provenance).not.toHaveProperty('applicant.name');
    expect(kept.faults.find(({ pointer }) => pointer === '/phone')?.message.zh).toBe(
      '手机号码应为 11 位数字',
    );
  });
  test('other answers change the checklist, and files already laid stay', async () => {
    const citizen = await house.citizen();
    const draft = await house.fill(citizen, await house.begin(citizen));
    const params = { draft: draft.draft };
    const answers = answersWith(['同行人', '1'], ['同行人.1.满16', '否']);
    const changed = await house.as(citizen)(draftsRoutes.saveAnswers, { params, body: { answers } });
    expect(changed.slots.map(({ material, person, met }) => [material, person, met])).toEqual([
      ['identity-card', undefined, 'files'],
      ['guardian-consent', 1, 'open'],
    ]);
  });
  test('another person sees nothing of my draft', async () => {
    const draft = await house.begin(await house.citizen());
    const stranger = house.as(await house.citizen());
    await expect(stranger(draftsRoutes.get, { params: { draft: draft.draft } })).rejects.toMatchObject({
      kind: 'missing',
    });
    expect(await stranger(draftsRoutes.list, {})).toEqual([]);
  });
  test('a draft thrown away is gone', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.begin(citizen);
    expect(await house.as(citizen)(draftsRoutes.list, {})).toHaveLength(1);
    await house.as(citizen)(draftsRoutes.discard, { params: { draft } });
    expect(await house.as(citizen)(draftsRoutes.list, {})).toEqual([]);
  });
});

describe('lay', () => {
  const lay = async (change: object, material = 'identity-card', answers = lakeAnswers) => {
    const citizen = await house.citizen();
    const { draft } = await house.begin(citizen, 'kayak', answers);
    const body = { met: 'files' as const, files: [], ...change };
    return house.as(citizen)(draftsRoutes.lay, { params: { draft, material }, body });
  };
  const child = answersWith(['同行人', '1'], ['同行人.1.满16', '否']);

  test('a promise stands in where the item allows it', async () => {
    const laid = await lay({ met: 'promise', person: 1, agreed: true }, 'guardian-consent', child);
    expect(laid.slots).toContainEqual(
      expect.objectContaining({ material: 'guardian-consent', person: 1, met: 'promise' }),
    );
  });
  test('a promise nobody has agreed to is none', async () => {
    const silent = lay({ met: 'promise', person: 1 }, 'guardian-consent', child);
    await expect(silent).rejects.toMatchObject({ code: 'cases.not-agreed' });
  });
  test('a material may be left for the window where there is a hall', async () => {
    expect((await lay({ met: 'window' })).slots[0]).toMatchObject({ met: 'window' });
  });
  test.each([
    ['cases.no-promise', { met: 'promise' }],
    ['cases.no-files', {}],
    ['cases.licence', { met: 'licence' }],
  ])('%s', async (code, change) => {
    await expect(lay(change)).rejects.toMatchObject({ code });
  });
  test('a licence of somebody else is refused', async () => {
    const licence = await house.giveCard(await house.citizen());
    await expect(lay({ met: 'licence', licence })).rejects.toMatchObject({ code: 'cases.licence' });
  });
  test('a file of somebody else is as if it were not there', async () => {
    const file = await house.upload(await house.citizen());
    await expect(lay({ files: [file] })).rejects.toMatchObject({ kind: 'missing' });
  });
  test('a file that has not arrived whole is refused', async () => {
    const citizen = await house.citizen();
    const { draft } = await house.begin(citizen);
    const file = await house.upload(citizen, '半张.png', false);
    const params = { draft, material: 'identity-card' };
    const half = house.as(citizen)(draftsRoutes.lay, { params, body: { met: 'files', files: [file] } });
    await expect(half).rejects.toMatchObject({ code: 'cases.file-incomplete' });
  });
  test('a material this situation does not ask for is refused', async () => {
    await expect(lay({ met: 'window' }, 'river-map')).rejects.toMatchObject({ code: 'cases.material' });
  });
});
