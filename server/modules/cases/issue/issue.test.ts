import { casesRoutes, deskRoutes, draftsRoutes, issueRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMachine, type SignedIn, transaction } from '../../../platform/index.ts';
import { createKayakHouse, type KayakHouse, lakeAnswers } from '../kayak-house.fixture.ts';

let house: KayakHouse;
let taker: SignedIn;
let approver: SignedIn;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  taker = await house.staff('clerk');
  approver = await house.staff('approver');
  clerk = atWindow(await house.staff('clerk', { name: '示例·出件' }), 'pier-8');
});
afterAll(() => house.stop());

function atWindow(staff: SignedIn, window: string): SignedIn {
  const { assignment } = staff;
  return assignment === undefined ? staff : { ...staff, assignment: { ...assignment, window } };
}

type Citizen = Awaited<ReturnType<KayakHouse['citizen']>>;

/** A result that waits at the issue desk, from a draft that was filled in. */
async function ready(citizen: Citizen, draft?: string): Promise<string> {
  const number =
    draft === undefined ? await house.submitted(citizen) : (await house.submit(citizen, draft)).case;
  await house.claim(taker, number);
  await house.mark(taker, number);
  await house.accept(taker, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  return number;
}

/** The same, with an address to send it to. */
async function readyToSend(citizen: Citizen): Promise<string> {
  const answers = lakeAnswers.map(([key, value]): [string, string] => [key, key === '要贴标' ? '是' : value]);
  const { draft, values } = await house.fill(citizen, await house.begin(citizen, 'kayak', answers));
  const postal = { 'postal-address.division': '441900', 'postal-address.detail': '示例码头 9 号' };
  const body = { values: { ...values, colour: '红', ...postal } };
  await house.as(citizen)(draftsRoutes.saveValues, { params: { draft }, body });
  return ready(citizen, draft);
}

const find = (code: string, by = clerk) => house.as(by)(issueRoutes.find, { body: { code } });

async function pickupOf(number: string) {
  const { rows } = await sql<{ code: string; slip_code: string }>`select code, slip_code from cases.pickup
    join cases.case using (city, case_id) where case_number = ${number}`.execute(house.db);
  return rows[0];
}

async function verified(citizen: Citizen, name = '示例甲') {
  const { collection } = await find(await ready(citizen));
  const body = { name, citizenNumber: citizen.citizenNumber };
  return house.as(clerk)(issueRoutes.verify, { params: { collection }, body });
}

describe('find', () => {
  test('a result is found by its pickup code, its slip and its number, however a gun types them', async () => {
    const citizen = await house.citizen('示例·取件');
    const number = await ready(citizen);
    const { code = '', slip_code: slip = '' } = (await pickupOf(number)) ?? {};
    expect(code).toMatch(/^\d{8}$/);
    const typed = [
      ...[`${code.slice(0, 4)} ${code.slice(4)} `, `${code}\n`, `http://127.0.0.1/verify/${slip}`],
      ` ${number.toLowerCase()} `,
    ];
    for (const one of typed) {
      expect(await find(one)).toMatchObject({
        ...{ verified: false, signature: 'none', handed: [] },
        person: { name: '示*', citizenNumber: expect.stringMatching(/^990\*+\d{4}$/) },
        results: [{ case: number, how: 'desk', result: expect.any(String) }],
      });
    }
  });
  test('everything that waits for the same person comes together, the longest waiting first', async () => {
    const citizen = await house.citizen();
    const first = await ready(citizen);
    house.moveBy({ minutes: 5 });
    const second = await ready(citizen);
    expect((await find(second)).results.map((one) => one.case)).toEqual([first, second]);
  });
  test('a code with one digit wrong is told from a code that is not there', async () => {
    const { code = '' } = (await pickupOf(await ready(await house.citizen()))) ?? {};
    const wrong = `${code.slice(0, 7)}${(Number(code[7]) + 1) % 10}`;
    await expect(find(wrong)).rejects.toMatchObject({ code: 'issue.code' });
    await expect(find('什么取件码')).rejects.toMatchObject({ code: 'issue.code' });
  });
  test('a case that is not done yet says how it stands', async () => {
    const number = await house.submitted(await house.citizen());
    await expect(find(number)).rejects.toMatchObject({
      code: 'issue.not-waiting',
      message: expect.stringContaining('待收件核对'),
    });
  });
  test('a clerk of another branch finds nothing, by whatever code', async () => {
    const number = await ready(await house.citizen());
    const { code = '' } = (await pickupOf(number)) ?? {};
    const other = await house.staff('clerk', { branch: 'lake/west' });
    for (const one of [number, code])
      await expect(find(one, other)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('verify', () => {
  test('the applicant’s own card shows the full name from then on', async () => {
    const found = await verified(await house.citizen('示例·本人'), ' 示例•本人 ');
    expect(found).toMatchObject({ verified: true, person: { name: '示例·本人' } });
    expect(found.byAgent).toBeUndefined();
  });
  test('another name on the right number is refused', async () => {
    await expect(verified(await house.citizen('示例·本人'), '示例·旁人')).rejects.toMatchObject({
      code: 'issue.card',
    });
  });
  test('somebody else is refused without a letter of authority, and known with one', async () => {
    const citizen = await house.citizen();
    const { collection } = await find(await ready(citizen));
    const { citizenNumber } = await house.citizen();
    const body = { name: '示例·代领', citizenNumber };
    const params = { collection };
    await expect(house.as(clerk)(issueRoutes.verify, { params, body })).rejects.toMatchObject({
      code: 'issue.other-person',
    });
    const authority = await house.upload(clerk, '委托书.png');
    const known = await house.as(clerk)(issueRoutes.verify, { params, body: { ...body, authority } });
    expect(known).toMatchObject({ verified: true, byAgent: '示*' });
  });
  test('a colleague does not reach into a collection', async () => {
    const { collection } = await verified(await house.citizen());
    const other = await house.staff('clerk');
    await expect(house.as(other)(issueRoutes.get, { params: { collection } })).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('hand over', () => {
  test('only after the card and the signature; each case is closed with its receiver, masked', async () => {
    const citizen = await house.citizen();
    const { collection, results } = await verified(citizen);
    const call = house.as(clerk);
    const params = { collection };
    const cases = results.map((one) => one.case);
    await expect(call(issueRoutes.handOver, { params, body: { cases } })).rejects.toMatchObject({
      code: 'issue.unsigned',
    });
    const signed = await call(issueRoutes.askSignature, { params, body: { paper: '群众屏没有接上' } });
    expect(signed).toMatchObject({ signature: 'paper', note: '群众屏没有接上' });
    const done = await call(issueRoutes.handOver, { params, body: { cases } });
    expect(done).toMatchObject({ handed: cases, results: [], handedAt: expect.any(String) });
    const [number = ''] = cases;
    const seen = await house.seen(clerk, number);
    expect(seen.state).toBe('closed');
    expect(seen.actions.find(({ what }) => what === '交付结果')?.detail).toBe('示*（本人）');
    expect(await pickupOf(number)).toBeUndefined();
    const view = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(view.status.headline).toBe('done');
  });
  test('nothing is signed before the card was compared', async () => {
    const { collection } = await find(await ready(await house.citizen()));
    const asked = house.as(clerk)(issueRoutes.askSignature, { params: { collection }, body: {} });
    await expect(asked).rejects.toMatchObject({ code: 'issue.unverified' });
  });
  test('what is not part of the collection is not handed over', async () => {
    const { collection } = await verified(await house.citizen());
    const params = { collection };
    await house.as(clerk)(issueRoutes.askSignature, { params, body: { paper: '没有屏' } });
    const cases = [await ready(await house.citizen())];
    const handed = house.as(clerk)(issueRoutes.handOver, { params, body: { cases } });
    await expect(handed).rejects.toMatchObject({ code: 'issue.not-here' });
  });
});

describe('the second screen', () => {
  const shown = () => asMachine('window', () => house.cases.issue.shown('pier-8'));
  const answer = (about: string, verdict: 'sign' | 'decline', more: object = {}) =>
    asMachine('window', () =>
      transaction(house.db, (tx) =>
        house.cases.issue.answer(tx, { window: 'pier-8', about, verdict, ...more }),
      ),
    );

  test('shows what is handed over once the clerk asks, and nothing once it is answered', async () => {
    const citizen = await house.citizen('示例·签名');
    const { collection, results } = await verified(citizen, '示例·签名');
    const params = { collection };
    expect(await shown()).toBeUndefined();
    await house.as(clerk)(issueRoutes.askSignature, { params, body: {} });
    expect(await shown()).toMatchObject({
      personId: citizen.personId,
      show: {
        ...{ kind: 'collect', collection, person: { name: '示例·签名' } },
        results: results.map((one) => ({ number: one.case, name: one.result })),
      },
    });
    const signature = await house.upload(citizen, '签名.png');
    expect(await answer(collection, 'sign', { signature })).toBe(true);
    expect(await shown()).toBeUndefined();
    expect(await house.as(clerk)(issueRoutes.get, { params })).toMatchObject({ signature: 'signed' });
  });
  test('an answer to another collection is not taken, and what the person says reaches the clerk', async () => {
    const { collection } = await verified(await house.citizen());
    const params = { collection };
    await house.as(clerk)(issueRoutes.askSignature, { params, body: {} });
    expect(await answer(clerk.personId, 'decline')).toBe(false);
    expect(await answer(collection, 'decline', { say: '名字不对' })).toBe(true);
    expect(await house.as(clerk)(issueRoutes.get, { params })).toMatchObject({
      ...{ signature: 'declined', note: '名字不对' },
    });
  });
  test('is cleared by the next person and by time', async () => {
    const { collection } = await verified(await house.citizen());
    await house.as(clerk)(issueRoutes.askSignature, { params: { collection }, body: {} });
    house.moveBy({ minutes: 16 });
    expect(await shown()).toBeUndefined();
    const { collection: later } = await verified(await house.citizen());
    await house.as(clerk)(issueRoutes.askSignature, { params: { collection: later }, body: {} });
    expect(await shown()).toMatchObject({ show: { kind: 'collect', collection: later } });
    await find(await ready(await house.citizen()));
    expect(await shown()).toBeUndefined();
  });
});

describe('send', () => {
  test('labels are printed where the applicant left an address; the others are named', async () => {
    const [sendable, bare] = [await readyToSend(await house.citizen()), await ready(await house.citizen())];
    const call = house.as(clerk);
    const { bytes } = await call(issueRoutes.labels, { body: { cases: [sendable] } });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    await expect(call(issueRoutes.labels, { body: { cases: [sendable, bare] } })).rejects.toMatchObject({
      ...{ code: 'issue.no-address', message: expect.stringContaining(bare) },
    });
  });
  test('each parcel counts for itself, and the applicant sees the waybill’s case on its way', async () => {
    const citizen = await house.citizen();
    const number = await readyToSend(citizen);
    const other = await house.submitted(await house.citizen());
    const shipments = [
      { case: number, waybill: 'sf 12345' },
      { case: other, waybill: 'SF99999' },
    ];
    const sent = await house.as(clerk)(issueRoutes.send, { body: { shipments } });
    expect(sent).toMatchObject({ done: [number], failed: [{ case: other, why: expect.any(String) }] });
    expect((await house.seen(clerk, number)).state).toBe('in-delivery');
    expect((await find(number)).results).toMatchObject([
      { case: number, how: 'express', waybill: 'SF12345' },
    ]);
  });
});

describe('what waits', () => {
  test('is listed page by page without a gap, for the own branch only', async () => {
    const numbers = [];
    for (let count = 0; count < 3; count += 1) numbers.push(await ready(await house.citizen()));
    const call = house.as(clerk);
    const all = await call(issueRoutes.waiting, { query: {} });
    expect(all.results.map((one) => one.case)).toEqual(expect.arrayContaining(numbers));
    expect(all.results.map((one) => one.readySince)).toEqual(
      all.results.map((one) => one.readySince).toSorted(),
    );
    const express = await call(issueRoutes.waiting, { query: { how: 'express' } });
    expect(express.results.every((one) => one.how === 'express')).toBe(true);
    const other = await house.staff('clerk', { branch: 'lake/west' });
    expect((await house.as(other)(issueRoutes.waiting, { query: {} })).results).toEqual([]);
    await expect(call(issueRoutes.waiting, { query: { after: 'nowhere' } })).rejects.toMatchObject({
      code: 'cases.page',
    });
  });
});
