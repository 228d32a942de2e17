import { type Role, roles, staff } from '@tongban/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createListStore } from './modules/cases/list/store.ts';
import { createCaseStore } from './modules/cases/store/cases.ts';
import { asCaller, asMachine, whoActs } from './platform/acting.ts';
import type { Caller } from './platform/caller.ts';
import { openDatabase, settingsOf } from './platform/database.ts';
import { newId } from './platform/index.ts';
import { createTestHouse } from './platform/testing.ts';

const house = await createTestHouse(() => undefined);
/** The same database without anybody to stand in: where nobody acts, nobody is told. */
const { db, close } = openDatabase(house.connection, { max: 4, onError: () => undefined, whoActs });
afterAll(async () => {
  await close();
  await house.stop();
});

async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const owner = new pg.Client(settingsOf(house.ownerConnection));
  await owner.connect();
  try {
    return (await owner.query<Row>(text, values)).rows;
  } finally {
    await owner.end();
  }
}

/** Tables with rows of branches or persons that need no policy of their own, and why. */
const unguarded: Readonly<Record<string, string>> = {
  'platform.audit':
    'added to by everybody, read by the auditor’s route and the sealer alone, never changed; sealed',
};

describe('every table of rows of a branch, a person or a case', () => {
  test('is guarded, even from its owner, by a policy at least', async () => {
    const rows = await asOwner<{ name: string; guarded: boolean }>(`
      select class.oid::regclass::text as name,
        class.relrowsecurity and class.relforcerowsecurity
          and exists (select from pg_policy where polrelid = class.oid) as guarded
      from pg_class class
      join pg_namespace namespace on namespace.oid = class.relnamespace
      where class.relkind in ('r', 'p') and not class.relispartition
        and namespace.nspname !~ '^(pg_|information_schema$|graphile_worker$)'
        and exists (
          select from pg_attribute column_
          where column_.attrelid = class.oid and not column_.attisdropped
            and column_.attname in ('branch', 'person_id', 'owner_id', 'case_id')
        )
      order by 1`);
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(Object.keys(unguarded));
  });

  test('is used by a role that owns none of them and passes no policy by', async () => {
    const { rows } = await asMachine('worker', () =>
      sql<{ safe: boolean; owned: string }>`select not rolsuper and not rolbypassrls as safe,
        (select count(*) from pg_tables where tableowner = current_user and schemaname <> 'graphile_worker') as owned
        from pg_roles where rolname = current_user`.execute(db),
    );
    expect(rows).toEqual([{ safe: true, owned: 0 }]);
  });
});

const own = { person: newId(), east: newId(), pier: newId(), eastern: newId(), west: newId() };
const places = { east: 'lake/east', pier: 'lake/east/pier', eastern: 'lake/east-end', west: 'lake/west' };
const applicant = newId();
const stranger = newId();
const clerk = aCaller('clerk', places.east);

function aCaller(role: Role, branch?: string): Caller & { personId: string } {
  const assignment = branch === undefined ? {} : { assignment: { id: newId(), branch } };
  return { role, personId: newId(), ...assignment };
}

/** A row of a case that has to be told nothing more than where and whose it is. */
function aCase(caseId: string, branch: string, personId: string) {
  return sql`insert into cases.case (city, case_id, case_number, draft_id, person_id, filed_by, applicant, item,
      edition_id, division, branch, office, state, queue, urgent_on, version, sealed, marks, defects, documents,
      submitted_at)
    values ('9901', ${caseId}, ${`K${caseId}`}, ${newId()}, ${personId}, ${personId}, '示*', 'kayak', ${newId()},
      '990101', ${branch}, 'lake', 'submitted', 'intake', '2026-03-02', 1, '\\x00', '[]', '[]', '[]', now())`;
}
function aPlace(caseId: string, personId: string) {
  return sql`insert into cases.of_person (person_id, case_id, city, case_number, submitted_at)
    values (${personId}, ${caseId}, '9901', ${`K${caseId}`}, now())`;
}
function anAction(caseId: string) {
  return sql`insert into cases.action (city, case_id, seq, type, at, sealed)
    values ('9901', ${caseId}, 0, 'opened', now(), '\\x00')`;
}

beforeAll(() =>
  asMachine('worker', async () => {
    for (const [name, branch] of Object.entries(places)) {
      const caseId = own[name as keyof typeof places];
      const personId = name === 'east' ? applicant : stranger;
      await aCase(caseId, branch, personId).execute(db);
      await aPlace(caseId, personId).execute(db);
      await anAction(caseId).execute(db);
    }
    await sql`insert into licences.licence (person_id, licence_id, type, serial, version, state, issuer, issued_on,
        sealed, made_at)
      select person, gen_random_uuid(), 'kayak', 'K', 1, 'valid', '示例', '2026-01-01', '\\x00', now()
      from unnest(${[applicant, stranger]}::uuid[]) as person`.execute(db);
  }),
);

/** Which of the cases somebody sees, by the names given to them here. */
async function seenBy(caller: Caller | undefined, table = 'cases.case'): Promise<string[]> {
  const ask = () => sql<{ case_id: string }>`select case_id from ${sql.table(table)}`.execute(db);
  const { rows } = await (caller === undefined ? ask() : asCaller(caller, ask));
  const names = Object.entries(own);
  return rows.map((row) => names.find(([, id]) => id === row.case_id)?.[0] ?? '?').sort();
}

describe('who sees which rows, whatever a query forgets', () => {
  test.each(['clerk', 'approver', 'dispatcher', 'supervisor'] as const)(
    'a %s sees the branch of the post and below, never one whose name only begins alike',
    async (role) => {
      expect(await seenBy(aCaller(role, places.east))).toEqual(['east', 'pier']);
      expect(await seenBy(aCaller(role, 'lake'))).toEqual(['east', 'eastern', 'pier', 'west']);
      expect(await seenBy(aCaller(role, places.east), 'cases.action')).toEqual(['east', 'pier']);
      expect(await seenBy(aCaller(role))).toEqual([]);
    },
  );
  test('applicants see their own, an agent those of the principal', async () => {
    expect(await seenBy({ role: 'citizen', personId: applicant })).toEqual(['east']);
    expect(await seenBy({ role: 'citizen', personId: applicant }, 'cases.action')).toEqual(['east']);
    expect(await seenBy({ role: 'agent', personId: newId(), principalId: applicant })).toEqual(['east']);
    expect(await seenBy({ role: 'agent', personId: newId() })).toEqual([]);
  });
  test('every other role sees none, and nobody sees none', async () => {
    const readers: readonly Role[] = ['clerk', 'approver', 'dispatcher', 'supervisor'];
    for (const role of roles.filter((one) => !readers.includes(one)))
      expect(await seenBy({ ...aCaller(role, 'lake') })).toEqual([]);
    expect(await seenBy(undefined)).toEqual([]);
    expect(await asMachine('sign-in', () => seenBy(undefined))).toEqual([]);
  });
  test('a wallet is its holder’s, and open to those who have a case of the holder', async () => {
    const wallets = async (caller: Caller) => {
      const ask = () => sql<{ person_id: string }>`select person_id from licences.licence`.execute(db);
      return (await asCaller(caller, ask)).rows.map((row) => row.person_id);
    };
    expect(await wallets({ role: 'citizen', personId: stranger })).toEqual([stranger]);
    expect(await wallets(clerk)).toContain(applicant);
    expect(await wallets(aCaller('approver', 'sea'))).toEqual([]);
    expect(await wallets(aCaller('auditor', 'lake'))).toEqual([]);
  });
  test('a clerk and the second screen see the person at the window, and no longer when the sitting has ended', async () => {
    const sitting = newId();
    const far = aCaller('clerk', 'lake/north');
    expect(await seenBy(far)).toEqual([]);
    await asCaller(far, () =>
      sql`insert into cases.sitting (person_id, sitting_id, clerk_id, branch, identified_by, began_at, seen_at)
        values (${applicant}, ${sitting}, ${far.personId}, 'lake/north', 'card', now(), now())`.execute(db),
    );
    expect(await seenBy(far)).toEqual(['east']);
    // The second screen shows who is before a window, and nobody else.
    expect(await asMachine('window', () => seenBy(undefined))).toEqual(['east']);
    await asCaller(far, () => sql`update cases.sitting set ended_at = now()`.execute(db));
    expect(await seenBy(far)).toEqual([]);
    expect(await asMachine('window', () => seenBy(undefined))).toEqual([]);
  });
});

describe('nobody writes beyond their rows', () => {
  const refused = (work: () => Promise<unknown>) => expect(work()).rejects.toThrow('row-level security');
  test('without anybody, a row cannot be added', () =>
    refused(() => aCase(newId(), places.east, applicant).execute(db)));
  test('a clerk adds no case of another branch, a citizen none of another person', async () => {
    await refused(() => asCaller(clerk, () => aCase(newId(), places.west, applicant).execute(db)));
    const citizen = { role: 'citizen', personId: stranger } as const;
    await refused(() => asCaller(citizen, () => aCase(newId(), places.west, applicant).execute(db)));
    await refused(() => asCaller(citizen, () => anAction(own.east).execute(db)));
  });
  test('a change of another branch’s case finds no row, and none is moved out of reach', async () => {
    const change = (caseId: string, branch: string) =>
      asCaller(clerk, () =>
        sql`update cases.case set branch = ${branch} where case_id = ${caseId}`.execute(db),
      );
    expect((await change(own.west, places.west)).numAffectedRows).toBe(0n);
    await refused(() => change(own.pier, places.west));
  });
  test('staff who work on no cases change nobody’s account but the security administrator', async () => {
    const person = newId();
    await asMachine('startup', async () => {
      await sql`insert into identity.person (person_id, kind, name, created_at)
        values (${person}, 'staff', '示例·同事', now())`.execute(db);
      await sql`insert into identity.account (person_id, login, staff_number, password_hash, totp_secret)
        values (${person}, 'kayak', 'K1', 'x', '\\x00')`.execute(db);
    });
    const lock = () => sql`update identity.account set failures = 1 where login = 'kayak'`.execute(db);
    for (const role of staff) {
      const { numAffectedRows } = await asCaller(aCaller(role, 'lake'), lock);
      expect([role, numAffectedRows]).toEqual([role, role === 'security-admin' ? 1n : 0n]);
    }
  });
});

describe('twenty thousand cases', () => {
  beforeAll(async () => {
    await asOwner(
      `
      insert into cases.case (city, case_id, case_number, draft_id, person_id, filed_by, applicant, item, edition_id,
        division, branch, office, state, queue, urgent_on, holder_id, version, sealed, marks, defects, documents,
        submitted_at, unassigned_since)
      select '9901', id, 'M' || n, gen_random_uuid(), person, person, '示*', 'item' || n % 9, id, '990101',
        'lake/' || (array['east', 'west', 'north', 'south'])[1 + n % 4] || case n % 3 when 0 then '' else '/p' || n % 7 end,
        'lake', 'submitted', (array['intake', 'review', 'correction', 'issue', 'closed'])[1 + n % 5],
        date '2026-01-01' + n % 300, case n % 6 when 0 then $1::uuid end, 1, '\\x00', '[]', '[]', '[]', now(), now()
      from (select n, gen_random_uuid() as id, md5((n / 5)::text)::uuid as person from generate_series(1, 20000) as n) as made`,
      [clerk.personId],
    );
    await asOwner(`insert into cases.of_person (person_id, case_id, city, case_number, submitted_at)
      select person_id, case_id, city, case_number, submitted_at from cases.case on conflict do nothing`);
    await asOwner(`insert into cases.action (city, case_id, seq, type, at, sealed)
      select city, case_id, n, 'opened', now(), '\\x00' from cases.case, generate_series(1, 5) as n`);
    await asOwner('vacuum analyze cases.case, cases.of_person, cases.action');
  });

  /** Does some asking as a caller, and explains every statement it came to. */
  async function plansOf(caller: Caller, ask: () => Promise<unknown>): Promise<string[]> {
    const spied = vi.spyOn(pg.Client.prototype, 'query');
    await asCaller(caller, ask);
    const asked = spied.mock.calls.map((call: unknown[]) => call[0] as { text?: string; values?: unknown[] });
    spied.mockRestore();
    const statements = asked.filter(({ text }) => text !== undefined && / "?cases"?\./.test(text));
    expect(statements.length).toBeGreaterThan(0);
    const plans: string[] = [];
    for (const { text, values } of statements)
      plans.push(await asCaller(caller, () => explained(text ?? '', values ?? [])));
    return plans;
  }
  async function explained(text: string, values: unknown[]): Promise<string> {
    const found = await pool.query(`explain ${text}`, values);
    return found.rows.map((row) => row['QUERY PLAN']).join('\n');
  }
  const { pool, close: closePool } = openDatabase(house.connection, {
    ...{ max: 1, onError: () => undefined, whoActs },
  });
  afterAll(closePool);

  const lists = createListStore(db);
  const cases = createCaseStore(db);
  const reach = { branch: places.east, personId: clerk.personId };
  const wish = { queues: ['intake', 'review', 'correction', 'issue'] as const, today: '2026-03-02' };
  const hot: readonly (readonly [string, Caller, () => Promise<unknown>])[] = [
    ['a page of the list', clerk, () => lists.page(reach, { ...wish, limit: 51, counting: true })],
    ['closed cases too', clerk, () => lists.page(reach, { ...wish, queues: ['closed'], limit: 51 })],
    [
      'my cases',
      clerk,
      () => lists.page(reach, { ...wish, holder: { personId: clerk.personId }, limit: 51 }),
    ],
    ['cases of nobody', clerk, () => lists.page(reach, { ...wish, holder: 'nobody', limit: 51 })],
    ['cases of some items', clerk, () => lists.page(reach, { ...wish, items: ['item1'], limit: 51 })],
    ['all counts', clerk, () => lists.counts(reach, '2026-03-02')],
    ['one case by its number', clerk, () => cases.findKeyByNumber('M5000')],
    ['the actions of a page', clerk, async () => cases.actions(undefined, await somePage())],
    ['my own cases', { role: 'citizen', personId: applicant }, () => cases.casesOf(applicant, 50)],
  ];
  const somePage = async () => (await lists.page(reach, { ...wish, limit: 50 })).rows;

  test.each(hot)('%s is found by indexes alone', async (_, caller, ask) => {
    for (const plan of await plansOf(caller, ask))
      expect(plan).not.toMatch(/Seq Scan on ("?case"?|of_person|action)\b/);
  });
});
