import { addDays, isWorkingDay, type WorkingCalendar } from '@tongban/calendar';
import { type Actor, planOf } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import { caseNumber, parseItemCode, shanghaiDay } from '@tongban/kernel';
import { copyRows, newId, type PlainClient, type Platform } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { createInventor, type Identity, type Invented, inventedPersons } from '../../identity/index.ts';
import type { Offices, Organisation } from '../../offices/index.ts';
import { createBoxes } from '../ledger.ts';
import { courseTo, type SeedEnding } from './courses.ts';
import { castCase, type Mould, mouldOf, moulds, seedTables } from './rows.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  calendar: WorkingCalendar;
  catalogue: Pick<Catalogue, 'currentId'>;
  identity: Pick<Identity, 'staffOf'>;
  offices: Pick<Offices, 'intakeFor'>;
};
export type SeedWish = {
  readonly cases: number;
  readonly editions: readonly ItemEdition[];
  /** A connection of the owner of the tables: COPY cannot pass row policies. */
  readonly client: PlainClient;
  readonly tell: (done: number) => void;
};

/** Shares of a hundred, about those of a bureau in its third year. */
const shares: readonly (readonly [SeedEnding, number])[] = [
  ['granted', 82],
  ['in-review', 4],
  ['refused', 3],
  ['withdrawn', 2],
  ['not-accepted', 2],
  ['issue', 2],
  ['submitted', 2],
  ['correction', 1],
  ['pre-review', 1],
  ['special-procedure', 1],
];
const cities = ['4419', '4401', '4406'];
const batch = 2000;
const casesPerPerson = 4;
/** Closed cases lie on every ninth day of a year, open ones in the last two weeks. */
const closedDays = Array.from({ length: 40 }, (_, at) => 25 + at * 9);
const openDays = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12];
const open: readonly SeedEnding[] = [
  'in-review',
  'issue',
  'submitted',
  'correction',
  'pre-review',
  'special-procedure',
];
const everyday = [
  ...['resid-reg', 'resid-permit', 'resid-endorse', 'id-renew', 'id-reissue', 'move-spouse', 'move-child'],
  ...['hk-mo-reendorse', 'passport-renew', 'dl-renew', 'veh-6yr', 'seal'],
];

/** 演示办件: fills the house with invented cases that obey every rule, so that lists and load can be tried out. */
export async function seedCases(deps: Deps, { cases, editions, client, tell }: SeedWish): Promise<number> {
  const foundry = await createFoundry(deps, editions);
  const invent = createInventor(deps.vault, deps.clock());
  const boxes = createBoxes(deps.vault);
  const counters = await readCounters(client);
  const before = await client.query<{ count: number }>('select count(*) from identity.person');
  let place = Number(before.rows[0]?.count ?? 0);
  let actions = 0;
  for (let done = 0; done < cases; done += batch) {
    const size = Math.min(batch, cases - done);
    const persons = Array.from({ length: Math.ceil(size / casesPerPerson) }, () => invent(place++));
    const cast = Array.from({ length: size }, (_, at) => {
      const mould = foundry(done + at);
      const person = persons[Math.floor(at / casesPerPerson)] as Invented;
      return castCase(boxes, { mould, person, number: nextNumber(counters, mould) });
    });
    await load(client, persons, cast);
    actions += cast.reduce((sum, one) => sum + one.actions.length, 0);
    tell(done + size);
  }
  await writeCounters(client, counters);
  await client.query(waitingAtDesk);
  return actions;
}

/** One batch in one transaction. */
async function load(
  client: PlainClient,
  persons: readonly Invented[],
  cast: readonly ReturnType<typeof castCase>[],
): Promise<void> {
  const tables = [
    [inventedPersons, persons.map(({ row }) => row)],
    [seedTables.case, cast.map((one) => one.case)],
    [seedTables.action, cast.flatMap((one) => one.actions)],
    [seedTables.ofPerson, cast.map((one) => one.ofPerson)],
  ] as const;
  await client.query('begin');
  for (const [table, rows] of tables) await copyRows(client, table, rows);
  await client.query('commit');
}

/** 铸坊: gives the mould of the case at a place; moulds are worked out once and kept. */
async function createFoundry(deps: Deps, editions: readonly ItemEdition[]) {
  const sites = await Promise.all(cities.map((city) => siteOf(deps, city)));
  const items = editions.filter(({ folder }) => everyday.includes(folder.item.id));
  const kept = new Map<string, Mould>();
  const endings = shares.flatMap(([ending, share]) => Array.from({ length: share }, () => ending));
  return (place: number): Mould => {
    const spread = mixed(place);
    const ending = endings[spread % endings.length] ?? 'granted';
    const days = open.includes(ending) ? openDays : closedDays;
    const site = sites[Math.floor(spread / 100) % sites.length];
    const edition = items[Math.floor(spread / 300) % items.length];
    const back = days[Math.floor(spread / 3600) % days.length] ?? 1;
    if (site === undefined || edition === undefined) throw new Error('there is nothing to invent cases of');
    const key = `${edition.folder.item.id} ${site.city} ${ending} ${back}`;
    const found = kept.get(key) ?? workedOut(deps, { site, edition, ending, back });
    kept.set(key, found);
    return found;
  };
}

type Site = { readonly city: string; readonly office: Organisation; readonly cast: readonly Actor[] };

/** An office with everybody who acts there; a part nobody plays is played by somebody invented. */
async function siteOf({ offices, identity }: Deps, city: string): Promise<Site> {
  const office = offices.intakeFor(city);
  if (office === undefined) throw new Error(`no office takes in cases of ${city}`);
  const staff = await identity.staffOf({ branches: [office.branch] }, ['clerk', 'approver']);
  const play = (role: Actor['role'], found: readonly { personId: string }[]): Actor[] =>
    found.length === 0 ? [{ id: newId(), role }] : found.map(({ personId: id }) => ({ id, role }));
  return {
    ...{ city, office },
    cast: [
      { id: moulds.personId, role: 'citizen' },
      ...play(
        'clerk',
        staff.filter(({ role }) => role === 'clerk'),
      ),
      ...play(
        'approver',
        staff.filter(({ role, head }) => role === 'approver' && !head),
      ),
      ...play(
        'head',
        staff.filter(({ head }) => head),
      ),
      { id: newId(), role: 'approver' },
      { id: 'worker', role: 'worker' },
    ],
  };
}

type Shape = { site: Site; edition: ItemEdition; ending: SeedEnding; back: number };

function workedOut({ calendar, catalogue, clock }: Deps, { site, edition, ending, back }: Shape): Mould {
  const { office, cast, city } = site;
  const { item, materials } = edition.folder;
  const plan = planOf(item);
  const editionId = catalogue.currentId(item.id, city);
  const { actions, state } = courseTo(ending, {
    ...{ plan, calendar, cast, number: moulds.number },
    day: workingDayBefore(calendar, shanghaiDay(clock()), back),
    file: {
      ...{ caseId: moulds.caseId, itemId: item.id, editionId },
      ...{ applicantId: moulds.personId, channel: 'web' },
    },
  });
  const slots = materials
    .slice(0, 3)
    .map(({ id }) => ({ material: id, need: 'required' as const, met: 'window' as const, files: [] }));
  const content = { answers: [], values: {}, slots };
  return mouldOf(
    { edition, editionId, plan, office, division: city, actions, state, content },
    { calendar, now: clock() },
  );
}

function workingDayBefore(calendar: WorkingCalendar, today: string, back: number): string {
  let day = addDays(today, -back);
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** What waits at an issue desk can be found there; without a code it is found by its case number. */
const waitingAtDesk = `insert into cases.pickup (city, case_id, person_id, branch, item, express, ready_at)
  select city, case_id, person_id, branch, item, false, submitted_at from cases.case
  where state = 'at-issue-desk' on conflict do nothing`;

type Counters = Map<string, { city: string; stem: string; day: string; last: number }>;

async function readCounters(client: PlainClient): Promise<Counters> {
  const { rows } = await client.query<{ city: string; stem: string; day: string; last: number }>(
    'select city, stem, day::text as day, last from cases.counter',
  );
  return new Map(rows.map((row) => [`${row.stem} ${row.day}`, row]));
}

function nextNumber(counters: Counters, { edition, office, division, submittedAt }: Mould): string {
  const { basic } = edition.folder.item.codes;
  const code = basic === undefined ? undefined : parseItemCode(`${office.code}${office.level}${basic}`);
  const city = division.slice(0, 4);
  const root = code?.ok === true ? { itemCode: code.code } : { city };
  const stem = 'itemCode' in root ? root.itemCode : `TB${root.city}`;
  const day = shanghaiDay(submittedAt);
  const key = `${stem} ${day}`;
  const counter = counters.get(key) ?? { city, stem, day, last: 0 };
  counter.last += 1;
  counters.set(key, counter);
  return caseNumber(root, day, counter.last);
}

async function writeCounters(client: PlainClient, counters: Counters): Promise<void> {
  const all = [...counters.values()];
  await client.query(
    `insert into cases.counter (city, stem, day, last)
     select * from unnest($1::text[], $2::text[], $3::date[], $4::integer[])
     on conflict (city, stem, day) do update set last = greatest(cases.counter.last, excluded.last)`,
    [
      all.map((one) => one.city),
      all.map((one) => one.stem),
      all.map((one) => one.day),
      all.map((one) => one.last),
    ],
  );
}

/** Spreads neighbouring places far apart, always in the same way (Knuth's multiplicative hash). */
function mixed(place: number): number {
  return Math.imul(place + 1, 2_654_435_761) >>> 0;
}
