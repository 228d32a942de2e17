import type { Platform } from '../../platform/index.ts';
import { boardsHttp } from './board.ts';
import { createFleet, type FleetDeps } from './fleet.ts';
import { fleetHttp } from './fleet-routes.ts';
import { kiosksHttp } from './kiosk-routes.ts';
import { createKiosks } from './kiosks.ts';

type Deps = Pick<Platform, 'http' | 'live'> &
  FleetDeps &
  Omit<Parameters<typeof createKiosks>[0], 'fleet'> & {
    hall: Parameters<typeof boardsHttp>[1]['hall'] & Parameters<typeof kiosksHttp>[1]['hall'];
  };

/** 大厅的机器: serves the fleet, the boards and the kiosks of the halls. */
export function machinesHttp(deps: Deps): void {
  const { http, live, hall } = deps;
  const fleet = createFleet(deps);
  fleetHttp(http, fleet);
  boardsHttp(http, { live, fleet, hall });
  kiosksHttp(http, { kiosks: createKiosks({ ...deps, fleet }), fleet, live, hall });
}
