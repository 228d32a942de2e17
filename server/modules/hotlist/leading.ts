import type { HotAct, HotEvidence } from '@tongban/contract';
import { newId, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { topicMoved, topicReported } from './events.ts';
import { columnsOf, happened, keepStep, stateOf } from './keeping.ts';
import { type Parts, postOf, refused, today } from './parts.ts';
import { daysOf } from './rules/months.ts';
import { decideTopic, listedTopic, type TopicCommand, type TopicState } from './rules/state.ts';
import type { CandidateRow, TopicRow } from './store/tables.ts';
import type { Watching } from './watching.ts';

type Picked = { candidate: string; name: string; evidence: HotEvidence };
type Acted = { topic: string; version: number; act: HotAct };
type Whole = Parts & { watching: Watching };
/** 上榜到撤榜: what a leader does about the matters of a list, each step with its evidence. */
export function createLeading(parts: Whole) {
  return {
    async pick(tx: Tx, caller: SignedIn, picked: Picked): Promise<string> {
      const candidate = await parts.runs.candidate(picked.candidate, tx);
      if (candidate === undefined) throw refused('candidate', 'missing');
      const begun = listedTopic(picked.evidence, today(parts));
      if (!begun.ok) throw refused(begun.why, 'invalid');
      const row = topicFrom(parts, candidate, { name: picked.name.trim(), state: begun.state });
      if (!(await parts.topics.insert(tx, row))) throw refused('on-list');
      await parts.topics.count(
        tx,
        candidate.days.map((one) => ({ topic_id: row.topic_id, ...one })),
      );
      await keepStep(parts, tx, {
        ...{ topicId: row.topic_id, type: 'pick', by: caller.personId },
        ...picked.evidence,
      });
      await publish(tx, topicMoved(happened(parts, row)), parts.clock());
      await parts.watching.order(tx);
      return row.topic_id;
    },
    act: (tx: Tx, caller: SignedIn, acted: Acted) => act(parts, { tx, caller, acted }),
    /** A report changes nothing but what is known. */
    async note(tx: Tx, caller: SignedIn, { topic, ...evidence }: HotEvidence & { topic: string }) {
      const row = await parts.topics.find(topic, tx);
      if (row === undefined) throw refused('missing', 'missing');
      decided(parts, row, { type: 'note', evidence });
      await keepStep(parts, tx, { topicId: topic, type: 'note', by: caller.personId, ...evidence });
      await publish(tx, topicReported(happened(parts, row)), parts.clock());
    },
  };
}

async function act(parts: Whole, { tx, caller, acted }: { tx: Tx; caller: SignedIn; acted: Acted }) {
  const { topics, clock } = parts;
  const row = await locked(parts, tx, acted.topic);
  if (row.version !== acted.version) throw refused('version');
  const command = commandOf(parts, caller, acted.act);
  const next = decided(parts, row, command);
  const left = next.stage === 'removed' ? { quiet_week: await parts.watching.quietWeek(tx, row) } : {};
  await topics.change(tx, row.topic_id, { ...columnsOf(next), ...left, version: row.version + 1 });
  await keepStep(parts, tx, {
    ...{ topicId: row.topic_id, type: command.type, by: caller.personId },
    ...acted.act.evidence,
  });
  await publish(tx, topicMoved(happened(parts, { ...row, stage: next.stage })), clock());
}

async function locked({ topics }: Whole, tx: Tx, topicId: string): Promise<TopicRow> {
  const row = await topics.lock(tx, topicId);
  if (row !== undefined) return row;
  throw (await topics.find(topicId, tx)) === undefined
    ? refused('missing', 'missing')
    : refused('scope', 'forbidden');
}

/** An organisation is named by its id; it must be the leader’s own or one below. */
function commandOf({ offices }: Whole, caller: SignedIn, wish: HotAct): TopicCommand {
  if (wish.type !== 'assign') return wish;
  const { to, ...rest } = wish;
  const owner = offices.organisation(to)?.branch;
  const post = postOf(caller);
  if (owner === undefined || (owner !== post && !owner.startsWith(`${post}/`)))
    throw refused('unit', 'invalid');
  return { ...rest, owner };
}

function decided(parts: Pick<Parts, 'clock'>, row: TopicRow, command: TopicCommand): TopicState {
  const verdict = decideTopic(stateOf(row), command, today(parts));
  if (verdict.ok) return verdict.state;
  throw refused(verdict.why, verdict.why === 'stage' ? 'conflict' : 'invalid');
}

function topicFrom(
  parts: Whole,
  candidate: CandidateRow,
  { name, state }: { name: string; state: TopicState },
): TopicRow {
  const { candidate_id, scope, month, branch, key, matter, words, people, orders, signals } = candidate;
  return {
    ...{ topic_id: newId(), candidate_id, scope, month, branch, key, matter, words, people, orders },
    ...{ signals, name, stage: state.stage, round: state.round, version: 0, listed_on: state.listedOn },
    ...{ owner_branch: undefined, leader: undefined, due_on: undefined, removed_on: undefined },
    ...{ rebounded_on: undefined, quiet_week: undefined, counted_to: `${month}-01` },
    hot_week: (orders * 7) / daysOf(month, today(parts)),
  };
}
