import { Problem, shanghaiDay } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { type Keep, refusal } from './keeping.ts';
import type { Offering } from './offering.ts';
import { type Parts, placeOf } from './parts.ts';
import { levelOf } from './rules.ts';
import type { ServiceRow } from './store/tables.ts';
import { whyNot } from './words.ts';

type Deps = Parts & { offering: Offering; keep: Keep };
type Told = { service: string; level: number; reasons: string[]; say?: string; phone?: string };

/** 电话评价: a caller is asked about one service, and their words are put down by staff who did not serve them. */
export function createPhoning(parts: Deps) {
  const { store, names, clock, offering, rules, keep } = parts;
  const offerOf = async (service: ServiceRow) => {
    const { service_id: id, number, item, branch, ended_at: endedAt, window_id: window } = service;
    const { rated: _, ...offer } = await offering.offer(service, {
      ...{ number, name: await names.item(item), channel: 'phone' },
    });
    return {
      ...{ service: id, endedAt: endedAt.toISOString(), unit: names.unit(branch), offer },
      ...(window === undefined ? {} : { windowName: names.window(window) }),
    };
  };
  return {
    async find(caller: SignedIn, number: string) {
      const found = await store.byNumber(
        placeOf(caller, 'repair'),
        number.toUpperCase(),
        shanghaiDay(clock()),
      );
      return Promise.all(found.map(offerOf));
    },
    async register(tx: Tx, caller: SignedIn, { service: id, ...told }: Told) {
      const service = await store.service(tx, id);
      if (service === undefined) throw refusal('not-ended');
      if (service.clerk_ids.includes(caller.personId))
        throw new Problem('repairs.rated', 'forbidden', whyNot.rated);
      const own = await keep(tx, service, { ...told, channel: 'phone', registeredBy: caller.personId });
      return {
        levelName: levelOf(rules, told.level)?.name ?? String(told.level),
        ...(own.repair === undefined ? {} : { dueOn: own.repair.dueOn }),
      };
    },
  };
}
