import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aVisitor, citizenNumber } from './portal.fixture.ts';

const sent = { sentTo: '199****0001', expiresAt: '2026-01-05T06:10:00Z', simulatorCode: '482913' };
const keepers = {
  'POST /api/sign-in/codes': () => sent,
  'POST /api/sign-in/citizen': () => ({ kind: 'anyone' }),
};
const person: [string, string][] = [
  ['step', 'person'],
  ['next', '/cases'],
  ['phone', '19900000001'],
  ['code', '482913'],
  ['name', '示例·张三'],
  ['citizenNumber', citizenNumber],
];

describe('signing in', () => {
  test('sends a code and shows the simulated message as simulated', async () => {
    const { status, html } = await aVisitor({ keepers }).post('/sign-in', [
      ['step', 'phone'],
      ['phone', '19900000001'],
      ['next', '/cases'],
    ]);
    expect(status).toBe(200);
    expect(html).toContain('模拟短信');
    expect(html).toContain('482913');
    expect(html).toContain('name="next" value="/cases"');
  });

  test('a phone that is refused is told beside the field and kept', async () => {
    const refusing = {
      'POST /api/sign-in/codes': () => {
        const message = '手机号码应为 11 位数字';
        throw new Problem('identity.typed', 'invalid', message, [
          { pointer: '/phone', code: 'shape', message },
        ]);
      },
    };
    const { status, html } = await aVisitor({ keepers: refusing }).post('/sign-in', [
      ['step', 'phone'],
      ['phone', '1990'],
    ]);
    expect(status).toBe(400);
    expect(html.match(/手机号码应为 11 位数字/g)).toHaveLength(2);
    expect(html).toContain('value="1990"');
  });

  test('tells every empty field at once and clears nothing', async () => {
    const { status, html } = await aVisitor({ keepers }).post('/sign-in', [
      ['step', 'person'],
      ['phone', '19900000001'],
      ['name', '示例·张三'],
      ['simulatorCode', '482913'],
    ]);
    expect(status).toBe(400);
    expect(html).toContain('有 2 处要改');
    expect(html).toContain('填写短信里的验证码');
    expect(html).toContain('填写身份证号码');
    expect(html).toContain('value="示例·张三"');
    expect(html).toContain('482913');
  });

  test('says which character of the number does not fit', async () => {
    const wrong = person.map(([key, value]): [string, string] => [
      key,
      key === 'citizenNumber'
        ? `${citizenNumber.slice(0, 17)}${citizenNumber.endsWith('1') ? '2' : '1'}`
        : value,
    ]);
    const { html } = await aVisitor({ keepers }).post('/sign-in', wrong);
    expect(html).toContain('身份证号码第 18 位对不上');
  });

  test('goes on to where the person was', async () => {
    const { status, location } = await aVisitor({ keepers }).post('/sign-in', person);
    expect(status).toBe(303);
    expect(location).toBe('/cases');
  });

  test('who is signed in already is not asked again', async () => {
    expect((await aVisitor({ signedIn: true }).get('/sign-in?next=/licences')).location).toBe('/licences');
  });

  test('signing out ends the session and goes home', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: { 'POST /api/sign-out': () => undefined } });
    expect((await visitor.post('/sign-out', [])).location).toBe('/');
    expect(visitor.asked.map(({ route }) => route)).toContain('POST /api/sign-out');
  });
});
