import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '../../../platform/database.ts';
import { questionsOf } from '../../../platform/questions.fixture.ts';
import { createTestHouse, type TestHouse } from '../../../platform/testing.ts';
import { createListStore, type ListStore } from './store.ts';
import { openQueues, type PageWish } from './wish.ts';

let house: TestHouse;
let store: ListStore;
let owner: pg.Client;

/** Thirty thousand cases in forty branches, most of them closed. */
const filling = `
insert into cases.case (city, case_id, case_number, draft_id, person_id, filed_by, applicant, item, edition_id,
  division, branch, office, state, queue, urgent_on, holder_id, version, sealed, marks, defects, documents,
  submitted_at, unassigned_since, yellow_on, red_on)
select '4419', gen_random_uuid(), 'TB4419' || to_char(day, 'YYYYMMDD') || lpad(n::text, 6, '0'), gen_random_uuid(),
  gen_random_uuid(), gen_random_uuid(), '示*', 'item-' || n % 62, gen_random_uuid(), '4419',
  case when n % 3 = 0 then 'lake/east' else 'lake/east/b' || n % 40 end, 'east', 'x', queue, day + 10,
  case when queue = 'review' and n % 4 > 0
    then ('00000000-0000-4000-8000-' || lpad((n % 90)::text, 12, '0'))::uuid end,
  9, 'x'::bytea, '[]', '[]', '[]', day,
  case when queue in ('intake', 'review') and n % 4 = 0 then day end,
  case when queue <> 'closed' then day + 8 end, case when queue <> 'closed' then day + 15 end
from (
  select n, date '2023-01-01' + n / 30 as day,
    case when n < 27000 then 'closed'
      else (array['intake', 'correction', 'review', 'review', 'issue'])[1 + n % 5] end as queue
  from generate_series(1, 30000) as n
) as made`;

beforeAll(async () => {
  house = await createTestHouse(() => undefined);
  store = createListStore(house.db);
  owner = new pg.Client(settingsOf(house.ownerConnection));
  await owner.connect();
  await owner.query(`select set_config('app.role', 'worker', false)`);
  await owner.query(filling);
  await owner.query('vacuum analyze cases.case');
}, 600_000);
afterAll(async () => {
  await owner.end();
  await house.stop();
});

const me = '00000000-0000-4000-8000-000000000007';
const reach = { branch: 'lake/east', personId: me };
const base: PageWish = { queues: [...openQueues, 'closed'], today: '2025-09-20', limit: 51 };
const open = { ...base, queues: openQueues };
const after = { closed: false, urgentOn: '2025-09-01', caseId: me };
const wishes: Readonly<Record<string, PageWish>> = {
  everything: base,
  'the next page': { ...base, after },
  'one queue': { ...base, queues: ['review'] },
  'closed ones': { ...base, queues: ['closed'] },
  'the next closed ones': { ...base, queues: ['closed'], after: { ...after, closed: true } },
  'red ones': { ...open, lights: ['red'] },
  'a light none has': { ...open, lights: ['yellow'], today: '2020-01-01' },
  'one item': { ...base, items: ['item-5'] },
  'due by a day': { ...open, dueBy: '2025-09-01' },
  mine: { ...open, holder: { personId: me } },
  'those nobody has': { ...open, holder: 'nobody' },
  'those of a person': { ...base, applicantId: me },
  'those of a number': { ...base, number: 'TB44192025082' },
};

describe('plans', () => {
  test.each(Object.entries(wishes))('%s: cases are found by their indexes', async (_, wish) => {
    const questions = await questionsOf(async () => {
      await store.page(reach, wish);
      await store.count(reach, wish);
    });
    expect(questions.length).toBeGreaterThan(1);
    for (const { text, values } of questions) {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/(using|on) case_/);
      expect(plan).not.toContain('Seq Scan on "case"');
    }
  });
  test('pages by branch hold the same cases in the same order as all of them sorted', async () => {
    const wish = { ...base, limit: 100 };
    const pages: string[] = [];
    for (let place: PageWish['after']; pages.length < 300; ) {
      const { rows } = await store.page(reach, { ...wish, ...(place === undefined ? {} : { after: place }) });
      pages.push(...rows.map((row) => row.case_id));
      const last = rows.at(-1);
      if (last === undefined) break;
      place = { closed: last.queue === 'closed', urgentOn: last.urgent_on, caseId: last.case_id };
    }
    const { rows } = await owner.query<{ case_id: string }>(
      `select case_id from cases.case where queue <> 'closed' order by urgent_on, case_id limit 300`,
    );
    expect(pages).toEqual(rows.map((row) => row.case_id));
  });
});
