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

type Around = Deps & {
  caller: SignedIn;
  people: ReadonlyMap<string, Person>;
  now: Date;
  today: string;
  clockOf: ReturnType<typeof createClockReading>;
  lightOf: ReturnType<typeof createWaitingReading>;
};

/** 待办: cases as a list shows them; the applicants are masked. */
export function createRows(deps: Deps) {
  const readings = {
    clockOf: createClockReading(deps.calendar),
    lightOf: createWaitingReading(deps.waiting),
  };
  return async (caller: SignedIn, cases: readonly OpenCase[]): Promise<TaskRow[]> => {
    const holders = new Set(cases.flatMap(({ row }) => row.holder_id ?? []));
    const people = await deps.identity.persons([...holders]);
    const now = deps.clock();
    const around = { ...deps, caller, people, now, today: shanghaiDay(now), ...readings };
    return cases.map((open) => taskRow(open, around));
  };
}

function taskRow(open: OpenCase, around: Around): TaskRow {
  const { row, edition, state, plan } = open;
  const { caller, people, today, clockOf, offices } = around;
  const clock = clockOf(open, today);
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
    ...unassigned(open, around),
    ...(row.urges === 0 ? {} : { urges: row.urges }),
    ...(bulk.length === 0 ? {} : { bulk }),
  };
}

/** Reads the clock a list shows; the same state shows the same all day. */
function createClockReading(calendar: WorkingCalendar) {
  const read = new WeakMap<OpenCase['state'], { day: string; clock: ClockView | undefined }>();
  return (open: OpenCase, today: string): ClockView | undefined => {
    const known = read.get(open.state);
    if (known?.day === today) return known.clock;
    const clock = mostUrgent(clockViews(open, { calendar, today }));
    read.set(open.state, { day: today, clock });
    return clock;
  };
}

/** Reads how long nobody has had a case; what has waited long enough to be red stays red. */
function createWaitingReading(waiting: WaitingRules) {
  const red = new WeakMap<OpenCase['state'], string>();
  return ({ state }: OpenCase, since: string, now: Date) => {
    if (red.get(state) === since) return 'red' as const;
    const light = waitingLight(since, now.toISOString(), waiting);
    if (light === 'red') red.set(state, since);
    return light;
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

function unassigned(open: OpenCase, { lightOf, now }: Around): Pick<TaskRow, 'unassigned'> {
  const since = open.row.unassigned_since?.toISOString();
  return since === undefined ? {} : { unassigned: { since, light: lightOf(open, since, now) } };
}
