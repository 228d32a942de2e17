import type { HotDayCount } from '@tongban/contract';
import { shanghaiDay, startOfDay } from '@tongban/kernel';
import type { HotCandidate } from '@tongban/scoring';
import Type from 'typebox';
import { enqueue, job, newId, publish, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import { monthAsked, monthMined } from './events.ts';
import { type Told, toldOf } from './grievances.ts';
import { startMiner } from './miner.ts';
import { type Parts, postOf, refused, today } from './parts.ts';
import { monthAfter, monthBefore } from './rules/months.ts';
import type { Mined } from './store/runs.ts';
import type { CandidateRow } from './store/tables.ts';

const mineMonth = job(
  'hotlist.mine-month',
  Type.Object({ scope: Type.String(), month: Type.String(), branch: Type.String() }),
);
/** Early on the second day of every month, when the last orders of the month before have come in. */
const monthly = '30 18 1 * *';
/** 比较多少个月: a default of the house. */
const monthsBefore = 3;
const portion = 500;
/** A run that has not ended by then was cut off with its process. */
const giveUpMs = 3_600_000;

type Asked = Mined & { readonly branch: string };
type Miner = ReturnType<typeof startMiner>;

/** 月度挖掘: once a month by itself, and again whenever a leader asks. */
export function createMining(parts: Parts) {
  const { jobs, lists, db } = parts;
  jobs.handle(mineMonth, (asked) => mine(parts, asked));
  jobs.every('hotlist.mine', monthly, async (now) => {
    const month = monthBefore(shanghaiDay(now).slice(0, 7));
    for (const list of lists.all()) await transaction(db, (tx) => ask(parts, tx, { ...list, month }));
  });
  return {
    /** Asks for a month of a list to be mined; one that is under way goes on. */
    async ask(tx: Tx, caller: SignedIn, { scope, month }: Mined): Promise<void> {
      const list = lists.of(postOf(caller)).find((one) => one.scope === scope);
      if (list === undefined) throw refused('scope', 'forbidden');
      if (month > today(parts).slice(0, 7)) throw refused('month', 'invalid');
      await ask(parts, tx, { ...list, month });
    },
  };
}

async function ask({ runs, clock }: Parts, tx: Tx, asked: Asked): Promise<void> {
  const at = clock();
  const givenUp = new Date(at.getTime() - giveUpMs);
  if (!(await runs.ask(tx, { ...asked, at, givenUp }))) return;
  const { scope, month, branch } = asked;
  await enqueue(tx, { job: mineMonth, data: { scope, month, branch }, key: `hotlist ${scope} ${month}` });
  await publish(tx, monthAsked({ scope, month, branch }), at);
}

async function mine(parts: Parts, asked: Asked): Promise<void> {
  const { runs, clock } = parts;
  const miner = startMiner(parts.terms);
  try {
    const told = await readMonths(parts, asked, miner);
    const found = await miner.mine();
    await keep(parts, asked, { told, found });
  } catch (error) {
    await runs.change(asked, { state: 'failed', ended_at: clock() });
    throw error;
  } finally {
    await miner.stop();
  }
}

/** The month and those before it, in portions; tells how far it is. Answers with the days of the orders of the month. */
async function readMonths(parts: Parts, asked: Asked, miner: Miner): Promise<Map<string, string>> {
  const { runs, hotline } = parts;
  const spans = spansOf(asked);
  const months = await Promise.all(spans.map((span) => hotline.told.keysIn(span)));
  const total = months.reduce((sum, keys) => sum + keys.length, 0);
  await runs.change(asked, { state: 'running', read: 0, total, ended_at: null });
  const days = new Map<string, string>();
  let read = 0;
  for (const [month, keys] of months.entries()) {
    miner.add(month, []);
    for (let from = 0; from < keys.length; from += portion) {
      const told = await readPortion(parts, asked, keys.slice(from, from + portion));
      if (month === 0) for (const { id, day } of told) days.set(id, day);
      miner.add(month, told);
      read = Math.min(total, read + portion);
      await runs.change(asked, { read });
    }
  }
  await runs.change(asked, { read: total });
  return days;
}

type Keys = Awaited<ReturnType<Parts['hotline']['told']['keysIn']>>;

async function readPortion({ hotline }: Parts, { scope }: Asked, keys: Keys): Promise<Told[]> {
  const rows = await hotline.told.texts(keys);
  return rows.flatMap((row) => toldOf(row, scope) ?? []);
}

function spansOf({ scope, month }: Asked) {
  let at = month;
  return Array.from({ length: monthsBefore + 1 }, () => {
    const span = {
      from: startOfDay(`${at}-01`),
      to: startOfDay(`${monthAfter(at)}-01`),
      division: scope,
    };
    at = monthBefore(at);
    return span;
  });
}

type Found = { told: ReadonlyMap<string, string>; found: readonly HotCandidate[] };

async function keep({ db, runs, clock }: Parts, asked: Asked, { told, found }: Found): Promise<void> {
  const rows = found.map((one) => rowOf(asked, one, told));
  await transaction(db, async (tx) => {
    await runs.replace(tx, asked, rows);
    await runs.change(asked, { state: 'done', ended_at: clock() }, tx);
    const { scope, month, branch } = asked;
    const facts = { scope, month, branch, orders: told.size, candidates: rows.length };
    await publish(tx, monthMined(facts), clock());
  });
}

function rowOf({ scope, month, branch }: Asked, one: HotCandidate, told: ReadonlyMap<string, string>) {
  const { matter, words, people, volume, growth, repetition, breadth, dissatisfaction, score } = one;
  const row: CandidateRow = {
    ...{ candidate_id: newId(), scope, month, branch, key: [matter, ...words.slice(0, 1)].join(' ') },
    ...{ matter, words: [...words], people, orders: one.orders.length, regions: one.regions.length },
    ...{ signals: { volume, growth, repetition, breadth, dissatisfaction }, score },
    days: daysOf(one.orders.flatMap((id) => told.get(id) ?? [])),
  };
  return row;
}

function daysOf(days: readonly string[]): HotDayCount[] {
  const counted = Map.groupBy(days, (day) => day);
  return [...counted]
    .map(([day, those]) => ({ day, count: those.length }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
