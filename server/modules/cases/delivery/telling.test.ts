import { deliveriesRoutes, deskRoutes, issueRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asCaller, type SignedIn } from '../../../platform/index.ts';
import {
  createCarrierSimulator,
  createNotices,
  createTextMessages,
  type Notices,
} from '../../notices/index.ts';
import { kayakBook } from '../../notices/kayak-book.fixture.ts';
import { createKayakHouse, type KayakHouse } from '../kayak-house.fixture.ts';
import { tellOfParcels } from './telling.ts';

const words = (id: string) => ({
  ...{ id, when: id, channels: ['app' as const] },
  places: { item: { zh: '皮划艇', en: 'Kayak' }, number: { zh: 'A1', en: 'A1' } },
  zh: { title: id, body: '“{item}”（{number}）' },
  en: { title: id, body: '“{item}” ({number})' },
});
const parcels = ['delivered', 'originals-arrived', 'returned', 'lost', 'reissued', 'compensated'];
const book = {
  ...kayakBook,
  events: [
    ...kayakBook.events,
    ...parcels.map((one) => words(`deliveries.${one}`)),
    {
      ...words('deliveries.sent'),
      places: { ...words('').places, waybill: { zh: 'K1', en: 'K1' } },
      zh: { title: '寄出', body: '{item} {number} {waybill}' },
      en: { title: 'Sent', body: '{item} {number} {waybill}' },
    },
  ],
};

let house: KayakHouse;
let notices: Notices;
let staff: { clerk: SignedIn; colleague: SignedIn; approver: SignedIn };
beforeAll(async () => {
  house = await createKayakHouse();
  const ports = { sms: [createCarrierSimulator('sms')], receiptsFrom: [], wechat: undefined };
  const telling = { ...house.platform, book, ports };
  const { carrying } = createTextMessages(telling);
  notices = createNotices({ ...telling, identity: house.identity, sms: carrying });
  tellOfParcels({ ...house.platform, notices, delivering: house.cases.delivering });
  const [clerk, colleague] = [await house.staff('clerk'), await house.staff('clerk')];
  staff = { clerk, colleague, approver: await house.staff('approver') };
});
afterAll(() => house.stop());

type Citizen = Awaited<ReturnType<KayakHouse['citizen']>>;
const party = { name: '示例·收件', phone: '19900001234', address: '示例市示例路 1 号' };

async function sentTo(citizen: Citizen): Promise<string> {
  const { clerk, approver } = staff;
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  await house.as(citizen)(deliveriesRoutes.choose, {
    params: { case: number },
    body: { purpose: 'result', way: 'express', party },
  });
  await house.as(clerk)(issueRoutes.labels, { body: { cases: [number] } });
  const waybill = (await deliveryOf(citizen, number))?.waybill ?? '';
  await house.as(clerk)(issueRoutes.send, { body: { shipments: [{ case: number, waybill }] } });
  return number;
}

const deliveryOf = async (citizen: Citizen, number: string) =>
  (await house.as(citizen)(deliveriesRoutes.ofCase, { params: { case: number } })).deliveries[0];

/** What somebody was told of parcels, the oldest first. */
async function toldTo(citizen: SignedIn): Promise<string[]> {
  await house.settle();
  const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
  return told.toReversed().map(({ title }) => title.zh);
}

describe('whoever waits for a parcel', () => {
  test('is told when it was sent and when it has arrived', async () => {
    const citizen = await house.citizen();
    const number = await sentTo(citizen);
    expect(await toldTo(citizen)).toEqual(['寄出']);
    const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
    expect(told[0]).toMatchObject({
      case: number,
      body: { zh: expect.stringMatching(/^皮划艇下水登记 .* SIM/) },
    });
    house.moveBy({ minutes: 20 });
    await house.deliveries.look();
    expect(await toldTo(citizen)).toEqual(['寄出', 'deliveries.delivered']);
  });
  test('is told that it was lost and what follows, and of the second parcel', async () => {
    const citizen = await house.citizen();
    const number = await sentTo(citizen);
    const { clerk, colleague } = staff;
    house.moveBy({ days: 8 });
    const at = { params: { case: number } };
    await house.as(clerk)(deliveriesRoutes.declareLost, { ...at, body: { reason: '七天没有消息' } });
    await house.as(colleague)(deliveriesRoutes.settle, {
      ...at,
      body: { remedy: 'reissue', reason: '快递确认找不到' },
    });
    await house.as(clerk)(issueRoutes.send, { body: { shipments: [{ case: number, waybill: 'KYK20002' }] } });
    expect(await toldTo(citizen)).toEqual(['寄出', 'deliveries.lost', 'deliveries.reissued', '寄出']);
  });
  test('of originals hears only that they have arrived', async () => {
    const citizen = await house.citizen();
    const number = await house.submitted(citizen);
    await house.as(citizen)(deliveriesRoutes.choose, {
      params: { case: number },
      body: { purpose: 'originals', way: 'express', party },
    });
    await house.settle();
    house.moveBy({ minutes: 20 });
    await house.deliveries.look();
    expect(await toldTo(citizen)).toEqual(['deliveries.originals-arrived']);
  });
});
