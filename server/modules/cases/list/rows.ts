import type { WorkingCalendar } from '@tongban/calendar';
import { stepToGive, type WaitingRules, waitingLight } from '@tongban/casework';
import type { ClockView, TaskRow } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../../platform/index.ts';
import type { Identity, Person } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import { clockViews } from '../citizen-view.ts';
import { STATE_NAMES } from '../desk-words.ts';
import type { OpenCase } from '../model.ts';
import { bulkOf } from './bulk-rules.ts';

type Deps = Pick<Platform, 'clock'> & {
  offices: Pick<Offices, 'organisation'>;
  identity: Pick<Identity, 'persons'>;
  calendar: WorkingCalendar;
  /** How long a case may stand with nobody. */
  waiting: WaitingRules;
};
export type Rows = ReturnType<typeof createRows>;

type Around = Deps & { caller: SignedIn; people: ReadonlyMap<string, Person>; now: Date };

/** 待办: cases as a list shows them; the applicants are masked. */
export function createRows(deps: Deps) {
  return async (caller: SignedIn, cases: readonly OpenCase[]): Promise<TaskRow[]> => {
    const holders = new Set(cases.flatMap(({ row }) => row.holder_id ?? []));
    const people = await deps.identity.persons([...holders]);
    return cases.map((open) => taskRow(open, { ...deps, caller, people, now: deps.clock() }));
  };
}

function taskRow(open: OpenCase, around: Around): TaskRow {
  const { row, edition, state, plan } = open;
  const { caller, people, now, calendar, offices } = around;
  const clock = mostUrgent(clockViews(open, { calendar, today: shanghaiDay(now) }));
  const holder = people.get(row.holder_id ?? '')?.name;
  const step = stepToGive(state, plan);
  const bulk = bulkOf(open, caller);
  return {
    ...{ case: row.case_number, item: row.item, itemName: edition.folder.item.name },
    ...{ applicant: row.applicant, state: row.state, stateName: STATE_NAMES[state.status] },
    office: offices.organisation(row.office)?.name ?? '',
    submittedAt: row.submitted_at.toISOString(),
    mine: row.holder_id === caller.personId,
    ...(clock === undefined ? {} : { clock }),
    ...(holder === undefined ? {} : { holder }),
    ...(step === undefined ? {} : { step: step.name.zh }),
    ...unassigned(row.unassigned_since, around),
    ...(row.urges === 0 ? {} : { urges: row.urges }),
    ...(bulk.length === 0 ? {} : { bulk }),
  };
}

const RANK = { green: 0, yellow: 1, red: 2 } as const;

/** The clock that shines worst; the promised one among equals. */
function mostUrgent(clocks: readonly ClockView[]): ClockView | undefined {
  return clocks.toSorted(
    (one, other) =>
      RANK[other.light] - RANK[one.light] ||
      Number(other.kind === 'promised') - Number(one.kind === 'promised'),
  )[0];
}

function unassigned(since: Date | undefined, { waiting, now }: Around): Pick<TaskRow, 'unassigned'> {
  if (since === undefined) return {};
  const from = since.toISOString();
  return { unassigned: { since: from, light: waitingLight(from, now.toISOString(), waiting) } };
}
