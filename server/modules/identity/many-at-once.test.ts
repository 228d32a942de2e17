import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator, identityHttp } from './index.ts';

const someone = { name: '示例甲', citizenNumber: '990101199003070015' };
const phones = Array.from({ length: 10 }, (_, at) => `199000020${String(at).padStart(2, '0')}`);
let house: TestHouse;

beforeAll(async () => {
  const options = { environment: { TONGBAN_POOL: '4' } };
  house = await createTestHouse((platform) => {
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([someone]) };
    identityHttp(platform.http, createIdentity({ ...platform, ports }));
  }, options);
});
afterAll(() => house.stop());

const post = async (path: string, payload: object) =>
  house.inject({ method: 'POST', url: `/api/sign-in/${path}`, payload });

describe('many people at once', () => {
  test('all sign in, though each needs a second connection beside the one it holds', async () => {
    const sent = await Promise.all(phones.map((phone) => post('codes', { phone })));
    const codes = sent.map((answer) => answer.json().simulatorCode);
    const answers = await Promise.all(
      phones.map((phone, at) => post('citizen', { ...someone, phone, code: codes[at] })),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual(phones.map(() => 200));
  });
});
