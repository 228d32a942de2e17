import { describe, expect, test } from 'vitest';
import { blankProcedure, lackingIn, procedureOf } from './procedure.ts';

const today = '2026-03-02';
const typed = { ...blankProcedure, number: ' XF1 ', phone: '199-0000-6767', until: '2026-05-01' };

describe('a procedure that is typed', () => {
  test('needs its number, somebody to know by, and a day that is not over', () => {
    expect(lackingIn(blankProcedure, today)).toBe('填上程序的编号');
    expect(lackingIn({ ...typed, phone: '' }, today)).toBe('填电话或身份证号码，不然认不出是谁的');
    expect(lackingIn({ ...typed, phone: '电话' }, today)).toBe('电话只写数字');
    expect(lackingIn({ ...typed, citizenNumber: '990101' }, today)).toContain('18 位');
    expect(lackingIn({ ...typed, until: '2026-03-01' }, today)).toBe('选预计结束的日期，今天或以后');
    expect(lackingIn(typed, today)).toBeUndefined();
  });
  test('is sent without what was left empty', () => {
    expect(procedureOf(typed)).toEqual({
      ...{ number: 'XF1', kind: 'petition', phone: '19900006767', until: '2026-05-01' },
    });
  });
});
