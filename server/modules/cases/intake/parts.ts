import type { SignedIn } from '../../../platform/index.ts';
import { clerkFor, type Drafter } from '../drafter.ts';
import type { OpenDraft } from '../drafts.ts';
import type { SittingRow, TakenRow } from './store.ts';

/** A draft of a sitting, with its place there. */
export type TakenDraft = { taken: TakenRow; draft: OpenDraft };

/** 坐席 opened: its row, the drafts still in hand, and those already handed in. */
export type OpenSitting = {
  row: SittingRow;
  inHand: readonly TakenDraft[];
  filed: readonly TakenRow[];
};

/** Where work is done: the clerk, the sitting, and for whom its drafts are filled in. */
export type Seat = { caller: SignedIn; sitting: OpenSitting; who: Drafter };

export function seatOf(caller: SignedIn, sitting: OpenSitting): Seat {
  return { caller, sitting, who: clerkFor(caller, sitting.row.person_id) };
}

/** Everything of a sitting is looked at and kept for this purpose. */
export const purpose = '窗口受理';
