import { intakeRoutes, type Mark, type MaterialSlot } from '@tongban/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { CheckRow } from '../../case/checks/cards.ts';
import { findMark, withRestOk, withResult, withSay } from '../../case/checks/marks.ts';
import type { Desk, OpenPart } from '../use-desk.ts';
import { isSettled, marksOf, openRow, type Work, withMarks, worksOf } from './work.ts';

/** What is laid under a material. */
export type Laying = { met: MaterialSlot['met']; files: string[]; licence?: string; originalSeen?: boolean };

/** 收材料的台面: the material at hand, its marks, and everything the keys do to it. */
export type Table = ReturnType<typeof useMaterials>;

export function useMaterials(desk: Desk, part: OpenPart, card: string) {
  const { draft, works } = part;
  const work = works.find((one) => one.card.key === card);
  const marks = marksOf(desk.marks.all, draft);
  const [rowKey, setRowKey] = useState<string>();
  const spot = { at: 'material', draft, card } as const;
  const row = rowAt(work, rowKey, marks);

  const keep = (next: Mark[]) => desk.marks.change(withMarks(desk.marks.all, draft, next));
  const change = (next: Mark[]) => {
    keep(next);
    const after = worksOf(part.edition, part.taken, next).find((one) => one.card.key === card);
    if (work !== undefined && !isSettled(work) && after !== undefined && isSettled(after)) desk.goOn(spot);
  };
  return {
    desk,
    part,
    work,
    marks,
    /** The checkpoint the keys act on. */
    row,
    at: setRowKey,
    move: (by: 1 | -1) => setRowKey(neighbour(work, row, by)?.key),
    /** A defect stays at hand until its words are chosen. */
    mark: (to: CheckRow, result: Mark['result']) => {
      setRowKey(result === 'defect' ? to.key : undefined);
      const next = withResult(marks, to, result);
      if (result === 'defect') keep(next);
      else change(next);
    },
    say: (to: CheckRow, words: string) => keep(withSay(marks, to, words)),
    allOk: () => {
      if (work === undefined) return;
      if (isSettled(work)) desk.goOn(spot);
      else change(withRestOk(marks, work.card));
    },
    goOn: () => desk.goOn(spot),
    /** The material one up or down the list. */
    step: (by: 1 | -1) => {
      const next = works[works.findIndex((one) => one.card.key === card) + by];
      if (next !== undefined) desk.go({ at: 'material', draft, card: next.card.key });
    },
    lay: (slot: MaterialSlot, laying: Laying, then: () => void = () => undefined) =>
      desk.run(() => layCall(desk, draft, { slot, laying }), then),
    layNow: (slot: MaterialSlot, laying: Laying) =>
      desk.act.mutateAsync(() => layCall(desk, draft, { slot, laying })),
  };
}

function layCall(desk: Desk, draft: string, { slot, laying }: { slot: MaterialSlot; laying: Laying }) {
  const { material, person } = slot;
  return call(intakeRoutes.lay, {
    params: { sitting: desk.sitting.sitting, draft, material },
    body: { ...laying, ...(person === undefined ? {} : { person }) },
  });
}

/** The chosen checkpoint, else the first that is open, else the first. */
function rowAt(
  work: Work | undefined,
  key: string | undefined,
  marks: readonly Mark[],
): CheckRow | undefined {
  if (work === undefined) return undefined;
  const wanted = key ?? openRow(work, marks);
  return work.card.rows.find((row) => row.key === wanted) ?? work.card.rows[0];
}

function neighbour(work: Work | undefined, row: CheckRow | undefined, by: 1 | -1): CheckRow | undefined {
  const rows = work?.card.rows ?? [];
  const here = rows.findIndex(({ key }) => key === row?.key);
  return rows[Math.min(Math.max(here + by, 0), rows.length - 1)];
}

/** Whether a checkpoint was found wrong. */
export function isDefect(marks: readonly Mark[], row: CheckRow): boolean {
  return findMark(marks, row)?.result === 'defect';
}
