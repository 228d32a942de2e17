import type { Answered, boardsRoutes } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import type { Heard } from '@tongban/ui/machine';

export type Show = Answered<typeof boardsRoutes.show>;
export type Spoken = Show['calls'][number];

/** What a hall screen is to its server: waiting to be registered under a code, or showing its hall. */
type Place =
  | { readonly at: 'starting' }
  | { readonly at: 'offering'; readonly code: string }
  | { readonly at: 'showing'; readonly show: Show; readonly window?: string };
/** How the screen stands; `awaySince` while the server cannot be reached, and what is shown is as old as that. */
export type Standing = { readonly place: Place; readonly awaySince?: Date };

export type Surroundings = {
  readonly call: Call;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** Opens the stream; every message is told as text, its loss once. */
  readonly follow: (address: string, heard: Heard) => () => void;
};
