import type { AnswerPair } from '@tongban/contract';
import type { SignedIn, Tx } from '../../../platform/index.ts';

/** 预约 as the intake needs it: what was answered when it was made, and the draft begun at home. */
type Booked = {
  booking: string;
  item: string;
  hall: string;
  at: Date;
  answers: AnswerPair[];
  draft?: string;
};

/** 到场: whose ticket was called to this window, and what people are booked for. */
export type Arrivals = {
  /** The person of the ticket in hand at the clerk's window; serving begins with it. */
  personOf: (
    tx: Tx,
    caller: SignedIn,
    ticket: string,
  ) => Promise<{ personId: string; item: string; booking?: Booked }>;
  ofPerson: (personId: string, since: { from: Date }) => Promise<readonly Booked[]>;
};
