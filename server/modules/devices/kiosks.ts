import type { Platform } from '../../platform/index.ts';
import { createKiosk, type KioskDeps, type KioskDevices } from './kiosk.ts';
import type { CardCabinet } from './kiosk-cabinet.ts';
import { createKioskItems } from './kiosk-items.ts';
import { createKioskStore } from './kiosk-store.ts';
import { createVisits, type VisitDeps } from './kiosk-visit.ts';
import { createVisitActs } from './kiosk-visit-acts.ts';

type Deps = Pick<Platform, 'db'> &
  Omit<KioskDeps & VisitDeps, 'store' | 'items' | 'devices'> & {
    reader: KioskDevices['reader'];
    /** Whether a sheet on the screen stands for the printer. */
    pretendsPrinter: boolean;
  };
export type Kiosks = ReturnType<typeof createKiosks>;

/** 自助终端: kiosks of the halls and those who stand at them. */
export function createKiosks({ reader, pretendsPrinter, ...deps }: Deps) {
  const store = createKioskStore(deps.db);
  const visits = { ...deps, store, items: createKioskItems(deps) };
  const devices: KioskDevices = {
    ...{ reader, cabinet: cabinetSetting(deps.cabinet) },
    printer: pretendsPrinter ? 'simulator' : 'connected',
  };
  return {
    ...createKiosk({ ...deps, store, devices }),
    ...createVisits(visits),
    ...createVisitActs(visits),
  };
}

function cabinetSetting(cabinet: CardCabinet | undefined): KioskDevices['cabinet'] {
  if (cabinet === undefined) return 'none';
  return cabinet.kind === 'simulator' ? 'simulator' : 'connected';
}
