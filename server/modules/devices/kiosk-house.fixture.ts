import { fleetRoutes, visitsRoutes } from '@tongban/contract';
import { newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from '../cases/kayak-house.fixture.ts';
import { createFleet } from './fleet.ts';
import { fleetHttp } from './fleet-routes.ts';
import { createCabinetSimulator } from './kiosk-cabinet.ts';
import { kiosksHttp } from './kiosk-routes.ts';
import { createKiosks } from './kiosks.ts';
import { aPierDiary, aPierQueue, pierOffices as offices } from './pier.fixture.ts';

export type Machine = { device: string; key: string };
export type Citizen = Awaited<ReturnType<KayakHouse['citizen']>>;
/** A visit as its beginning told it. */
export type Shown = { visit: string; key?: string };

const manager: SignedIn = {
  ...{ role: 'hall-manager', personId: newId() },
  assignment: { id: newId(), branch: 'lake', window: 'pier-1' },
};

/** A house of kayaks with a pier, where one kiosk stands. */
export async function createPierHouse() {
  const diary = aPierDiary();
  const queues: ReturnType<typeof aPierQueue>[] = [];
  const house = await createKayakHouse(
    {},
    {
      also(platform, { identity, catalogue, cases }) {
        const queue = aPierQueue(platform.clock);
        const { hall } = queue;
        queues.push(queue);
        const fleet = createFleet({ ...platform, offices, hall });
        fleetHttp(platform.http, fleet);
        const kiosks = createKiosks({
          ...{ ...platform, offices, identity, catalogue, cases, hall, fleet, bookings: diary.bookings },
          ...{ cabinet: createCabinetSimulator(), reader: { kind: 'none' }, pretendsPrinter: true },
        });
        kiosksHttp(platform.http, { kiosks, fleet, live: platform.live, hall });
      },
    },
  );
  const [queue] = queues;
  if (queue === undefined) throw new Error('not built');
  const kiosk = await aKiosk(house);
  return {
    ...{ ...house, ...createActs(house, kiosk), diary, queue, kiosk },
    ...{ aKiosk: () => aKiosk(house), manager: house.as(manager) },
  };
}
export type PierHouse = Awaited<ReturnType<typeof createPierHouse>>;

async function aKiosk(house: KayakHouse): Promise<Machine> {
  const { device, code, key } = await house.anyone(fleetRoutes.offer, { body: { kind: 'kiosk' } });
  await house.as(manager)(fleetRoutes.register, { body: { code, name: '1号自助机', allDay: true } });
  return { device, key };
}

/** What a kiosk asks, and for whom. */
function createActs(house: KayakHouse, kiosk: Machine) {
  let keys = 0;
  const at = ({ device, key } = kiosk) => ({ params: { device }, headers: { 'device-key': key } });
  const by = ({ visit, key = '' }: Shown) => ({
    params: { device: kiosk.device, visit },
    headers: { 'device-key': kiosk.key, 'visit-key': key },
  });
  return {
    at,
    by,
    newKey: (): string => {
      keys += 1;
      return `ticket-key-of-a-kiosk-${keys}`;
    },
    identify: ({ citizenNumber }: Citizen, name = '示例甲') =>
      house.anyone(visitsRoutes.identify, { ...at(), body: { name, citizenNumber } }),
    visit: (who: Shown) => house.anyone(visitsRoutes.visit, by(who)),
  };
}
