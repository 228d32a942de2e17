import { describe, expect, test } from 'vitest';
import { blankTaking, endOf, missingIn, type Taking, titleOf } from './taking.ts';

const heard: Taking = { ...blankTaking, text: '码头的桨断了，没有人换。', kind: 'complaint', matter: 'pier' };

describe('what is put down while somebody talks', () => {
  test('is called by its first sentence until somebody names it', () => {
    expect(titleOf(heard)).toBe('码头的桨断了');
    expect(titleOf({ ...heard, title: '换桨' })).toBe('换桨');
  });
  test('ends with an answer where one is written, else at the unit that was chosen', () => {
    expect(endOf({ ...heard, answer: '今天换好。', unit: 'east' })).toEqual({
      how: 'answer',
      text: '今天换好。',
    });
    expect(endOf({ ...heard, unit: 'east' })).toEqual({ how: 'dispatch', to: 'east' });
    expect(endOf(heard)).toEqual({ how: 'keep' });
  });
  test('is not sent without words, kind, matter, answer or unit', () => {
    expect(missingIn(blankTaking, 'keep')).toBe('写上来人说的话');
    expect(missingIn({ ...blankTaking, text: heard.text }, 'keep')).toBe('选一个类别');
    expect(missingIn({ ...blankTaking, text: heard.text, kind: 'help' }, 'dispatch')).toBe('选一个事项');
    expect(missingIn(heard, 'answer')).toBe('写上答复的话');
    expect(missingIn({ ...heard, answer: '转给{码头}核实。' }, 'answer')).toBe('把 {码头} 换成实际的再发');
    expect(missingIn(heard, 'dispatch')).toBe('选承办单位');
    expect(missingIn({ ...heard, unit: 'east' }, 'dispatch')).toBeUndefined();
  });
});
