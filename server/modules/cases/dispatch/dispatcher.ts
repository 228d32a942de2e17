import { type Dispatched, dispatch, stepToGive } from '@tongban/casework';
import { shanghaiDay } from '@tongban/kernel';
import { asMachine, newId, type Platform, type Tx } from '../../../platform/index.ts';
import { HELD, type Ledger, refused, worker } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { createColleagues, type Staffing } from './colleagues.ts';
import { aboutCase, isAtIntake, roleToGive, unitsOf } from './facts.ts';
import type { DispatchSettings } from './settings.ts';

type Deps = Pick<Platform, 'clock'> & Staffing & { settings: DispatchSettings; ledger: Ledger };
/** Why a case is given anew, and who is not to get it. */
type Anew = { without: string; lead: string };
export type Dispatcher = ReturnType<typeof createDispatcher>;

/** 分派: gives cases to a unit and a person by the rules, and says why. */
export function createDispatcher(deps: Deps) {
  const giving = createGiving(deps);
  const { propose, give } = giving;
  return {
    ...giving,
    /** After acceptance, and whenever a new step opens: the case goes to whom the rules name. */
    async follow(tx: Tx, open: OpenCase): Promise<OpenCase> {
      const { state } = open;
      const step = stepToGive(state, open.plan);
      if (state.status === 'accepted') {
        const found = step === undefined ? undefined : await propose(open, { tx });
        return give(tx, open, found ?? together(open, deps));
      }
      if (step === undefined || !('file' in state) || isAssigned(open)) return open;
      const found = await propose(open, { tx });
      return found === undefined ? open : give(tx, open, found);
    },
    /** Gives a case to somebody else than whoever had it. */
    async giveAnew(tx: Tx, open: OpenCase, { without, lead }: Anew): Promise<OpenCase> {
      const found = (await propose(open, { tx, without })) ?? together(open, deps);
      return give(tx, open, { ...found, why: `${lead}${found.why}` });
    },
  };
}

/** The rules asked, and what they say done. */
function createGiving(deps: Deps) {
  const { ledger, settings, store, clock } = deps;
  const colleagues = createColleagues(deps);
  /** What the rules say now, without doing it; undefined where nobody is to be found for the case. */
  const propose = async (open: OpenCase, more: { tx?: Tx; without?: string } = {}) => {
    const role = roleToGive(open);
    if (role === undefined) return undefined;
    const units = unitsOf(open, deps.offices);
    const people = await asMachine('worker', () => colleagues.of(open, units, more));
    return dispatch(settings.rules, {
      about: aboutCase(open, role, settings.lines),
      units,
      colleagues: people,
    });
  };
  const note = async (tx: Tx, { row }: OpenCase, { rule, unit, personId, why }: Dispatched) => {
    const at = clock();
    await store.insertDispatched(tx, {
      ...{ city: row.city, case_id: row.case_id, dispatched_id: newId(), at, day: shanghaiDay(at) },
      ...{ rule, branch: row.branch, unit: unit.branch, given_to: personId, why },
    });
    if (personId !== undefined) colleagues.given(tx, personId);
  };
  const give = async (tx: Tx, open: OpenCase, found: Dispatched): Promise<OpenCase> => {
    if (open.row.held_id !== undefined) throw refused(HELD);
    await note(tx, open, found);
    const { unit, personId, why } = found;
    if (isAtIntake(open)) return { ...open, row: { ...open.row, holder_id: personId } };
    const assignment = {
      unit: unit.branch,
      why,
      ...(personId === undefined ? {} : { reviewerId: personId }),
    };
    return ledger.give(tx, open, { type: 'assign', by: worker, assignment });
  };
  return { propose, note, give };
}

function isAssigned({ state }: OpenCase): boolean {
  return 'file' in state && 'assignment' in state.file && state.file.assignment?.reviewerId !== undefined;
}

/** Where no one person is wanted the case stays with the unit, and whoever has a part in it takes it up. */
function together(open: OpenCase, { offices }: Pick<Deps, 'offices'>): Dispatched {
  const [unit] = unitsOf(open, offices);
  return { rule: 'together', unit, why: `按管辖放在${unit.name}，等人认领` };
}
