import { describe, expect, test } from 'vitest';
import { aPlan } from './kayak-plan.fixture.ts';
import { blockOutOf, hoursOf, isSelected, moved, type Selection } from './selection.ts';

const at = (row: number, column: number) => ({ row, column });
const only = (row: number, column: number): Selection => ({ from: at(row, column), to: at(row, column) });
const size = { rows: 2, columns: 7 };

describe('moved', () => {
  test('an arrow moves one cell and stays at the edge', () => {
    expect(moved(only(0, 0), { key: 'ArrowRight', shiftKey: false }, size)).toEqual(only(0, 1));
    expect(moved(only(0, 0), { key: 'ArrowUp', shiftKey: false }, size)).toEqual(only(0, 0));
  });
  test('with shift the selection grows from where it began, and shrinks on the way back', () => {
    const grown = moved(only(0, 1), { key: 'ArrowRight', shiftKey: true }, size);
    expect(grown).toEqual({ from: at(0, 1), to: at(0, 2) });
    expect(moved(grown ?? only(0, 0), { key: 'ArrowLeft', shiftKey: true }, size)).toEqual(only(0, 1));
  });
  test('other keys move nothing', () => {
    expect(moved(only(0, 0), { key: 'toString', shiftKey: false }, size)).toBeUndefined();
  });
});

test('a selection holds the cells between its corners, whichever was first', () => {
  const selection = { from: at(1, 3), to: at(0, 1) };
  expect(isSelected(selection, at(0, 2))).toBe(true);
  expect(isSelected(selection, at(1, 4))).toBe(false);
});

describe('hoursOf', () => {
  test('lunch stands between the hours that are open', () => {
    expect(hoursOf(aPlan())).toEqual([9, 10, 11, 12, 13, 14, 15]);
  });
  test('a closed day has none', () => {
    expect(hoursOf(aPlan({ rows: [], hours: [] }))).toEqual([]);
  });
});

describe('blockOutOf', () => {
  const plan = aPlan();
  const hours = hoursOf(plan);
  test('one window for two hours', () => {
    expect(blockOutOf({ from: at(1, 2), to: at(1, 1) }, plan, hours)).toEqual({
      span: { from: '10:00', to: '12:00' },
      windows: ['pier-w02'],
    });
  });
  test('every window is the whole hall', () => {
    expect(blockOutOf({ from: at(0, 0), to: at(1, 0) }, plan, hours)).toEqual({
      span: { from: '09:00', to: '10:00' },
    });
  });
  test('the last hour of the day ends before midnight', () => {
    expect(blockOutOf(only(0, 0), plan, [23])?.span).toEqual({ from: '23:00', to: '23:59' });
  });
});
