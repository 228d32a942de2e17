import type { KioskVisit } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import type { Machine } from '../machine/machine.ts';
import type { Numbers } from '../machine/numbers.ts';

/** Somebody known here: what they may see, and the key that ends with them. */
export type Known = KioskVisit & { readonly key: string };

/** What the doors of a kiosk stand on. */
export type Deps = {
  readonly call: Call;
  readonly machine: Pick<Machine, 'asked' | 'lost'>;
  readonly numbers: Numbers;
  readonly newTicketKey: () => string;
  readonly now: () => Date;
};

/** How a request names the visit of whoever is known. */
export type AtVisit = (known: Known) => {
  params: { device: string; visit: string };
  headers: { 'device-key': string; 'visit-key': string };
};
