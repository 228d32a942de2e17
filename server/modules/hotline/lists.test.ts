import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asCaller, type SignedIn, settingsOf } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';
import { type DeskList, deskPage } from './store/lists.ts';

let house: HotlineHouse;
const many = 20_000;
beforeAll(async () => {
  house = await createHotlineHouse();
  // One order in twenty is open, as in a bureau that answers in time.
  await sql`insert into hotline."order" (city, order_id, number, branch, desk, kind, channel, identity, tip_off, urgent,
      stage, how, key_hash, said, labels, handler_id, received_at, due_on, call_back_on, called_back, dispatches,
      wrong_dispatches, urges, closed_at, version)
    select '4419', gen_random_uuid(), n::text, case n % 3 when 0 then 'lake' else 'lake/u' || n % 40 end,
      case n % 3 when 0 then 'lake' else 'lake/u' || n % 40 end, 'help', 'phone', 'anonymous', false, false,
      (array['handling', 'call-back', 'closed'])[least(n % 20 + 1, 3)], case when n % 20 > 1 then 'solved' end,
      n::text::bytea, '\\x00', '{}', gen_random_uuid(), now() - n * interval '1 minute', '2026-03-02'::date + n % 90,
      case n % 20 when 1 then '2026-03-02'::date + n % 30 end, false, 1, 0, 0,
      case when n % 20 > 1 then now() - n * interval '1 minute' end, 1
    from generate_series(1, ${many}::integer) as n`.execute(house.db);
  // What the server gathers by itself, at once; only the owner of a table may ask for it.
  const owner = new pg.Client(settingsOf(house.ownerConnection));
  await owner.connect();
  await owner.query('analyze hotline."order"');
  await owner.end();
});
afterAll(() => house.stop());

type Plan = { 'Node Type': string; 'Index Name'?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

async function planOf(
  caller: SignedIn,
  list: DeskList,
  after?: { key: string; id: string },
): Promise<Plan[]> {
  const branch = caller.assignment?.branch ?? '';
  const wish = {
    list,
    branch,
    personId: caller.personId,
    limit: 51,
    ...(after === undefined ? {} : { after }),
  };
  const [row] = await asCaller(caller, () =>
    deskPage(house.db, wish).explain<{ 'QUERY PLAN': [{ Plan: Plan }] }>('json'),
  );
  return row === undefined ? [] : nodes(row['QUERY PLAN'][0].Plan);
}

test.each([
  ['inbox', 'order_open'],
  ['below', 'order_open'],
  ['mine', 'order_in_hand'],
  ['closed', 'order_closed'],
  ['call-backs', 'order_to_call_back'],
] as const)('the list “%s” reads the index %s and never the whole table', async (list, index) => {
  const after = {
    key: list === 'closed' ? '2026-03-01T00:00:00.000Z' : '2026-03-20',
    id: '00000000-0000-7000-8000-000000000000',
  };
  for (const from of [undefined, after]) {
    const plan = await planOf(house.at('spokesperson', 'lake'), list, from);
    expect(plan.map((node) => node['Index Name'])).toContain(index);
    const onOrders = plan.filter((node) => node['Node Type'] === 'Seq Scan');
    expect(onOrders).toEqual([]);
  }
});
