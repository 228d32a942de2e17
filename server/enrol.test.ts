import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolOn } from './enrol.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from './modules/identity/index.ts';
import { transaction } from './platform/index.ts';
import { createTestHouse, type TestHouse } from './platform/testing.ts';

const wish = { login: 'first', name: '示例·首位', role: 'admin', organisation: 'gd-bureau', head: false };
let house: TestHouse;

beforeAll(async () => {
  house = await createTestHouse(() => undefined);
});
afterAll(() => house.stop());

describe('opening an account on the machine', () => {
  test('gives a password and a secret that sign in, from the post asked for', async () => {
    const { login, password, totpSecret } = await enrolOn(house.platform, wish);
    const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
    const identity = createIdentity({ ...house.platform, ports });
    const totp = await generate({ secret: totpSecret, epoch: Math.floor(house.clock().getTime() / 1000) });
    const { session } = await transaction(house.db, (tx) =>
      identity.signInStaff(tx, { login, password, totp }),
    );
    expect(session).toMatchObject({ kind: 'staff', assignment: { role: 'admin', office: 'gd-bureau' } });
  });

  test('refuses a login that is taken, an unknown role and an unknown organisation', async () => {
    await expect(enrolOn(house.platform, wish)).rejects.toThrow('账号 first 已经有了');
    await expect(enrolOn(house.platform, { ...wish, login: 'x', role: 'king' })).rejects.toThrow(
      '没有角色 king',
    );
    await expect(enrolOn(house.platform, { ...wish, login: 'x', organisation: 'moon' })).rejects.toThrow(
      '没有机构 moon',
    );
  });
});
