import { casesRoutes, draftsRoutes, filesRoutes, licencesRoutes, proofsRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { type Client, createClient } from '../house/client.ts';
import { seeThrough } from '../house/desk-work.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string): Client => createClient(origin, { session: sessions[who] ?? '' });
const staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const visitors: Visitor[] = [];
const come = async (...wish: Parameters<typeof comeIn>) => {
  const visitor = await comeIn(...wish);
  visitors.push(visitor);
  return visitor;
};
afterAll(() => Promise.all(visitors.map((one) => one.leave())));

const [item, material] = ['hh-cert', 'relation-proof'];
const answers: [string, string][] = [
  ['证明什么', '户口注销或内容变更'],
  ['证件能证明', '否'],
  ['为谁开', '亲属或利害关系人'],
  ['授权电子证照', '否'],
];

/** Begins an application and promises in place of one paper. */
async function promiseIn({ call }: Client, draft: string) {
  const params = { draft, material };
  const notice = await call(proofsRoutes.notice, { params });
  await call(draftsRoutes.lay, { params, body: { met: 'promise', files: [], agreed: true } });
  return notice;
}

/** A certificate that was issued on a promise, and the check that is now due. */
async function issuedOnPromise(citizen: Client) {
  const draft = await fillDraft(citizen, { item, answers });
  const notice = await promiseIn(citizen, draft.draft);
  const { case: number } = await submit(citizen, draft);
  await seeThrough(staff, await editionOf(citizen, item), number);
  const params = { case: number };
  const closed = await citizen.call(casesRoutes.get, { params });
  const { promises } = await staff.approver.call(proofsRoutes.ofCase, { params });
  return { notice, closed, params, task: promises[0]?.task ?? '' };
}

describe('a promise that is kept', () => {
  const citizen = clientOf('liang-zhixia');
  test('spares a paper, is checked after the decision, and ends there', async () => {
    const { notice, closed, params, task } = await issuedOnPromise(citizen);
    expect(notice).toMatchObject({ allowed: true, title: '与被证明人的关系证明告知承诺书' });
    expect(notice.liability.length).toBeGreaterThan(0);
    expect(closed).toMatchObject({ status: { headline: 'done' }, promises: [{ state: 'open' }] });
    expect(closed.documents.map(({ kind }) => kind)).toContain('undertaking');

    const due = await staff.approver.call(proofsRoutes.promises, { query: { state: 'open' } });
    expect(due.promises.map((one) => one.task)).toContain(task);
    const desk = await come({ on: 'desk', as: 'approver' });
    const page = await desk.go('/desk/promises');
    await page.getByText(closed.case).first().waitFor();
    await keepPicture(desk, 'desk-promises');
    expect(await barriersOn(page)).toEqual([]);

    const body = { outcome: 'kept', finding: '到派出所核对了户口登记，关系属实' } as const;
    await staff.approver.call(proofsRoutes.settlePromise, { params: { task }, body });
    expect(await citizen.call(casesRoutes.get, { params })).toMatchObject({
      status: { headline: 'done' },
      promises: [{ state: 'kept' }],
    });
  });
});

describe('a promise that is broken', () => {
  const citizen = clientOf('zhong-mingyuan');
  test('gives time to put it right, then takes everything back and is remembered', async () => {
    const { closed, params, task } = await issuedOnPromise(citizen);
    const settle = (outcome: 'correct' | 'broken') =>
      staff.approver.call(proofsRoutes.settlePromise, {
        params: { task },
        body: { outcome, finding: '户口登记里两人没有这种关系' },
      });
    await settle('correct');
    const told = await citizen.call(casesRoutes.get, { params });
    expect(told).toMatchObject({ status: { headline: 'needs-you', needsYou: true } });

    await settle('broken');
    const visitor = await come({ as: 'zhong-mingyuan' });
    const page = await visitor.go(`/cases/${closed.case}`);
    const said = await saidOn(page);
    for (const part of ['决定已撤销', '不实承诺', '户口登记里两人没有这种关系', '行政复议'])
      expect(said).toContain(part);
    await keepPicture(visitor, 'case-revoked');
    expect(await barriersOn(page)).toEqual([]);

    const wallet = await citizen.call(licencesRoutes.wallet, {});
    const taken = wallet.find(({ licence }) => licence === closed.licence);
    expect(taken).toMatchObject({ state: 'revoked' });
    const stranger = createClient(origin);
    const grant = closed.documents.find(({ kind }) => kind === 'grant');
    const paper = await stranger.call(filesRoutes.verify, { params: { code: grant?.code ?? '' } });
    expect(paper.state).toBe('revoked');
  });

  test('nobody who broke one may promise again', async () => {
    const { draft } = await fillDraft(citizen, { item, answers });
    const params = { draft, material };
    expect(await citizen.call(proofsRoutes.notice, { params })).toMatchObject({ allowed: false });
    await expect(
      citizen.call(draftsRoutes.lay, { params, body: { met: 'promise', files: [], agreed: true } }),
    ).rejects.toMatchObject({ code: 'cases.promise-barred' });
    await citizen.call(draftsRoutes.discard, { params: { draft } });
  });
});
