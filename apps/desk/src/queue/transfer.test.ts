import { describe, expect, test } from 'vitest';
import { bodyOf, type Transfer } from './transfer.ts';

const plain: Transfer = { to: 'window', window: '', keepPlace: true, note: ' ' };

describe('bodyOf', () => {
  test('no window means any that serves the item', () => {
    expect(bodyOf(plain)).toEqual({ act: 'transfer', keepPlace: true });
  });
  test('a window, a note and a new place are sent as chosen', () => {
    expect(bodyOf({ ...plain, window: 'pier-w02', keepPlace: false, note: '缺桨 ' })).toEqual({
      act: 'transfer',
      keepPlace: false,
      window: 'pier-w02',
      note: '缺桨',
    });
  });
  test('another item has to be chosen first, and then no window is named', () => {
    const other: Transfer = { ...plain, to: 'item', window: 'pier-w02' };
    expect(bodyOf(other)).toBeUndefined();
    expect(bodyOf({ ...other, item: { id: 'kayak', name: '皮划艇登记' } })).toEqual({
      act: 'transfer',
      keepPlace: true,
      item: 'kayak',
    });
  });
});
