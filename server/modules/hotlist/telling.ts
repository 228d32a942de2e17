import type { HotWords, PublicHotTopic } from '@tongban/contract';
import { asMachine, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { boardChanged } from './events.ts';
import { happened } from './keeping.ts';
import { type Parts, refused, today } from './parts.ts';
import type { BoardRow, TopicRow } from './store/tables.ts';
import { weeksOf } from './views.ts';

type Written = { topic: string; revision: number; words: HotWords };
type Judged = { topic: string; revision: number; shown: boolean };
const mostShown = 50;

/** 公示: what anybody may read of the matters of a list, written by one person and approved by another. */
export function createTelling(parts: Parts) {
  return {
    /** Words written anew leave the public board until somebody else has approved them. */
    async write(tx: Tx, caller: SignedIn, { topic, revision, words }: Written): Promise<void> {
      const row = await found(parts, tx, topic);
      const { topics, clock } = parts;
      const board = await topics.lockBoard(tx, topic);
      if ((board?.revision ?? 0) !== revision) throw refused('version');
      const written = { ...columnsOf(words), written_by: caller.personId, at: clock() };
      const next = { ...written, revision: revision + 1, shown: false };
      if (board === undefined)
        await topics.insertBoard(tx, { ...next, topic_id: topic, scope: row.scope, approved_by: undefined });
      else await topics.changeBoard(tx, topic, { ...next, ...emptied(words), approved_by: null });
      await tell(parts, tx, row, { revision: next.revision, shown: false });
    },
    async show(tx: Tx, caller: SignedIn, { topic, revision, shown }: Judged): Promise<void> {
      const row = await found(parts, tx, topic);
      const { topics, clock } = parts;
      const board = await topics.lockBoard(tx, topic);
      if (board === undefined) throw refused('no-words');
      if (board.revision !== revision) throw refused('version');
      if (shown && board.written_by === caller.personId) throw refused('own', 'forbidden');
      const approved = shown ? { approved_by: caller.personId } : {};
      await topics.changeBoard(tx, topic, { shown, ...approved, revision: revision + 1, at: clock() });
      await tell(parts, tx, row, { revision: revision + 1, shown });
    },
    /** 公开榜: what is shown in a city, and for the whole province. */
    shown: (division: string): Promise<{ topics: PublicHotTopic[] }> => shown(parts, division),
  };
}

async function shown(parts: Parts, division: string): Promise<{ topics: PublicHotTopic[] }> {
  const scopes = [...new Set([division.slice(0, 4), division.slice(0, 2)])];
  const boards = await parts.topics.shown(scopes, mostShown);
  // Whoever reads the board may not read the list; only what was approved leaves it here.
  return asMachine('worker', async () => {
    const ids = boards.map(({ topic_id }) => topic_id);
    const rows = new Map((await parts.topics.byIds(ids)).map((row) => [row.topic_id, row]));
    const weeks = await weeksOf(parts, ids);
    const topics = boards.flatMap((board) => {
      const row = rows.get(board.topic_id);
      return row === undefined ? [] : [publicView(parts, { board, row, week: weeks.get(row.topic_id) ?? 0 })];
    });
    return { topics: topics.toSorted(byStage) };
  });
}

type Shown = { board: BoardRow; row: TopicRow; week: number };

function publicView(parts: Parts, { board, row, week }: Shown): PublicHotTopic {
  const { scope, month, people, hot_week, stage, listed_on: since, removed_on } = row;
  const figures = { month, people, hotWeek: Math.round(hot_week), week, on: today(parts) };
  return {
    title: { zh: board.title, ...(board.title_en === undefined ? {} : { en: board.title_en }) },
    doing: { zh: board.doing, ...(board.doing_en === undefined ? {} : { en: board.doing_en }) },
    words: board.words,
    scopeName: { zh: parts.lists.nameOf(scope), ...(scope.length === 2 ? { en: 'Whole province' } : {}) },
    ...{ stage, since, ...(removed_on === undefined ? {} : { removedOn: removed_on }) },
    ...(board.with_figures ? { figures } : {}),
  };
}

/** What is being worked on first, what was solved after it; each the newest first. */
function byStage(a: PublicHotTopic, b: PublicHotTopic): number {
  const solved = Number(a.stage === 'removed') - Number(b.stage === 'removed');
  return solved || b.since.localeCompare(a.since);
}

async function found({ topics }: Parts, tx: Tx, topicId: string): Promise<TopicRow> {
  const row = await topics.find(topicId, tx);
  if (row === undefined) throw refused('missing', 'missing');
  return row;
}

function tell(parts: Parts, tx: Tx, row: TopicRow, told: { revision: number; shown: boolean }) {
  return publish(tx, boardChanged({ ...happened(parts, row), ...told }), parts.clock());
}

function columnsOf({ title, doing, titleEn, doingEn, words, withFigures }: HotWords) {
  return {
    ...{ title: title.trim(), doing: doing.trim(), title_en: titleEn, doing_en: doingEn },
    ...{ words, with_figures: withFigures },
  };
}

/** What was said before in English and is not said any more. */
function emptied({ titleEn, doingEn }: HotWords) {
  return { title_en: titleEn ?? null, doing_en: doingEn ?? null };
}
