import {
  type CardReaderSetting,
  type IdentityCard,
  type WindowSettings,
  windowRoutes,
} from '@tongban/contract';
import { type Http, type SignedIn, serve } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';

type Deps = {
  offices: Pick<Offices, 'findWindow' | 'organisation'>;
  /** The port on which the card reader's agent listens on every clerk's own machine. */
  readerPort: number | undefined;
  /** 模拟读卡器: the cards of the demo people; present in the demo only. */
  cards: readonly IdentityCard[] | undefined;
};

/** 窗口设置: tells a clerk's screen where it stands and which devices it may speak to. */
export function windowHttp(http: Http, deps: Deps): void {
  serve(http, windowRoutes.get, (_, caller) => settingsFor(deps, caller));
}

function settingsFor(deps: Deps, { assignment }: SignedIn): WindowSettings {
  const { offices, cards } = deps;
  const window = assignment?.window === undefined ? undefined : offices.findWindow(assignment.window);
  const organisation = assignment?.office === undefined ? undefined : offices.organisation(assignment.office);
  const division = window?.hall.division ?? organisation?.division;
  return {
    ...(window === undefined ? {} : { window: window.id, name: `${window.hall.name} ${window.name}` }),
    ...(division === undefined ? {} : { division }),
    reader: readerOf(deps),
    cameraSimulator: cards !== undefined,
  };
}

/** 读卡器: a real reader wins over the simulator, so that a device can be tried in the demo too. */
export function readerOf({ readerPort, cards }: Pick<Deps, 'readerPort' | 'cards'>): CardReaderSetting {
  if (readerPort !== undefined) return { kind: 'agent', port: readerPort };
  return cards === undefined ? { kind: 'none' } : { kind: 'simulator', cards: [...cards] };
}
