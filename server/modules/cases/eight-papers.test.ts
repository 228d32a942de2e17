import { casesRoutes, caseWorkRoutes, deskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, defectMark, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
let citizen: SignedIn;
let clerk: SignedIn;
let approver: SignedIn;
let head: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  citizen = await house.citizen('示例甲');
  clerk = await house.staff('clerk');
  approver = await house.staff('approver');
  head = await house.staff('approver', { head: true });
});
afterAll(() => house.stop());

const reason = '皮划艇没有编号';
const refusal = { reason, basis: '《皮划艇管理办法》第三条' };

/** Asks for corrections, receives them, accepts, pauses, extends and grants: five papers between receipt and slip. */
async function longCourse(): Promise<string> {
  const number = await house.submitted(citizen);
  const params = { case: number };
  await house.claim(clerk, number);
  await house.mark(clerk, number, [defectMark]);
  await house.notify(clerk, number);
  const files = [await house.upload(citizen)];
  const at = { params: { ...params, material: 'identity-card' }, body: { files } };
  await house.as(citizen)(casesRoutes.mend, at);
  await house.as(citizen)(casesRoutes.resubmit, { params });
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  const act = async (caller: SignedIn) => house.acting(caller, number);
  const starting = await act(approver);
  const started = await starting.call(caseWorkRoutes.startProcedure, {
    ...{ params, body: { version: starting.version, procedure: 'float-test', reason } },
  });
  const ended = await starting.call(caseWorkRoutes.endProcedure, {
    ...{ params, body: { version: started.version, result: '浮得住，没有漏水' } },
  });
  const asked = await starting.call(caseWorkRoutes.requestExtension, {
    ...{ params, body: { version: ended.version, procedure: 'longer', days: 5, reason } },
  });
  await house.as(head)(caseWorkRoutes.decideExtension, {
    ...{ params, body: { version: asked.version, verdict: 'approve' } },
  });
  await house.mark(approver, number);
  const granting = await act(approver);
  await granting.call(deskRoutes.decide, { params, body: { version: granting.version, verdict: 'grant' } });
  return number;
}

async function turnedAway(): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  const { call, params, version } = await house.acting(clerk, number);
  await call(deskRoutes.turnAway, { params, body: { version, ...refusal } });
  return number;
}

async function refused(): Promise<string> {
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'refuse', ...refusal } });
  return number;
}

test('each of the eight papers is sealed by an act, in the order of the course, and arrives as a signed PDF', async () => {
  const courses = [await longCourse(), await turnedAway(), await refused()];
  const sealed = await Promise.all(
    courses.map(async (number) =>
      (await house.seen(clerk, number)).documents.map((one) => ({ ...one, number })),
    ),
  );
  const slip = ['receipt', 'correction', 'acceptance', 'special-procedure', 'extension', 'grant'];
  expect(sealed[0]?.map(({ kind }) => kind).filter((kind) => kind !== 'certificate')).toEqual([
    ...slip,
    'collection',
  ]);
  expect(sealed[1]?.map(({ kind }) => kind)).toEqual(['receipt', 'non-acceptance']);
  expect(sealed[2]?.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance', 'refusal']);
  const once = new Map(sealed.flat().map((one) => [one.kind, one]));
  for (const { kind, document, number } of once.values()) {
    const pdf = await house.as(citizen)(casesRoutes.document, { params: { case: number, document } });
    const text = Buffer.from(pdf.bytes).toString('latin1');
    expect(text.startsWith('%PDF-'), kind).toBe(true);
    expect(text, kind).toMatch(/\/ByteRange.*\/Contents|\/Contents.*\/ByteRange/s);
  }
}, 240_000);
