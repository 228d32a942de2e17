import type { DeskCase } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Finding, Seen } from './desk-find.ts';
import type { DeskView } from './desk-view.ts';
import { type Ledger, refused } from './ledger.ts';
import type { OpenCase } from './model.ts';
import { type DeskCommand, verdictOf } from './permitted.ts';

type Deps = { ledger: Pick<Ledger, 'save'>; find: Finding; view: DeskView };
type Work = (open: OpenCase) => Promise<OpenCase>;
export type Acting = ReturnType<typeof createActing>;

/** One act of the desk: the case locked and reached, seen as it stands, allowed, done, saved, and shown again. */
export function createActing({ ledger, find, view }: Deps) {
  return async (
    tx: Tx,
    caller: SignedIn,
    { command, work, ...seen }: Seen & { command: DeskCommand; work: Work },
  ): Promise<DeskCase> => {
    const open = await find.lock(tx, caller, seen.case);
    await find.refuseStale(open, seen.version);
    refuseUnlessMay(command, open, caller);
    return view.one(caller, await ledger.save(tx, await work(open)), tx);
  };
}

export function refuseUnlessMay(command: DeskCommand, open: OpenCase, caller: SignedIn): void {
  const verdict = verdictOf(command, open, caller);
  if (!verdict.ok) throw refused(verdict);
}
