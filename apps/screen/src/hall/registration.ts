import { type deviceKinds, fleetRoutes } from '@tongban/contract';
import type { Surroundings } from './standing.ts';

export type Kind = (typeof deviceKinds)[number];
/** What stays on the machine: its name and key, and its code while nobody has registered it. */
export type Kept = {
  readonly device: string;
  readonly key: string;
  readonly code?: string;
  readonly until?: string;
};

/** 设备登记: the machine's own name and key, asked for once and kept; a code that has run out is replaced. */
export function createRegistration(kind: Kind, { call, storage, now }: Surroundings) {
  const keptAs = `tongban.${kind}`;
  const read = (): Kept | undefined => {
    const text = storage.getItem(keptAs);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  };
  const keep = (kept: Kept): Kept => {
    storage.setItem(keptAs, JSON.stringify(kept));
    return kept;
  };
  return {
    async known(): Promise<Kept> {
      const kept = read();
      const lapsed = kept?.until !== undefined && Date.parse(kept.until) <= now().getTime();
      if (kept !== undefined && !lapsed) return kept;
      const { device, key, code, expiresAt } = await call(fleetRoutes.offer, { body: { kind } });
      return keep({ device, key, code, until: expiresAt });
    },
    /** Registered by now: the code is worth nothing and goes. */
    settle({ device, key, code }: Kept): void {
      if (code !== undefined) keep({ device, key });
    },
    forget: (): void => storage.removeItem(keptAs),
  };
}

/** How a machine names itself to the server. */
export function by({ device, key }: Kept) {
  return { params: { device }, headers: { 'device-key': key } };
}
