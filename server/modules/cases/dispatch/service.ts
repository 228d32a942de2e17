import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../../platform/index.ts';
import type { Identity } from '../../identity/index.ts';
import { createFinding } from '../desk-find.ts';
import { type Ledger, refused } from '../ledger.ts';
import type { Listing } from '../list/listing.ts';
import type { CaseStore } from '../store/cases.ts';
import { createAbsences } from './absences.ts';
import { createAssigning } from './assigning.ts';
import { createBoard } from './board.ts';
import type { Staffing } from './colleagues.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { DispatchSettings } from './settings.ts';
import type { DispatchStore } from './store.ts';

type Deps = Pick<Platform, 'clock' | 'log'> &
  Omit<Staffing, 'store' | 'identity'> & {
    store: CaseStore;
    dispatchStore: DispatchStore;
    identity: Pick<Identity, 'staffOf' | 'persons' | 'inTransaction'>;
    settings: DispatchSettings;
    ledger: Ledger;
    dispatcher: Dispatcher;
    listing: Pick<Listing, 'search'>;
  };
export type Dispatch = ReturnType<typeof createDispatch>;

/** 分派台: what a dispatcher sees and does. */
export function createDispatch({ store, dispatchStore, ...deps }: Deps) {
  const { clock, dispatcher, identity } = deps;
  const find = createFinding({ ...deps, store });
  const parts = { ...deps, store: dispatchStore, find };
  return {
    board: createBoard(parts),
    assign: createAssigning({ ...parts, today: () => shanghaiDay(clock()) }),
    ...createAbsences(parts),
    /** To whom the rules would give the case now, and why. */
    async preview(caller: SignedIn, number: string) {
      const found = await dispatcher.propose(await find.read(caller, number));
      if (found === undefined) throw refused({ why: 'wrong-state', message: '这件现在不用分派给一个人' });
      const { rule, unit, personId, why } = found;
      const person = personId === undefined ? undefined : (await identity.persons([personId])).get(personId);
      return { rule, unit: unit.name, why, ...(person === undefined ? {} : { person: person.name }) };
    },
  };
}
