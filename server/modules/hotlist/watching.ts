import { addDays } from '@tongban/calendar';
import { shanghaiDay, startOfDay } from '@tongban/kernel';
import Type from 'typebox';
import { enqueue, job, publish, type Tx, transaction } from '../../platform/index.ts';
import type { OrderTextRow } from '../hotline/index.ts';
import { topicRebounded } from './events.ts';
import { tellsOf } from './grievances.ts';
import { columnsOf, happened, keepStep, stateOf } from './keeping.ts';
import { type Parts, today } from './parts.ts';
import { hasRebounded, houseRebound } from './rules/rebound.ts';
import { decideTopic } from './rules/state.ts';
import type { TopicRow } from './store/tables.ts';
import type { DailyRow } from './store/topics.ts';

export type Watching = ReturnType<typeof createWatching>;
type Counted = { readonly row: TopicRow; readonly days: Map<string, number> };

const countDays = job('hotlist.count-days', Type.Object({}));
/** Half past two in the night in Shanghai, when the day before is whole. */
const nightly = '30 18 * * *';
const portion = 500;
/** 平静期: the weeks before a matter was removed, by which a rebound is judged. */
const quietWeeks = 2;

/** 监测: counts every day what is told of each matter of a list, and for some months after it was removed. */
export function createWatching(parts: Parts) {
  const { jobs, topics } = parts;
  const round = async () => {
    await countAll(parts);
    await judgeRemoved(parts);
  };
  jobs.handle(countDays, round);
  jobs.every('hotlist.watch', nightly, round);
  return {
    /** Counts the days that are not counted yet, soon after this transaction. */
    order: (tx: Tx) => enqueue(tx, { job: countDays, data: {}, key: 'hotlist.count-days' }),
    /** How many orders a week told of a matter in the weeks before it is removed. */
    async quietWeek(tx: Tx, { topic_id }: TopicRow): Promise<number> {
      const day = today(parts);
      const span = { from: addDays(day, -7 * quietWeeks), to: addDays(day, -1) };
      const sums = await topics.sums([topic_id], span, tx);
      return (sums.get(topic_id) ?? 0) / quietWeeks;
    },
  };
}

/** Every matter from where it was counted to until yesterday; those of one list are read together. */
async function countAll(parts: Parts): Promise<void> {
  const until = today(parts);
  const rows = await parts.topics.counted(addDays(until, -houseRebound.days));
  for (const those of Map.groupBy(rows, ({ scope }) => scope).values()) await countList(parts, those, until);
}

async function countList(parts: Parts, rows: readonly TopicRow[], until: string): Promise<void> {
  const behind = rows.filter((row) => row.counted_to < until);
  const [first] = behind.map((row) => row.counted_to).toSorted();
  if (first === undefined) return;
  const counted = behind.map((row): Counted => ({ row, days: daysBetween(row.counted_to, until) }));
  await readDays(parts, counted, { from: first, until });
  const { db, topics } = parts;
  await transaction(db, async (tx) => {
    await topics.count(tx, counted.flatMap(dailyOf));
    for (const { row } of counted) await topics.change(tx, row.topic_id, { counted_to: until });
  });
}

async function readDays(
  { hotline, words }: Parts,
  counted: readonly Counted[],
  { from, until }: { from: string; until: string },
): Promise<void> {
  const matters = [...new Set(counted.map(({ row }) => row.matter))];
  const division = counted[0]?.row.scope ?? '';
  const span = { from: startOfDay(from), to: startOfDay(until), division, matters };
  const keys = await hotline.told.keysIn(span);
  for (let at = 0; at < keys.length; at += portion)
    for (const told of await hotline.told.texts(keys.slice(at, at + portion)))
      countOne(counted, told, words.cut(`${told.title}\n${told.text}`));
}

function countOne(counted: readonly Counted[], told: OrderTextRow, tokens: readonly string[]): void {
  if (told.kind === 'praise') return;
  const day = shanghaiDay(told.receivedAt);
  for (const { row, days } of counted) {
    const before = days.get(day);
    if (before === undefined || row.matter !== told.matter || !tellsOf(tokens, row.words)) continue;
    days.set(day, before + 1);
  }
}

/** 反弹: what was removed and is back stands on its list again, with a red light. */
async function judgeRemoved(parts: Parts): Promise<void> {
  const { topics, db } = parts;
  const day = today(parts);
  const removed = (await topics.counted(addDays(day, -houseRebound.days))).filter(
    (row) => row.stage === 'removed',
  );
  for (const { topic_id } of removed) await transaction(db, (tx) => judge(parts, tx, topic_id));
}

async function judge(parts: Parts, tx: Tx, topicId: string): Promise<void> {
  const { topics, clock } = parts;
  const row = await topics.lock(tx, topicId);
  if (row?.removed_on === undefined) return;
  const day = today(parts);
  const from = [addDays(day, -7), addDays(row.removed_on, 1)].toSorted()[1] ?? day;
  const sums = await topics.sums([topicId], { from, to: addDays(day, -1) }, tx);
  const now = sums.get(topicId) ?? 0;
  const quiet = row.quiet_week ?? 0;
  if (!hasRebounded({ now, quiet, hot: row.hot_week })) return;
  const figures = [
    { what: '近七天', value: now, unit: '件' },
    { what: '撤榜前每周', value: Math.round(quiet * 10) / 10, unit: '件' },
  ];
  const verdict = decideTopic(stateOf(row), { type: 'rebound', figures }, day);
  if (!verdict.ok || (await topics.stands(tx, row))) return;
  const columns = { ...columnsOf(verdict.state), quiet_week: null, version: row.version + 1 };
  await topics.change(tx, topicId, columns);
  await keepStep(parts, tx, { topicId, type: 'rebound', say: '撤榜后又多起来，重新上榜', figures });
  const facts = { ...happened(parts, row), stage: verdict.state.stage, round: verdict.state.round };
  await publish(tx, topicRebounded({ ...facts, week: now, quietWeek: quiet }), clock());
}

function daysBetween(from: string, until: string): Map<string, number> {
  const days = new Map<string, number>();
  for (let day = from; day < until; day = addDays(day, 1)) days.set(day, 0);
  return days;
}

function dailyOf({ row, days }: Counted): DailyRow[] {
  return [...days].map(([day, count]) => ({ topic_id: row.topic_id, day, count }));
}
