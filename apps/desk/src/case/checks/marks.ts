import type { Mark, Region } from '@tongban/contract';
import type { CheckRow, MaterialCard } from './cards.ts';

/** One defect as the one-time notice will say it. */
export type DefectLine = { readonly name: string; readonly rows: readonly { key: string; say: string }[] };

export type Progress = { readonly done: number; readonly total: number; readonly defects: number };

/** The mark at a checkpoint, if somebody looked already. */
export function findMark(marks: readonly Mark[], row: CheckRow): Mark | undefined {
  return marks.find((mark) => isAt(mark, row));
}

/** Marks a checkpoint; a defect begins with the checkpoint's own words and keeps what was written before. */
export function withResult(marks: readonly Mark[], row: CheckRow, result: Mark['result']): Mark[] {
  const before = findMark(marks, row);
  if (before?.result === result) return [...marks];
  return withMark(
    marks,
    row,
    result === 'ok' ? markAt(row, 'ok') : { ...markAt(row, 'defect'), say: row.prefill },
  );
}

/** Changes what the applicant will read about a defect. */
export function withSay(marks: readonly Mark[], row: CheckRow, say: string): Mark[] {
  const region = findMark(marks, row)?.region;
  return withMark(marks, row, {
    ...markAt(row, 'defect'),
    say,
    ...(region === undefined ? {} : { region }),
  });
}

/** Frames the place of a defect on its picture; undefined takes the frame away. */
export function withRegion(marks: readonly Mark[], row: CheckRow, region: Region | undefined): Mark[] {
  const say = findMark(marks, row)?.say ?? row.prefill;
  return withMark(marks, row, {
    ...markAt(row, 'defect'),
    say,
    ...(region === undefined ? {} : { region }),
  });
}

/** The frames on the pictures of a material. */
export function regionsOf(marks: readonly Mark[], { rows }: MaterialCard): Region[] {
  return rows.flatMap((row) => findMark(marks, row)?.region ?? []);
}

/** Marks every checkpoint of a material that nobody looked at as good; a missing material stays missing. */
export function withRestOk(marks: readonly Mark[], card: MaterialCard): Mark[] {
  const open = card.rows.filter((row) => !row.missing && findMark(marks, row) === undefined);
  return open.reduce<Mark[]>((all, row) => withResult(all, row, 'ok'), [...marks]);
}

/** The marks that belong to what is checked now; only these are sent. */
export function marksWithin(cards: readonly MaterialCard[], marks: readonly Mark[]): Mark[] {
  return cards.flatMap(({ rows }) => rows.flatMap((row) => findMark(marks, row) ?? []));
}

/** How far the check has come. */
export function progressOf(cards: readonly MaterialCard[], marks: readonly Mark[]): Progress {
  const found = cards.flatMap(({ rows }) => rows.map((row) => findMark(marks, row)));
  return {
    total: found.length,
    done: found.filter((mark) => mark !== undefined).length,
    defects: found.filter((mark) => mark?.result === 'defect').length,
  };
}

/** Every defect by material, in the order of the list: the content of the one-time notice. */
export function defectLines(cards: readonly MaterialCard[], marks: readonly Mark[]): DefectLine[] {
  return cards.flatMap(({ name, rows }) => {
    const defects = rows.flatMap((row) => {
      const mark = findMark(marks, row);
      return mark?.result === 'defect' ? [{ key: row.key, say: mark.say?.trim() ?? '' }] : [];
    });
    return defects.length === 0 ? [] : [{ name, rows: defects }];
  });
}

function isAt(mark: Mark, row: CheckRow): boolean {
  return mark.material === row.material && mark.person === row.person && mark.checkpoint === row.checkpoint;
}

function markAt({ material, person, checkpoint }: CheckRow, result: Mark['result']): Mark {
  return { material, ...(person === undefined ? {} : { person }), checkpoint, result };
}

function withMark(marks: readonly Mark[], row: CheckRow, next: Mark): Mark[] {
  return findMark(marks, row) === undefined
    ? [...marks, next]
    : marks.map((mark) => (isAt(mark, row) ? next : mark));
}
