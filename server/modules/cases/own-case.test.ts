import {
  accessRoutes,
  casesRoutes,
  type DeskCase,
  deskRoutes,
  dispatchRoutes,
  intakeRoutes,
  issueRoutes,
} from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn, transaction } from '../../platform/index.ts';
import { enrolled } from './dispatch/posts.fixture.ts';
import { createKayakHouse, type KayakHouse, newcomer } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

type Citizen = Awaited<ReturnType<KayakHouse['citizen']>>;

/** A member of staff whose account says that they are this citizen, as the house knows them when they come. */
async function staffWho(
  citizen: Pick<Citizen, 'citizenNumber'>,
  role: 'clerk' | 'approver',
): Promise<SignedIn> {
  const personId = await transaction(house.db, (tx) =>
    house.identity.enrolStaff(tx, {
      ...{ name: '示例·兼职', login: newId(), staffNumber: 'TEST', password: 'a long password' },
      ...{ totpSecret: 'TONGBANTESTTONGBANTESTTONGBANTE2', citizenNumber: citizen.citizenNumber },
      assignments: [{ role, office: 'east', officeName: '示例单位', branch: 'lake/east' }],
    }),
  );
  const citizenId = await house.identity.citizenOf(personId);
  const assignment = { id: newId(), branch: 'lake/east', window: 'east-w09' };
  return { role, personId, assignment, ...(citizenId === undefined ? {} : { citizenId }) };
}

const own = { code: 'cases.own-case', kind: 'forbidden', message: '这是您本人申请的事，要由同事办理' };

async function decide(caller: SignedIn, number: string): Promise<DeskCase> {
  const { call, params, version } = await house.acting(caller, number);
  return call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
}

/** A case that stands before its decision, in the hands of an approver. */
async function reviewed(applicant: Citizen) {
  const [clerk, approver] = [await house.staff('clerk'), await house.staff('approver')];
  const number = await house.submitted(applicant);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  return { number, approver };
}

describe('what a member of staff applied for themselves', () => {
  test('is not taken in at the window, even when the house did not know them as a citizen before', async () => {
    const citizen = await house.citizen('示例·自办');
    const clerk = await staffWho(citizen, 'clerk');
    const begin = (by: SignedIn, name: string, citizenNumber: string) =>
      house.as(by)(intakeRoutes.begin, { body: { name, citizenNumber, by: 'typed' } });
    const refused = { code: 'intake.own', kind: 'forbidden' };
    await expect(begin(clerk, '示例·自办', citizen.citizenNumber)).rejects.toMatchObject(refused);
    const fresh = await staffWho(newcomer, 'clerk');
    expect(fresh.citizenId).toBeUndefined();
    await expect(begin(fresh, newcomer.name, newcomer.citizenNumber)).rejects.toMatchObject(refused);
    const other = await house.citizen('示例·他人');
    expect(await begin(clerk, '示例·他人', other.citizenNumber)).toMatchObject({ taken: [] });
  });

  test('is neither claimed nor marked, and the desk says why; another’s is', async () => {
    const citizen = await house.citizen();
    const clerk = await staffWho(citizen, 'clerk');
    const number = await house.submitted(citizen);
    await expect(house.claim(clerk, number)).rejects.toMatchObject(own);
    await expect(house.mark(clerk, number)).rejects.toMatchObject(own);
    const { permitted } = await house.seen(clerk, number);
    expect(permitted.filter(({ may }) => may)).toEqual([]);
    expect(permitted).toContainEqual({ command: 'claim', may: false, why: own.message });
    await house.claim(clerk, await house.submitted(await house.citizen()));
  });

  test('is not theirs either when an agent handed it in for them', async () => {
    const citizen = await house.citizen();
    const clerk = await staffWho(citizen, 'clerk');
    const agent: SignedIn = {
      ...{ role: 'agent', principalId: citizen.personId },
      personId: (await house.citizen('示例·代办')).personId,
    };
    const number = await house.submitted(agent);
    expect(await house.as(citizen)(casesRoutes.get, { params: { case: number } })).toMatchObject({
      case: number,
    });
    await expect(house.claim(clerk, number)).rejects.toMatchObject(own);
    await house.claim(await house.staff('clerk'), number);
  });

  test('is not decided by them, not even once it is in their hands', async () => {
    const citizen = await house.citizen();
    const { number, approver } = await reviewed(citizen);
    // The number comes to be known only while the case is in hand.
    const known = { ...approver, citizenId: citizen.personId };
    await expect(decide(known, number)).rejects.toMatchObject(own);
    expect((await decide(approver, number)).state).toBe('at-issue-desk');
  });

  test('is not handed out by them', async () => {
    const citizen = await house.citizen();
    const { number, approver } = await reviewed(citizen);
    await decide(approver, number);
    const find = (by: SignedIn) => house.as(by)(issueRoutes.find, { body: { code: number } });
    await expect(find(await staffWho(citizen, 'clerk'))).rejects.toMatchObject(own);
    const other = await house.staff('clerk');
    expect(await find(other)).toMatchObject({ results: [{ case: number }] });
    const handOver = async (by: SignedIn) => {
      const { call, params, version } = await house.acting(by, number);
      return call(deskRoutes.handOver, { params, body: { version, receivedBy: '示*（本人）' } });
    };
    await expect(handOver({ ...other, citizenId: citizen.personId })).rejects.toMatchObject(own);
    expect((await handOver(other)).state).toBe('closed');
  });

  test('shows them no number in full', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    const clerk = await house.staff('clerk');
    await house.claim(clerk, number);
    const unmask = (by: SignedIn) =>
      house.as(by)(accessRoutes.unmask, {
        params: { case: number },
        body: { fields: ['phone'], reason: '核对手机号码' },
      });
    await expect(unmask({ ...clerk, citizenId: citizen.personId })).rejects.toMatchObject(own);
    expect(await unmask(clerk)).toMatchObject({ phone: '19900001234' });
  });

  test('is given to them by nobody', async () => {
    const citizen = await house.citizen();
    const [clerk, dispatcher] = [
      await house.staff('clerk'),
      await enrolled(house, '示例·分派', { role: 'dispatcher' }),
    ];
    const [self, other] = [
      await staffWho(citizen, 'approver'),
      await staffWho(await house.citizen(), 'approver'),
    ];
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    const assign = ({ personId: to }: SignedIn) =>
      house.as(dispatcher)(dispatchRoutes.assign, { body: { cases: [number], to, reason: '轮到您' } });
    const why = '示例·兼职是申请人或代办人本人';
    expect(await assign(self)).toEqual({ done: [], failed: [{ case: number, why }] });
    expect(await assign(other)).toEqual({ done: [number], failed: [] });
  });
});
