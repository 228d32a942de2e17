import { randomUUID } from 'node:crypto';
import {
  casesRoutes,
  draftsRoutes,
  filesRoutes,
  guidanceRoutes,
  identityRoutes,
  maxFileBytes,
} from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { city, editionOf, fillDraft, submit } from '../house/applying.ts';
import { createClient, signInCitizen } from '../house/client.ts';
import { newcomer, withAnswers } from '../house/guide.ts';
import { citizen } from '../house/people.ts';
import { signInOn } from '../house/portal.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, headingOn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const someone = createClient(origin, { session: sessions['he-guilan'] ?? '' });
const person = citizen('ma-yuanxing');
const visitors: Visitor[] = [];
const come = async (...wish: Parameters<typeof comeIn>) => {
  const visitor = await comeIn(...wish);
  visitors.push(visitor);
  return visitor;
};
afterAll(() => Promise.all(visitors.map((one) => one.leave())));

describe('an address', () => {
  test('of an item that does not exist is answered with a search', async () => {
    const { go } = await come();
    const page = await go('/items/no-such-item');
    expect(await headingOn(page)).toBe('没有找到这个页面');
    expect(await saidOn(page)).toContain('搜一搜您要办的事');
    expect(await barriersOn(page)).toEqual([]);
  });

  test('of the guide from an old link keeps what still fits and names what does not', async () => {
    const visitor = await come();
    const page = await visitor.go(
      withAnswers('/items/move-spouse/guide', { 投靠人身份: '普通居民', 旧问题: '是', 原户籍地: '火星' }),
    );
    const said = await saidOn(page);
    expect(said).toContain('链接里有的回答用不上了');
    for (const fact of ['旧问题', '原户籍地']) expect(said).toContain(fact);
    expect(new URL(page.url()).pathname).toBe('/items/move-spouse/guide');
    await keepPicture(visitor, 'guide-stale-link');
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('answers that were tampered with', () => {
  const no = Object.entries({ ...newcomer, 婚龄月: '3' });
  test('are evaluated again by the server, which names what it cannot take', async () => {
    const standing = await someone.call(guidanceRoutes.evaluate, {
      params: { item: 'move-spouse' },
      body: { division: city, answers: [...no, ['可以办', '是']] },
    });
    expect(standing.verdict).toBe('no');
    expect(standing.faults).toMatchObject([{ fact: '可以办', code: 'unknown' }]);
  });

  test('begin no application that the rules refuse, and the refusal says why', async () => {
    const asking = someone.call(draftsRoutes.begin, {
      body: { item: 'move-spouse', division: city, answers: no },
    });
    await expect(asking).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('领结婚证要满12个月'),
    });
  });

  test('hand in nothing while a question, a box or a material is open, and each is named', async () => {
    const { draft } = await someone.call(draftsRoutes.begin, {
      body: { item: 'move-spouse', division: city, answers: Object.entries(newcomer) },
    });
    await expect(submit(someone, { draft })).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('入户申请书') }),
      ]),
    });
    await someone.call(draftsRoutes.discard, { params: { draft } });
  });
});

describe('a number that is not right', () => {
  test('is told with the digit that does not fit, and nothing typed is lost', async () => {
    const visitor = await come();
    const page = await visitor.go('/sign-in');
    await signInOn(page, { ...person, citizen_number: `${person.citizen_number.slice(0, 17)}0` });
    expect(await saidOn(page)).toContain('身份证号码第 18 位对不上，请核对');
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name);
    await keepPicture(visitor, 'sign-in-wrong-number');
    expect(await barriersOn(page)).toEqual([]);
  });

  test('of a phone is told with how many digits it should have', async () => {
    const visitor = await come();
    const page = await visitor.go('/sign-in');
    await page.getByLabel('手机号码').fill('1990000');
    await page.getByRole('button', { name: '发验证码' }).click();
    expect(await saidOn(page)).toContain('手机号码应为 11 位数字');
  });

  test('is told by the contract as well, at its field', async () => {
    const { phone, name } = person;
    const body = { phone, name, code: '000000', citizenNumber: '99010119990101001' };
    await expect(createClient(origin).call(identityRoutes.signInCitizen, { body })).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: '/citizenNumber' })],
    });
  });
});

describe('a file that cannot be taken', () => {
  const begin = (name: string, contentType: string, bytes: number) =>
    someone.call(filesRoutes.begin, { body: { name, contentType, bytes } });
  test('for its size is refused before it is sent, with what to do', async () => {
    await expect(begin('大图.jpg', 'image/jpeg', maxFileBytes + 1)).rejects.toMatchObject({
      kind: 'too-large',
      message: '“大图.jpg”超过 20 MB，拍照时选小一点的尺寸，或分成几份上传',
    });
  });

  test('for its kind is refused, with what to do', async () => {
    await expect(begin('表.docx', 'application/msword', 10)).rejects.toMatchObject({
      message: '“表.docx”不是照片或 PDF。用手机拍照上传，或另存为 JPG、PNG、PDF',
    });
  });

  test('is refused on the page in the same words, and what was there stays', async () => {
    const visitor = await come({ as: 'he-guilan', script: false });
    const { draft } = await someone.call(draftsRoutes.begin, {
      body: { item: 'move-spouse', division: city, answers: Object.entries(newcomer) },
    });
    const page = await visitor.go(`/apply/${draft}/materials/application`);
    const fake = { name: '申请书.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is a program') };
    await page.locator('input[type=file]').setInputFiles(fake);
    await page.getByRole('button', { name: '上传', exact: true }).click();
    expect(await saidOn(page)).toContain('“申请书.jpg”不是照片或 PDF');
    await keepPicture(visitor, 'upload-refused');
    await someone.call(draftsRoutes.discard, { params: { draft } });
  });
});

describe('handing in', () => {
  test('twice with one draft makes one case, under one key and under two', async () => {
    const mine = () => someone.call(casesRoutes.list, { query: { limit: 50 } });
    const before = new Set((await mine()).map((one) => one.case));
    const edition = await editionOf(someone, 'hh-cert');
    const draft = await fillDraft(someone, { item: 'hh-cert', answers: findWayThrough(edition) ?? [] });
    const key = randomUUID();
    const told = await Promise.allSettled([
      submit(someone, draft, key),
      submit(someone, draft, key),
      submit(someone, draft),
    ]);
    const numbers = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value.case] : []));
    expect(new Set(numbers).size).toBe(1);
    const made = (await mine()).filter((one) => !before.has(one.case));
    expect(made.map((one) => one.case)).toEqual([numbers[0]]);
  });

  test('after the session ended leads through sign-in back to the draft with everything in it', async () => {
    const client = await signInCitizen(origin, person.id);
    const edition = await editionOf(client, 'hh-cert');
    const { draft } = await fillDraft(client, { item: 'hh-cert', answers: findWayThrough(edition) ?? [] });
    const visitor = await come();
    await visitor.context.addCookies([
      { name: 'tongban_session', value: client.session() ?? '', url: origin },
    ]);
    const page = await visitor.go(`/apply/${draft}/check`);
    const before = await saidOn(page);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await client.call(identityRoutes.signOut, {});
    await page.getByRole('button', { name: /提交/ }).click();
    expect(await headingOn(page)).toBe('登录');
    await signInOn(page, person);
    expect(new URL(page.url()).pathname).toBe(`/apply/${draft}/check`);
    expect(await saidOn(page)).toBe(before);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: /提交/ }).click();
    expect(await headingOn(page)).toBe('已经提交');
  });
});
