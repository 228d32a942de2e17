import { randomBytes } from 'node:crypto';
import { staff } from '@tongban/contract';
import { generateSecret } from 'otplib';
import type { Environment } from './config.ts';
import { readHouseContent } from './content.ts';
import { breakGround } from './ground.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from './modules/identity/index.ts';
import { createOffices } from './modules/offices/index.ts';
import { asMachine, type Platform, transaction } from './platform/index.ts';

/** A member of staff to be given an account. */
export type EnrolWish = { login: string; name: string; role: string; organisation: string; head: boolean };
/** What the new member of staff needs to sign in; shown once. */
export type Enrolled = { login: string; password: string; totpSecret: string };

/** 开户: opens a staff account from the machine itself; a new production system has no other way in. */
export async function enrol(environment: Environment, wish: EnrolWish): Promise<Enrolled> {
  const ground = await breakGround(environment, () => undefined);
  try {
    return await asMachine('startup', () => enrolOn(ground.platform, wish));
  } finally {
    await ground.stop();
  }
}

/** Opens the account on a platform that stands. Throws one sentence when the wish cannot be met. */
export async function enrolOn(platform: Platform, wish: EnrolWish): Promise<Enrolled> {
  const role = staff.find((one) => one === wish.role);
  if (role === undefined) throw new Error(`没有角色 ${wish.role}，可以是 ${staff.join('、')}`);
  const office = createOffices(readHouseContent(platform.config.dataFolder)).organisation(wish.organisation);
  if (office === undefined) throw new Error(`content/offices 里没有机构 ${wish.organisation}`);
  // Opening an account asks nobody outside.
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
  const identity = createIdentity({ ...platform, ports });
  if (await identity.hasAccount(wish.login)) throw new Error(`账号 ${wish.login} 已经有了`);
  const enrolled = {
    login: wish.login,
    password: randomBytes(12).toString('base64url'),
    totpSecret: generateSecret(),
  };
  const { id, name, branch } = office;
  const post = { role, office: id, officeName: name, branch, head: wish.head };
  await transaction(platform.db, (tx) =>
    identity.enrolStaff(tx, {
      ...enrolled,
      name: wish.name,
      staffNumber: wish.login,
      assignments: [post],
    }),
  );
  return enrolled;
}
