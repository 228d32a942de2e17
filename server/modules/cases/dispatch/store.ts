import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { CaseKey } from '../store/tables.ts';

type DispatchedRow = {
  city: string;
  case_id: string;
  dispatched_id: string;
  at: Date;
  day: string;
  rule: string;
  branch: string;
  unit: string;
  given_to: string | undefined;
  why: string;
};
type AbsenceRow = {
  staff_id: string;
  branch: string;
  from_day: string;
  until_day: string;
  reason: string;
};
type NewAbsence = AbsenceRow & { set_by: string; set_at: Date };
type Load = { person: string; open: number; red: number; yellow: number };
/** No one ever has so many cases in their hands. */
const mostHeld = 500;

type Within = RawBuilder<boolean>;

/** SQL of dispatch: to whom cases went, who is away, and how much everyone has. */
export function createDispatchStore(db: Db) {
  return { ...createAbsenceStore(db), ...createLoadStore(db) };
}

function createLoadStore(db: Db) {
  return {
    insertDispatched: async (tx: Tx, row: DispatchedRow): Promise<void> => {
      await sql`insert into cases.dispatched
        (city, case_id, dispatched_id, at, day, rule, branch, unit, given_to, why)
        values (${row.city}, ${row.case_id}, ${row.dispatched_id}, ${row.at}, ${row.day}, ${row.rule},
          ${row.branch}, ${row.unit}, ${row.given_to ?? null}, ${row.why})`.execute(tx);
    },
    /** How often each rule was used on a day in a branch and below. */
    usedOn: async (branch: string, day: string): Promise<Map<string, number>> => {
      const { rows } = await sql<{ rule: string; count: string }>`
        select rule, count(*) as count from cases.dispatched
        where day = ${day} and ${within(branch)} group by rule`.execute(db);
      return new Map(rows.map(({ rule, count }) => [rule, Number(count)]));
    },
    /** When each of these people was last given a case. */
    lastGiven: async (people: readonly string[]): Promise<Map<string, Date>> => {
      const { rows } = await sql<{ person: string; at: Date }>`
        select asked.person, last.at from unnest(${[...people]}::uuid[]) as asked(person),
        lateral (
          select at from cases.dispatched where given_to = asked.person order by at desc limit 1
        ) as last`.execute(db);
      return new Map(rows.map(({ person, at }) => [person, at]));
    },
    /** What each of these people has in hand, with how much of it shines red and yellow. */
    loads: async (people: readonly string[], today: string): Promise<Map<string, Load>> => {
      const { rows } = await sql<{ [name in keyof Load]: string }>`
        select holder_id as person, count(*) as open,
          count(*) filter (where red_on <= ${today}) as red,
          count(*) filter (where yellow_on <= ${today} and coalesce(red_on > ${today}, true)) as yellow
        from cases.case where holder_id = any(${[...people]}::uuid[]) group by holder_id`.execute(db);
      return new Map(
        rows.map(({ person, open, red, yellow }) => [
          person,
          { person, open: Number(open), red: Number(red), yellow: Number(yellow) },
        ]),
      );
    },
    /** What somebody has in hand, the most urgent first. */
    heldBy: async (tx: Tx, person: string): Promise<(CaseKey & { number: string })[]> => {
      const { rows } = await sql<CaseKey & { number: string }>`
        select city, case_id as "caseId", case_number as number from cases.case
        where holder_id = ${person} order by urgent_on, case_id limit ${mostHeld}`.execute(tx);
      return rows;
    },
  };
}

function createAbsenceStore(db: Db) {
  return {
    putAbsence: async (tx: Tx, row: NewAbsence): Promise<void> => {
      await sql`insert into cases.absence (staff_id, branch, from_day, until_day, reason, set_by, set_at)
        values (${row.staff_id}, ${row.branch}, ${row.from_day}, ${row.until_day}, ${row.reason},
          ${row.set_by}, ${row.set_at})
        on conflict (staff_id) do update set branch = excluded.branch, from_day = excluded.from_day,
          until_day = excluded.until_day, reason = excluded.reason,
          set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx);
    },
    endAbsence: async (tx: Tx, person: string): Promise<void> => {
      await sql`delete from cases.absence where staff_id = ${person}`.execute(tx);
    },
    /** Who of these people is away on a day. */
    awayOn: async (people: readonly string[], day: string): Promise<Set<string>> => {
      const { rows } = await sql<{ staff_id: string }>`
        select staff_id from cases.absence
        where staff_id = any(${[...people]}::uuid[]) and from_day <= ${day} and until_day >= ${day}`.execute(
        db,
      );
      return new Set(rows.map(({ staff_id }) => staff_id));
    },
    /** The absences of these people that last until a day or beyond. */
    absences: async (people: readonly string[], day: string): Promise<Map<string, AbsenceRow>> => {
      const { rows } = await sql<AbsenceRow>`
        select staff_id, branch, from_day, until_day, reason from cases.absence
        where staff_id = any(${[...people]}::uuid[]) and until_day >= ${day}`.execute(db);
      return new Map(rows.map((row) => [row.staff_id, row]));
    },
  };
}

function within(branch: string): Within {
  // '0' follows '/' in the C collation, so that the range holds exactly the branches below.
  return sql<boolean>`(branch = ${branch} or (branch > ${`${branch}/`} and branch < ${`${branch}0`}))`;
}
export type DispatchStore = ReturnType<typeof createDispatchStore>;
