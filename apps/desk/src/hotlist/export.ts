import type { HotCandidateRow, HotTopicRow } from '@tongban/contract';
import { saveTable } from '../ratings/export.ts';
import { hotlistWords as said } from './words.ts';

const hundred = (share: number) => Math.round(share * 100);

/** 候选导出: the candidates of a month as they stand on the screen. */
export function exportCandidates(name: string, candidates: readonly HotCandidateRow[]): void {
  saveTable(
    `${said.title} ${said.tabs.candidates} ${name}`,
    said.csv.candidates,
    candidates.map((one, at) => {
      const { volume, growth, repetition, breadth, dissatisfaction } = one.signals;
      return [
        ...[at + 1, one.matterName, one.words.join(' '), one.people, one.orders, one.regions],
        ...[volume, growth, repetition, breadth, dissatisfaction, one.score].map(hundred),
      ];
    }),
  );
}

/** 榜单导出. */
export function exportBoard(topics: readonly HotTopicRow[], day: string): void {
  saveTable(
    `${said.title} ${day}`,
    said.csv.board,
    topics.map((one) => [
      ...[one.name, one.matterName, one.words.join(' '), said.stages[one.stage], said.lights[one.light]],
      ...[one.round, one.owner ?? '', one.leader ?? '', one.dueOn ?? '', one.listedOn],
      ...[one.removedOn ?? '', one.week, one.hotWeek, one.shown ? said.shown : said.notShown],
    ]),
  );
}
