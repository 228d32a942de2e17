import { addDays } from '@tongban/calendar';
import type { HotCandidateRow, HotMonth, HotStep, HotTopic, HotTopicRow } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { stateOf } from './keeping.ts';
import { namesOf, type Parts, postOf, refused, saidPlace, today } from './parts.ts';
import { topicLight } from './rules/lights.ts';
import { actsOf } from './rules/state.ts';
import type { BoardRow, CandidateRow, RunRow, StepRow, TopicRow } from './store/tables.ts';

const mostTopics = 300;
const keptDays = 365;

/** What the desk sees of candidates and of the matters of the lists its post reaches. */
export function createViews(parts: Parts) {
  const { topics, runs, lists } = parts;
  return {
    async month(caller: SignedIn, asked: { month: string; scope?: string }, tx?: Tx): Promise<HotMonth> {
      const mine = lists.of(postOf(caller));
      const scopes = mine.map(({ scope }) => ({ id: scope, name: lists.nameOf(scope) }));
      const scope = mine.find((one) => one.scope === asked.scope)?.scope ?? mine[0]?.scope;
      const { month } = asked;
      if (scope === undefined) return { scopes, month, candidates: [] };
      const run = await runs.run({ scope, month }, tx);
      const candidates = await runs.candidates({ scope, month }, tx);
      const picked = await topics.picked(scope, tx);
      return {
        ...{ scopes, scope, month, ...(run === undefined ? {} : { run: runView(run) }) },
        candidates: candidates.map((row) => candidateView(parts, row, picked)),
      };
    },
    async board(): Promise<{ topics: HotTopicRow[] }> {
      const rows = await topics.list(addDays(today(parts), -keptDays), mostTopics);
      const ids = rows.map(({ topic_id }) => topic_id);
      const weeks = await weeksOf(parts, ids);
      const boards = await topics.boards(ids);
      const shown = new Set(boards.flatMap((one) => (one.shown ? [one.topic_id] : [])));
      const seen = { weeks, shown };
      return { topics: rows.map((row) => rowView(parts, row, seen)) };
    },
    async topic(caller: SignedIn, topicId: string, tx?: Tx): Promise<HotTopic> {
      const row = await topics.find(topicId, tx);
      if (row === undefined) throw refused('missing', 'missing');
      return topicView(parts, { caller, row, tx });
    },
  };
}

type Picked = Awaited<ReturnType<Parts['topics']['picked']>>;

function candidateView(parts: Parts, row: CandidateRow, picked: Picked): HotCandidateRow {
  const topic = picked.find(
    (one) => one.candidate_id === row.candidate_id || (one.key === row.key && one.stage !== 'removed'),
  )?.topic_id;
  const { people, orders, regions, signals, score, days, words } = row;
  return {
    ...{ candidate: row.candidate_id, matterName: matterName(parts, row.matter), words, people, orders },
    ...{ regions, signals, score, days, ...(topic === undefined ? {} : { topic }) },
  };
}

function runView({ state, read, total, asked_at, ended_at }: RunRow) {
  const ended = ended_at === undefined ? {} : { endedAt: ended_at.toISOString() };
  return { state, read, total, askedAt: asked_at.toISOString(), ...ended };
}

type Seen = { weeks: ReadonlyMap<string, number>; shown: ReadonlySet<string> };

function rowView(parts: Parts, row: TopicRow, { weeks, shown }: Seen): HotTopicRow {
  const { owner_branch, leader, due_on, removed_on, rebounded_on } = row;
  return {
    ...{ topic: row.topic_id, name: row.name, scope: row.scope, scopeName: parts.lists.nameOf(row.scope) },
    ...{ month: row.month, matterName: matterName(parts, row.matter), words: row.words },
    ...{ people: row.people, orders: row.orders, signals: row.signals, stage: row.stage, round: row.round },
    light: topicLight(stateOf(row), today(parts)),
    ...(owner_branch === undefined ? {} : { owner: parts.lists.unitName(owner_branch) }),
    ...(leader === undefined ? {} : { leader }),
    ...(due_on === undefined ? {} : { dueOn: due_on }),
    listedOn: row.listed_on,
    ...(removed_on === undefined ? {} : { removedOn: removed_on }),
    ...(rebounded_on === undefined ? {} : { reboundedOn: rebounded_on }),
    ...{ week: weeks.get(row.topic_id) ?? 0, hotWeek: Math.round(row.hot_week) },
    shown: shown.has(row.topic_id),
  };
}

type Name = (id: string | undefined) => string;

async function topicView(
  parts: Parts,
  { caller, row, tx }: { caller: SignedIn; row: TopicRow; tx: Tx | undefined },
): Promise<HotTopic> {
  const { topics } = parts;
  const steps = await topics.steps(row.topic_id, tx);
  const files = await parts.attaching.byStep(row.topic_id, tx);
  const days = await topics.daily(row.topic_id, tx);
  const board = await topics.board(row.topic_id, tx);
  const weeks = await weeksOf(parts, [row.topic_id], tx);
  const people = [...steps.map(({ by_id }) => by_id), board?.written_by, board?.approved_by];
  const name = await namesOf(
    parts,
    people.flatMap((id) => id ?? []),
  );
  const shown = new Set(board?.shown === true ? [row.topic_id] : []);
  return {
    ...rowView(parts, row, { weeks, shown }),
    version: row.version,
    days: days.map(({ day, count }) => ({ day, count })),
    steps: steps.map((step) => ({ ...stepView(parts, step, name), files: files.get(step.step_id) ?? [] })),
    may: mayOf(parts, caller, row),
    ...(board === undefined ? {} : { board: boardView(board, name) }),
    ...boardActs(caller, board),
  };
}

function stepView({ vault }: Parts, step: StepRow, name: Name): Omit<HotStep, 'files'> {
  const { topic_id, step_id, type, at, by_id, said, figures } = step;
  return {
    ...{ type, at: at.toISOString(), by: name(by_id), figures },
    say: vault.open(saidPlace(topic_id, step_id), said),
  };
}

function boardView(row: BoardRow, name: Name) {
  return {
    ...{ title: row.title, doing: row.doing, words: row.words, withFigures: row.with_figures },
    ...(row.title_en === undefined ? {} : { titleEn: row.title_en }),
    ...(row.doing_en === undefined ? {} : { doingEn: row.doing_en }),
    ...{ revision: row.revision, shown: row.shown, by: name(row.written_by) },
    ...(row.approved_by === undefined ? {} : { approver: name(row.approved_by) }),
  };
}

/** Leaders of the list take the steps; the unit it was assigned to only reports. */
function mayOf({ lists }: Parts, caller: SignedIn, row: TopicRow): HotTopic['may'] {
  const acts = actsOf(stateOf(row));
  if (caller.role === 'spokesperson') return [];
  const leads =
    caller.role === 'supervisor' && lists.of(postOf(caller)).some(({ scope }) => scope === row.scope);
  return leads ? acts : acts.filter((act) => act === 'note');
}

function boardActs({ role, personId }: SignedIn, board: BoardRow | undefined) {
  const leads = role === 'supervisor';
  return {
    mayWrite: leads || role === 'spokesperson',
    mayShow: leads && board !== undefined && !board.shown && board.written_by !== personId,
    mayHide: leads && board?.shown === true,
  };
}

/** Orders of the last seven whole days. */
export function weeksOf(parts: Parts, topicIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
  const day = today(parts);
  const span = { from: addDays(day, -7), to: addDays(day, -1) };
  return parts.topics.sums(topicIds, span, tx);
}

function matterName({ rules }: Parts, matter: string): string {
  return rules.matters.find(({ id }) => id === matter)?.name ?? matter;
}
