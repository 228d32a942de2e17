import pg from 'pg';
import { breakGround } from '../server/ground.ts';
import { reachBlock } from '../server/modules/hotline/index.ts';
import { settingsOf } from '../server/platform/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Tell = (line: string) => void;
type Work = (client: pg.Client) => Promise<number>;

/** Fills the reply library up with copies of what the content brings, each an entry of its own; answers with how many there are. */
export function fillReplies(environment: Environment, wanted: number, tell: Tell): Promise<number> {
  return asOwner(environment, tell, ['knowledge.entry', 'knowledge.version'], async (client) => {
    await client.query(moreReplies, [wanted]);
    await client.query('vacuum analyze knowledge.entry, knowledge.version, knowledge.indexed');
    return countIn(client, `knowledge.indexed where state = 'in-force'`);
  });
}

/**
 * Fills the ledger and its index up with the same orders of other cities, as many as are wanted; answers with how many there are.
 * They are sealed for the orders they are copies of, so nobody opens them; nobody who is asked is of those cities.
 */
export function fillBeside(environment: Environment, wanted: number, tell: Tell): Promise<number> {
  const tables = ['hotline."order"', 'hotline.step', 'hotline.seat'];
  return asOwner(environment, tell, tables, async (client) => {
    const own = await countIn(client, 'hotline."order"');
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select indexname as name, indexdef as made from pg_indexes
       where schemaname = 'hotline' and tablename = 'indexed' and indexdef ilike '%using gin%'`,
    );
    await client.query(`set maintenance_work_mem = '1GB'; set synchronous_commit = off`);
    // Such an index is made at once in a tenth of the time it takes word by word.
    for (const { name } of indexes) await client.query(`drop index hotline.${name}`);
    for (let [city, left] = [4401, wanted - own]; left > 0; [city, left] = [city + 1, left - own]) {
      if (city === 4419) city += 1;
      await copyTo(client, String(city), left);
      tell(`  ${Math.min(wanted, wanted - left + own)}/${wanted}`);
    }
    for (const { made } of indexes) await client.query(made);
    await client.query(`vacuum analyze ${[...tables, 'hotline.indexed'].join(', ')}`);
    return countIn(client, 'hotline."order"');
  });
}

async function copyTo(client: pg.Client, city: string, most: number): Promise<void> {
  await client.query('begin');
  await client.query(
    `create temp table copied on commit drop as
     select order_id as origin, gen_random_uuid() as order_id from hotline."order" where city = '4419'
     order by order_id limit ${most}`,
  );
  await client.query('create index on copied (origin)');
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = 'hotline."order"'::regclass and attnum > 0 and not attisdropped`,
  );
  const own: Readonly<Record<string, string>> = {
    city: `'${city}'`,
    order_id: 'copied.order_id',
    number: `'${city}' || substr(number, 5)`,
    branch: `branch || '-${city}'`,
    desk: `desk || '-${city}'`,
    key_hash: "decode(md5(copied.order_id::text), 'hex')",
  };
  const names = rows.map(({ name }) => name);
  await client.query(
    `insert into hotline."order" (${names.join(', ')})
     select ${names.map((name) => own[name] ?? `one.${name}`).join(', ')}
     from copied join hotline."order" as one on one.city = '4419' and one.order_id = copied.origin`,
  );
  await client.query(
    `insert into hotline.step (city, order_id, seq, type, at, by_id, sealed)
     select '${city}', copied.order_id, seq, type, at, by_id, sealed
     from copied join hotline.step as one on one.city = '4419' and one.order_id = copied.origin`,
  );
  await copyIndex(client, city);
  await client.query('commit');
}

/** The words and blocks of a copy, with its own city and months in place of those it is a copy of. */
async function copyIndex(client: pg.Client, city: string): Promise<void> {
  const { rows } = await client.query<{ month: string }>(
    `select distinct to_char(received_on, 'YYYY-MM') as month from hotline.indexed where scope = '4419'`,
  );
  const reach = rows.map(({ month }) => {
    const [from, to] = [`4419@${month}`, `${city}@${month}`];
    return { month, from, to, from_block: reachBlock(from), to_block: reachBlock(to) };
  });
  await client.query(
    `insert into hotline.indexed (order_id, scope, received_on, words, blocks)
     select copied.order_id, '${city}', received_on,
       ts_delete(words, array['4419', reach."from"]) || array_to_tsvector(array['${city}', reach."to"]),
       array_replace(blocks, reach.from_block, reach.to_block)
     from copied join hotline.indexed as one on one.order_id = copied.origin
     join json_to_recordset($1) as reach (month text, "from" text, "to" text, from_block integer, to_block integer)
       on reach.month = to_char(received_on, 'YYYY-MM')`,
    [JSON.stringify(reach)],
  );
}

async function countIn(client: pg.Client, from: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${from}`);
  return rows[0]?.n ?? 0;
}

/** Row policies bind even the owner of a table; while it is filled they are let go. */
async function asOwner(
  environment: Environment,
  tell: Tell,
  guarded: readonly string[],
  work: Work,
): Promise<number> {
  const { owner, stop } = await breakGround(environment, tell);
  const client = new pg.Client(settingsOf(owner));
  await client.connect();
  try {
    for (const table of guarded) await client.query(`alter table ${table} no force row level security`);
    return await work(client);
  } finally {
    for (const table of guarded) await client.query(`alter table ${table} force row level security`);
    await client.end();
    await stop();
  }
}

/** Nothing the house brings itself at its start touches an entry that was written. */
const moreReplies = `with known as (
    select entry_id, row_number() over (order by entry_id) - 1 as place, count(*) over () as n
    from knowledge.indexed where state = 'in-force'
  ), copy as (
    select known.entry_id as origin, gen_random_uuid() as entry_id
    from known, generate_series(1, (select ceil($1::integer / max(n)::numeric)::integer from known)) as turn
    where turn * n + place < $1::integer
  ), entry as (
    insert into knowledge.entry (entry_id, key, kind, origin, branch, scope, item, shown)
    select copy.entry_id, null, kind, 'written', branch, scope, item, shown
    from copy join knowledge.entry as one on one.entry_id = copy.origin
  ), version as (
    insert into knowledge.version (entry_id, version, branch, state, revision, public, title, used_when, text, also,
      author_ids, changed_at, in_force_at)
    select copy.entry_id, 1, branch, 'in-force', 0, public, title, used_when, text, also, '{}', changed_at, in_force_at
    from copy join knowledge.version as one on one.entry_id = copy.origin and one.state = 'in-force'
  )
  insert into knowledge.indexed (entry_id, version, state, scope, kind, item, shown, words)
  select copy.entry_id, 1, 'in-force', scope, kind, item, shown, words
  from copy join knowledge.indexed as one on one.entry_id = copy.origin and one.state = 'in-force'`;
