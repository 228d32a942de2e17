import { noticesRoutes } from '@tongban/contract';
import { citizenCheck } from '@tongban/kernel';
import { sql } from 'kysely';
import { asMachine, transaction } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { noticesHttp } from './index.ts';
import { buildNotices } from './notices-built.fixture.ts';
import type { Carrier, Handed, Parcel } from './ports/carrier.ts';
import { createWechatSimulator, type Wechat } from './ports/wechat.ts';
import type { NewNotice } from './telling.ts';

/** A provider that does as a test says, and remembers what it was handed. */
function aCarrier(provider: string) {
  const parcels: Parcel[] = [];
  let [busy, busiest] = [0, 0];
  const told: { next: Handed; kind: Carrier['kind'] } = { next: { how: 'taken' }, kind: 'simulator' };
  const carrier: Carrier = {
    provider,
    get kind() {
      return told.kind;
    },
    async hand(parcel) {
      parcels.push(parcel);
      busy += 1;
      busiest = Math.max(busiest, busy);
      await Promise.resolve();
      busy -= 1;
      return told.next;
    },
  };
  return { carrier, parcels, told, busiest: () => busiest };
}

export const peer = { provider: 'one', url: 'http://127.0.0.1:9', key: 'k', secret: 'kayak' };
let people = 0;

/** A house that tells people things, with two gateways, an official account and a mail server at hand. */
export async function createNoticesHouse() {
  const one = aCarrier('one');
  const two = aCarrier('two');
  const account = aCarrier('wechat');
  const mail = aCarrier('mail');
  const { findAccount, joinAddress } = createWechatSimulator();
  const wechat: Wechat = Object.assign(account.carrier, { findAccount, joinAddress });
  const built: Built[] = [];
  const ports = { sms: [one.carrier, two.carrier], receiptsFrom: [peer], wechat, mail: mail.carrier };
  const house = await createTestHouse((platform) => {
    const modules = buildNotices(platform, ports);
    noticesHttp(platform.http, modules.notices, kayakSubmissions);
    return built.push(modules);
  });
  const [modules] = built;
  if (modules === undefined) throw new Error('the house was not built');
  const { identity, notices } = modules;
  const tell = (notice: NewNotice) =>
    asMachine('worker', () => transaction(house.db, (tx) => notices.tell(tx, notice)));
  return {
    ...{ ...house, ...modules, one, two, account, mail, tell },
    citizen: () => aCitizen(house, identity),
    /** What is done by itself as time goes by. */
    async later(by: Parameters<typeof house.moveBy>[0]) {
      house.moveBy(by);
      await house.platform.jobs.runTimer('notices.sweep');
      await house.settle();
    },
    /** What stands in the books of somebody’s notices, oldest first. */
    async deliveries(personId: string, channel = 'sms') {
      const { rows } =
        await sql<Standing>`select delivery_id, state, why, attempts, provider from notices.delivery
        where person_id = ${personId} and channel = ${channel} order by made_at, delivery_id`.execute(
          house.db,
        );
      return rows;
    },
  };
}
type Built = ReturnType<typeof buildNotices>;
type TestHouse = Awaited<ReturnType<typeof createTestHouse>>;

/** Somebody with a phone, signed in. */
async function aCitizen(house: TestHouse, identity: Built['identity']) {
  people += 1;
  const first17 = `99010119990101${String(people).padStart(3, '0')}`;
  const phone = `1990000${String(people).padStart(4, '0')}`;
  const personId = await asMachine('worker', () =>
    transaction(house.db, (tx) =>
      identity.enrolCitizen(tx, {
        ...{ name: '示例·甲', citizenNumber: `${first17}${citizenCheck(first17)}`, phone },
      }),
    ),
  );
  const call = house.as({ role: 'citizen', personId });
  const state = async () => {
    const { wechatJoin } = await call(noticesRoutes.choice, {});
    return new URL(wechatJoin ?? '').searchParams.get('state') ?? '';
  };
  return { personId, phone, call, state, list: () => call(noticesRoutes.list, {}) };
}

type Standing = {
  delivery_id: string;
  state: string;
  why?: string;
  attempts: number;
  provider?: string;
};
export type NoticesHouse = Awaited<ReturnType<typeof createNoticesHouse>>;

/** Facts that fill the text of a case. */
export const caseFacts = { item: { zh: '皮划艇下水登记', en: 'Register a kayak' }, number: '990100000001' };

/** Two kayaks registered online and one at the window, each on the third of March. */
const kayakSubmissions = () =>
  Promise.resolve([
    { day: '2026-03-03', channel: 'hall', count: 1 },
    { day: '2026-03-03', channel: 'web', count: 2 },
  ]);
