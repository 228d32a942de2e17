import { casesRoutes, deskRoutes, licencesRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

describe('from the first answer to the licence in the wallet', () => {
  test('a citizen applies, a clerk takes in, an approver decides, and the certificate is theirs', async () => {
    const [citizen, clerk, approver] = [
      await house.citizen(),
      await house.staff('clerk'),
      await house.staff('approver'),
    ];
    const number = await house.submitted(citizen);
    expect(number).toBe('TB441920260302000001');

    await house.claim(clerk, number);
    await house.mark(clerk, number);
    const accepted = await house.accept(clerk, number);
    expect(accepted).toMatchObject({ state: 'awaiting-decision', stateName: '待决定' });

    const claimed = await house.claim(approver, number);
    await house.mark(approver, number);
    const decided = await house.as(approver)(deskRoutes.decide, {
      params: { case: number },
      body: { version: claimed.version, verdict: 'grant' },
    });
    expect(decided.state).toBe('at-issue-desk');
    const waiting = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(waiting.status).toMatchObject({ headline: 'ready', needsYou: true });

    await house.as(clerk)(deskRoutes.handOver, {
      params: { case: number },
      body: { version: decided.version, receivedBy: '示例甲' },
    });
    const done = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(done.status).toMatchObject({ headline: 'done', title: { zh: '办好了' }, needsYou: false });
    expect(done.documents.map((document) => document.title.zh)).toEqual([
      '收件凭证',
      '受理通知书',
      '准予决定书',
      '下水登记证明',
      '领取凭证',
    ]);
    const [permit] = await house.as(citizen)(licencesRoutes.wallet, {});
    expect(permit).toMatchObject({ licence: done.licence, type: 'kayak-permit', number, state: 'valid' });
    expect(permit).toMatchObject({ issuedOn: '2026-03-02', validUntil: '2027-03-02', certificate: true });
    expect(permit?.identifier).toBeUndefined();
    const pdf = await house.as(citizen)(licencesRoutes.certificate, {
      params: { licence: permit?.licence ?? '' },
    });
    expect(pdf.contentType).toBe('application/pdf');
  });
});
