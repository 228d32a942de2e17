import { addDays } from '@tongban/calendar';
import type { DayPlan, DayRule, DayTemplate, HallBooking, Stranded } from '@tongban/contract';
import { type Day, maskName, maskPhone, shanghaiDay } from '@tongban/kernel';
import { startOf } from '@tongban/queueing';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { spanOf } from './at-hall.ts';
import { type Decided, dayPlanView } from './day-view.ts';
import { roomsOf } from './laying.ts';
import type { Offering } from './offering.ts';
import type { Parts } from './parts.ts';
import type { Places } from './places.ts';
import { firstOf, type Priority } from './rules.ts';
import type { BookingRow } from './store/tables.ts';
import { strandedOf } from './stranded.ts';
import type { View } from './view.ts';
import { hallWords, refused } from './words.ts';

type Deps = Parts & { offering: Offering; names: View['names']; itemWords: View['itemWords'] };
type Hall = ReturnType<Places['hall']>;
type Planned = { plan: DayPlan; stranded: Stranded[] };

const sixWeeks = 42;
const pageSize = 100;

/** 排班: how the days of a hall are to be, and what a change does to those who have booked. */
export function createDayPlans(deps: Deps) {
  return { ...createReading(deps), ...createBooked(deps), ...createChanging(deps) };
}

/** 本大厅: the hall a member of staff plans for or works at. */
function hallOf({ offices }: Pick<Deps, 'offices'>, { assignment }: SignedIn): Hall {
  const atWindow = assignment?.window === undefined ? undefined : offices.findWindow(assignment.window)?.hall;
  const hall = atWindow ?? (assignment?.office === undefined ? undefined : offices.hallOf(assignment.office));
  if (hall === undefined) throw refused('bookings.no-hall');
  return hall;
}

function createReading(deps: Deps) {
  const { store, laying } = deps;
  return {
    async month(caller: SignedIn, from: Day) {
      const hall = hallOf(deps, caller);
      const to = addDays(from, sixWeeks - 1);
      const span = { city: hall.city, hall: hall.id, from: firstOf(from), to: firstOf(addDays(to, 1)) };
      const totals = new Map((await store.slots.totals(span)).map((row) => [row.day, row]));
      const decided = await laying.decided(hall, { from, to });
      const stranded = await strandedByDay(deps, span);
      return Array.from({ length: sixWeeks }, (_, at) => addDays(from, at)).map((day) => {
        const { open, says, from: origin } = laying.plan(hall, day, decided(day));
        const { capacity = 0, booked = 0 } = totals.get(day) ?? {};
        return { day, open, from: origin, says, capacity, booked, stranded: stranded.get(day) ?? 0 };
      });
    },
    async day(caller: SignedIn, day: Day): Promise<DayPlan> {
      const hall = hallOf(deps, caller);
      const decided = await laying.decided(hall, { from: day, to: day });
      return (await planned(deps, undefined, { hall, day, decided: decided(day) })).plan;
    },
    async preview(caller: SignedIn, day: Day, rule: DayRule): Promise<Planned> {
      const hall = hallOf(deps, caller);
      const { plan, rows } = await planned(deps, undefined, {
        hall,
        day,
        decided: await withRule(deps, hall, rule),
      });
      return { plan, stranded: await strandedViews(deps, rows) };
    },
    templates: (caller: SignedIn): Promise<DayTemplate[]> => laying.templatesOf(hallOf(deps, caller)),
  };
}

function createBooked(deps: Deps) {
  const { store, names } = deps;
  return {
    /** 当天预约: who is booked at the caller's hall, page by page. */
    async bookings(caller: SignedIn, day: Day, after: string | undefined) {
      const span = spanOf(deps, hallOf(deps, caller).id, day);
      const rows = await store.bookings.pageAt(span, { limit: pageSize + 1, after: placeFrom(after) });
      const page = rows.slice(0, pageSize);
      const persons = await deps.people.facts(page.map((row) => row.person_id));
      const bookings = await Promise.all(
        page.map(
          async (row): Promise<HallBooking> => ({
            ...(await shownOf(names, row)),
            until: startOf(row.t + row.quanta).toISOString(),
            ...{ item: row.item, state: row.state, person: maskName(persons.get(row.person_id)?.name ?? '') },
            ...(row.priority === undefined ? {} : { priority: row.priority as Priority }),
            ...windowName(deps, row),
          }),
        ),
      );
      const last = rows.length > pageSize ? page.at(-1) : undefined;
      return { bookings, ...(last === undefined ? {} : { next: `${last.t}.${last.booking_id}` }) };
    },
  };
}

function createChanging(deps: Deps) {
  const { store, laying, clock, offering, places } = deps;
  const change = async (tx: Tx, hall: Hall, { day, decided }: { day: Day; decided: Decided }) => {
    await laying.layDay(tx, hall, day, decided);
    const result = await planned(deps, tx, { hall, day, decided });
    await offering.offerAt(tx, { city: hall.city, hall: hall.id, day });
    return result;
  };
  return {
    /** Whoever asks must have been let in; from here on it is done in the name of the house. */
    async change(
      tx: Tx,
      caller: SignedIn,
      wish: { day: Day; rule: DayRule; tell: boolean },
    ): Promise<Planned> {
      const { day, rule, tell } = wish;
      const hall = hallOf(deps, caller);
      if (day < shanghaiDay(clock())) throw refused('bookings.past-day');
      await store.days.lockHall(tx, hall.id);
      const decided = await withRule(deps, hall, rule);
      const at = { city: hall.city, hall: hall.id, day, branch: branchOf(deps, hall) };
      await store.days.saveRule(tx, { ...at, rule, changed_by: caller.personId, changed_at: clock() });
      const { plan, rows } = await change(tx, hall, { day, decided });
      if (tell) await tellAll(deps, tx, rows);
      return { plan, stranded: await strandedViews(deps, rows) };
    },
    /** Saves a template; the days from today on that use it are laid out anew. */
    async saveTemplate(tx: Tx, caller: SignedIn, template: DayTemplate): Promise<void> {
      const hall = hallOf(deps, caller);
      const at = { city: hall.city, hall: hall.id, branch: branchOf(deps, hall), changed_at: clock() };
      await store.days.lockHall(tx, hall.id);
      await store.days.saveTemplate(tx, { ...at, template: template.template, body: template });
      const today = shanghaiDay(clock());
      const span = { from: today, to: addDays(today, deps.hallRules.booking.horizon_days + 1) };
      const decided = await laying.decided(places.hall(hall.id), span, tx);
      const rules = await store.days.rules(tx, { city: hall.city, hall: hall.id, ...span });
      for (const { day, rule } of rules)
        if (rule.template === template.template) await change(tx, hall, { day, decided: decided(day) });
    },
  };
}

/** A rule with the template it names: the hall's own, or one every hall has. */
async function withRule({ laying }: Deps, hall: Hall, rule: DayRule): Promise<Decided> {
  if (rule.template === undefined) return { rule };
  const template = (await laying.templatesOf(hall)).find((one) => one.template === rule.template);
  if (template === undefined) throw refused('bookings.template', 'invalid');
  return { rule, template };
}

type ToPlan = { hall: Hall; day: Day; decided: Decided };

/** The plan of a day beside what is booked, and which bookings no longer fit. */
async function planned(deps: Deps, tx: Tx | undefined, { hall, day, decided }: ToPlan) {
  const { store, laying, hallRules } = deps;
  const plan = laying.plan(hall, day, decided);
  const span = spanOf(deps, hall.id, day);
  const live = await store.bookings.liveAt(tx, span);
  const booked = await store.slots.counts(tx, span);
  const rooms = roomsOf(plan, hallRules.booking, day);
  const view = dayPlanView({ hall, day, planned: plan, decided, rooms, booked, bookings: live.length });
  return { plan: view, rows: strandedOf(live, rooms) };
}

/** How many no longer fit, for the days where more is booked than planned. */
async function strandedByDay({ store }: Deps, span: ReturnType<typeof spanOf>): Promise<Map<Day, number>> {
  const rooms = await store.slots.counts(undefined, span);
  if (!rooms.some(({ booked, planned: room }) => booked > room)) return new Map();
  const rows = strandedOf(await store.bookings.liveAt(undefined, span), rooms);
  return new Map([...Map.groupBy(rows, ({ day }) => day)].map(([day, same]) => [day, same.length]));
}

async function strandedViews({ people, names }: Deps, rows: readonly BookingRow[]): Promise<Stranded[]> {
  const persons = await people.facts(rows.map((row) => row.person_id));
  return Promise.all(
    rows.map(async (row) => {
      const { name = '', phone } = persons.get(row.person_id) ?? {};
      return {
        ...(await shownOf(names, row)),
        person: maskName(name),
        ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
      };
    }),
  );
}

async function shownOf(names: Deps['names'], row: BookingRow) {
  return {
    booking: row.booking_id,
    at: startOf(row.t).toISOString(),
    itemName: await names(row.item, row.city),
  };
}

async function tellAll(
  { notices, itemWords, places }: Deps,
  tx: Tx,
  rows: readonly BookingRow[],
): Promise<void> {
  for (const row of rows) {
    const at = startOf(row.t);
    await notices.tell(tx, {
      ...{
        personId: row.by_id,
        event: 'bookings.stranded',
        about: `booking:${row.booking_id}`,
        staleAfter: at,
      },
      facts: {
        item: await itemWords(row.item, row.city),
        hall: hallWords(places.hall(row.hall)),
        at: { moment: at },
      },
    });
  }
}

function windowName({ places }: Deps, row: BookingRow) {
  const name = places.hall(row.hall).windows.find(({ id }) => id === row.window_id)?.name;
  return name === undefined ? {} : { windowName: name };
}

function branchOf({ offices }: Deps, hall: Hall): string {
  return offices.organisation(hall.organisation)?.branch ?? hall.organisation;
}

function placeFrom(after: string | undefined): { t: number; id: string } | undefined {
  const found = /^(\d{1,9})\.([0-9a-f-]{36})$/.exec(after ?? '');
  return found === null ? undefined : { t: Number(found[1]), id: found[2] ?? '' };
}
