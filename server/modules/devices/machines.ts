import type { Platform, SignedIn } from '../../platform/index.ts';
import { boardsHttp } from './board.ts';
import { createFleet, type FleetDeps, type KnownDevice } from './fleet.ts';
import { fleetHttp } from './fleet-routes.ts';
import { kiosksHttp } from './kiosk-routes.ts';
import type { KnownVisit } from './kiosk-visit.ts';
import { createKiosks } from './kiosks.ts';

/** 自助机的门: which hall a machine stands in, and who is known at it. */
export type Machines = ReturnType<typeof machinesHttp>;
type Deps = Pick<Platform, 'http' | 'live'> &
  FleetDeps &
  Omit<Parameters<typeof createKiosks>[0], 'fleet'> & {
    hall: Parameters<typeof boardsHttp>[1]['hall'] & Parameters<typeof kiosksHttp>[1]['hall'];
  };

/** 大厅的机器: serves the fleet, the boards and the kiosks of the halls; tells who asks which machine stands where and who is known at it. */
export function machinesHttp(deps: Deps) {
  const { http, live, hall } = deps;
  const fleet = createFleet(deps);
  fleetHttp(http, fleet);
  boardsHttp(http, { live, fleet, hall });
  const kiosks = createKiosks({ ...deps, fleet });
  kiosksHttp(http, { kiosks, fleet, live, hall });
  return {
    hallOf: async (asked: KnownDevice): Promise<string> => (await fleet.known(asked)).hall,
    citizenOf: async (asked: KnownVisit): Promise<SignedIn> => (await kiosks.visitor(asked)).citizen,
  };
}
