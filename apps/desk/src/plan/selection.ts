import type { BlockOut, DayPlan } from '@tongban/contract';

/** 格: a window by its row and an hour by its column. */
export type Cell = { readonly row: number; readonly column: number };

/** 选区: from where it began to where it is now, in any direction. */
export type Selection = { readonly from: Cell; readonly to: Cell };

export type Size = { readonly rows: number; readonly columns: number };

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The selection after an arrow key; with shift it grows from where it began, at the edge it stays. */
export function moved(
  { from, to }: Selection,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  size: Size,
): Selection | undefined {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return undefined;
  const next = {
    row: within(to.row + step.row, size.rows),
    column: within(to.column + step.column, size.columns),
  };
  return { from: shiftKey ? from : next, to: next };
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}

/** Whether a cell is in the selection. */
export function isSelected({ from, to }: Selection, { row, column }: Cell): boolean {
  return isBetween(row, from.row, to.row) && isBetween(column, from.column, to.column);
}

function isBetween(place: number, one: number, other: number): boolean {
  return place >= Math.min(one, other) && place <= Math.max(one, other);
}

/** 停用时段 of a selection: whole hours; every window chosen means the whole hall. */
export function blockOutOf(
  selection: Selection,
  { rows }: Pick<DayPlan, 'rows'>,
  hours: readonly number[],
): Omit<BlockOut, 'reason'> | undefined {
  const { from, to } = selection;
  const first = hours[Math.min(from.column, to.column)];
  const last = hours[Math.max(from.column, to.column)];
  if (first === undefined || last === undefined) return undefined;
  const chosen = rows.filter((_, row) => isBetween(row, from.row, to.row)).map(({ window }) => window);
  return {
    span: { from: clock(first), to: last === 23 ? '23:59' : clock(last + 1) },
    ...(chosen.length === rows.length ? {} : { windows: chosen }),
  };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The hours of the day that stand as columns: all that any window is open in, with none left out between. */
export function hoursOf({ rows, hours }: Pick<DayPlan, 'rows' | 'hours'>): number[] {
  const told = [
    ...rows.flatMap((row) => row.hours.map(({ hour }) => hour)),
    ...hours.map(({ hour }) => hour),
  ];
  if (told.length === 0) return [];
  const [first, last] = [Math.min(...told), Math.max(...told)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
