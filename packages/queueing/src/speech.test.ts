import { expect, test } from 'vitest';
import { clipsOf } from './speech.ts';

test('letters and figures are said one by one, never as a number', () => {
  expect(clipsOf({ number: 'A036', windowNumber: 3 }, 'zh')).toEqual('please A 0 3 6 to window-3'.split(' '));
});
test.each([
  ['zh', 'please B 0 1 0 to 4 1 window'],
  ['yue', 'please B 0 1 0 to 4 1 window'],
  ['en', 'please B 0 1 0 to window 4 1'],
] as const)('a window without a clip of its own is spelled, in %s', (language, clips) => {
  expect(clipsOf({ number: 'B010', windowNumber: 41 }, language)).toEqual(clips.split(' '));
});
test('marks between the letters are not spoken', () => {
  expect(clipsOf({ number: 'z-07', windowNumber: 1 }, 'zh')).toEqual('please Z 0 7 to window-1'.split(' '));
});
