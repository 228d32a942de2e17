import { randomBytes } from 'node:crypto';
import { type OrderChannel, type OrderKind, orderChannels, orderKinds } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { newId, type PlainClient } from '../../../platform/index.ts';
import { orderNumber, seatRows, standingOf, stepRow } from '../model.ts';
import { cityOf, indexes, places } from '../parts.ts';
import { hashOf } from '../registering.ts';
import type { Actor } from '../rules/commands.ts';
import { kindRule } from '../rules/order-rules.ts';
import { type Cast, courseOf } from './invented-course.ts';
import type { Shared } from './parts.ts';
import { reachable } from './reach.ts';
import { toldOf, veiledBlocks } from './reading.ts';

/** 生成的诉求: what an invented order says; its person is a number. */
export type InventedOrder = {
  readonly day: string;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly kind: string;
  readonly matter: string;
  /** The division it is told of. */
  readonly region: string;
  readonly channel: string;
  readonly text: string;
  readonly person: number;
  readonly reopened: boolean;
  readonly level?: number;
};
export type SeedOrders = {
  readonly orders: readonly InventedOrder[];
  /** A connection of the owner of the tables, for whom no row policy holds meanwhile. */
  readonly client: PlainClient;
  readonly tell: (done: number) => void;
};

const batch = 500;
const titleLength = 24;
const leastTitle = 7;

/** 演示诉求: fills the ledger with invented orders that obey every rule and are found like any other; nobody is told of them. */
export async function seedOrders(shared: Shared, { orders, client, tell }: SeedOrders): Promise<number> {
  const foundry = createFoundry(shared, await countersOf(client));
  let [done, written] = [0, Promise.resolve()];
  for (let from = 0; from < orders.length; from += batch) {
    const some = orders.slice(from, from + batch);
    // These are made while those before are written.
    const [made] = await Promise.all([
      Promise.all(some.map((one, at) => foundry.make(one, from + at))),
      written,
    ]);
    const whole = made.flatMap((one) => one ?? []);
    written = write(client, whole);
    done += whole.length;
    tell(done);
  }
  await written;
  await keepCounters(client, foundry.counters);
  return done;
}

type Forged = ReturnType<typeof forge>;

/** One batch in one transaction. */
async function write(client: PlainClient, whole: readonly Forged[]): Promise<void> {
  const tables: readonly (readonly [string, (one: Forged) => readonly Json[]])[] = [
    ['hotline."order"', ({ row }) => [row]],
    ['hotline.step', ({ steps }) => steps],
    ['hotline.seat', ({ seats }) => seats],
    ['hotline.indexed', ({ indexed }) => indexed],
  ];
  await client.query('begin');
  for (const [table, rowsOf] of tables) await insert(client, table, whole.flatMap(rowsOf));
  await client.query('commit');
}

function createFoundry(shared: Shared, counters: Map<string, number>) {
  const casts = new Map<string, Promise<Cast>>();
  const read = createReader(shared);
  const castAt = (branch: string): Promise<Cast> => {
    const known = casts.get(branch) ?? castOf(shared, branch);
    casts.set(branch, known);
    return known;
  };
  return {
    counters,
    async make(invented: InventedOrder, place: number) {
      const desk = shared.offices.intakeFor(invented.region.slice(0, 4));
      if (desk === undefined) return undefined;
      const cast = await castAt(desk.branch);
      return forge(shared, { invented, place, cast, desk: desk.branch, counters, read });
    },
  };
}

async function castOf({ identity }: Shared, branch: string): Promise<Cast> {
  const staff = await identity.staffOf({ branches: [branch] }, ['operator', 'clerk', 'approver']);
  const play = (role: 'operator' | 'clerk' | 'approver'): Actor => ({
    kind: 'staff',
    personId: staff.find((one) => one.role === role)?.personId ?? newId(),
    post: { role, branch },
  });
  return { operator: play('operator'), clerk: play('clerk'), approver: play('approver') };
}

type Forging = {
  invented: InventedOrder;
  place: number;
  cast: Cast;
  desk: string;
  counters: Map<string, number>;
  read: Reader;
};

function forge(shared: Shared, forging: Forging) {
  const { invented, place, desk, cast } = forging;
  const { rules, timing, clock } = shared;
  const { day, minute, matter, region } = invented;
  const at = new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);
  const kind: OrderKind = orderKinds.find((one) => one === invented.kind) ?? 'help';
  const channel: OrderChannel = orderChannels.find((one) => one === invented.channel) ?? 'phone';
  const isTipOff = kindRule(rules, kind).tipOff;
  const secretMatter = !isTipOff && rules.matters.some(({ id, secret }) => id === matter && secret);
  const first = {
    ...{ type: 'registered' as const, on: day, kind, urgent: false, tipOff: isTipOff, secret: false, desk },
    petition: rules.petitionChannels.includes(channel),
    ...(isTipOff ? { unit: desk } : {}),
  };
  const { steps, state } = courseOf({
    ...{ first, at, until: clock(), cast, unit: desk, matter, secretMatter, rules: timing },
    ...{ lot: mixed(place) % 100, reopened: invented.reopened, level: invented.level },
  });
  const { tipOff } = state;
  const made = { city: cityOf(region), orderId: newId(), at, channel, tipOff };
  const standing = standingOf(shared, state, steps.at(-1)?.at ?? at);
  const key = { city: made.city, order_id: made.orderId };
  return {
    row: asJson({ ...rowOf(shared, forging, made), ...standing, version: steps.length }),
    steps: steps.map(({ at: stepAt, ...step }, seq) =>
      asJson(stepRow(shared, key, { step, seq, at: stepAt })),
    ),
    seats: tipOff ? [] : seatRows(state).map((seat) => ({ ...key, ...seat, tip_off: false })),
    indexed: tipOff ? [] : [indexedOf(shared, forging, made)],
  };
}

type Made = { city: string; orderId: string; at: Date; channel: OrderChannel; tipOff: boolean };

function rowOf({ vault }: Shared, { invented, desk, counters }: Forging, made: Made) {
  const { city, orderId, at, channel, tipOff } = made;
  const on = shanghaiDay(at);
  const sequence = (counters.get(`${city} ${on}`) ?? 0) + 1;
  counters.set(`${city} ${on}`, sequence);
  const phone = phoneOf(invented);
  const caller = { name: '示例·来电人', ...(tipOff ? { phone } : {}) };
  return {
    ...{ city, order_id: orderId, number: orderNumber(city, on, sequence), desk, channel, identity: 'named' },
    ...{ key_hash: hashOf(randomBytes(12).toString('hex')), received_at: at },
    said: vault.seal(places.said(orderId), JSON.stringify({ title: titleOf(invented), text: invented.text })),
    caller: vault.seal(places.caller(orderId), JSON.stringify(caller)),
    ...(tipOff
      ? {}
      : { phone: vault.seal(places.phone(orderId), phone), phone_index: vault.index(indexes.phone, phone) }),
  };
}

function indexedOf({ veil, vault }: Shared, { invented, read }: Forging, { city, orderId, at }: Made) {
  const day = shanghaiDay(at);
  const person = vault.index(indexes.saidBy, phoneOf(invented)).toString('hex');
  const { words, blocks } = read(invented);
  const named = veiledBlocks({ tokens: [], places: [], marks: [], day, person }, veil);
  const found = reachable({ scope: city, receivedOn: day, words, blocks: [...blocks, ...named] });
  return {
    ...{ order_id: orderId, scope: city, received_on: day },
    ...{ words: found.words, blocks: found.blocks },
  };
}

type Reader = ReturnType<typeof createReader>;

/** What the index keeps of a text; the same text is read once, however many say it. */
function createReader({ words, veil, search }: Shared) {
  const known = new Map<string, { words: string; blocks: readonly number[] }>();
  return (invented: InventedOrder) => {
    const [title, { text, day }] = [titleOf(invented), invented];
    const fresh = () => ({
      words: search.vectorOf({ A: title, C: text }),
      blocks: veiledBlocks(toldOf(words, { text: `${title} ${text}`, day }), veil),
    });
    const read = known.get(text) ?? fresh();
    known.set(text, read);
    return read;
  };
}

/** The first clause that is more than a greeting. */
function titleOf({ text }: InventedOrder): string {
  const clauses = text.split(/[，。？！；,.?!;]/);
  return (clauses.find(({ length }) => length >= leastTitle) ?? text).slice(0, titleLength);
}

function phoneOf({ person }: InventedOrder): string {
  return `1990000${String(person % 10_000).padStart(4, '0')}`;
}

/** Spreads numbers that follow each other, the same way every time. */
function mixed(place: number): number {
  return (Math.imul(place + 1, 0x9e3779b1) >>> 8) % 10_000;
}

type Json = Readonly<Record<string, unknown>>;

function asJson(row: object): Json {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
}

/** What is not said of a row is empty. */
function insert(client: PlainClient, table: string, rows: readonly Json[]) {
  return client.query(
    `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

async function countersOf(client: PlainClient): Promise<Map<string, number>> {
  const { rows } = await client.query<{ city: string; day: string; last: number }>(
    `select city, day::text as day, last from hotline.counter`,
  );
  return new Map(rows.map(({ city, day, last }) => [`${city} ${day}`, last]));
}

async function keepCounters(client: PlainClient, counters: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...counters].map(([key, last]) => ({ city: key.slice(0, 4), day: key.slice(5), last }));
  await client.query(
    `insert into hotline.counter select * from json_populate_recordset(null::hotline.counter, $1::json)
     on conflict (city, day) do update set last = excluded.last`,
    [JSON.stringify(rows)],
  );
}
