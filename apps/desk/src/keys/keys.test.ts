import { describe, expect, test } from 'vitest';
import { findAction, keyCap, type Pressed } from './keys.ts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const keys = {
  j: () => undefined,
  F6: () => undefined,
  'Shift+F6': () => undefined,
  'Ctrl+Enter': () => undefined,
};

describe('findAction', () => {
  test('a letter acts on the page', () => {
    expect(findAction(keys, press('j'), false)).toBe(keys.j);
  });
  test('a letter belongs to the field while somebody types', () => {
    expect(findAction(keys, press('j'), true)).toBeUndefined();
  });
  test('a function key and Ctrl+Enter act even while somebody types', () => {
    expect(findAction(keys, press('F6'), true)).toBe(keys.F6);
    expect(findAction(keys, press('Enter', { ctrlKey: true }), true)).toBe(keys['Ctrl+Enter']);
  });
  test('a function key held with Shift is a key of its own, also while somebody types', () => {
    expect(findAction(keys, press('F6', { shiftKey: true }), true)).toBe(keys['Shift+F6']);
    expect(findAction({ F6: keys.F6 }, press('F6', { shiftKey: true }), false)).toBeUndefined();
  });
  test('a letter held with Ctrl or Alt is left to the browser', () => {
    expect(findAction(keys, press('j', { ctrlKey: true }), false)).toBeUndefined();
    expect(findAction(keys, press('j', { altKey: true }), false)).toBeUndefined();
  });
  test('a key named like a built-in of objects does nothing', () => {
    expect(findAction(keys, press('constructor'), false)).toBeUndefined();
  });
});

describe('keyCap', () => {
  test.each([
    ['j', 'J'],
    ['C', '⇧C'],
    ['F6', 'F6'],
    ['Shift+F6', '⇧F6'],
    ['Ctrl+s', 'Ctrl+S'],
    ['Ctrl+Enter', 'Ctrl+Enter'],
    ['/', '/'],
  ])('%s is printed %s', (name, printed) => {
    expect(keyCap(name)).toBe(printed);
  });
});
