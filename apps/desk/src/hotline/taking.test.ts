import type { OrderTerms } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { blankTaking, endOf, missingIn, registeringOf, type Taking, titleOf } from './taking.ts';

const heard: Taking = { ...blankTaking, text: '码头的桨断了，没有人换。', kind: 'complaint', matter: 'pier' };
const where = {
  terms: { division: '4419', kinds: [] as OrderTerms['kinds'] } as OrderTerms,
  phoneCall: undefined,
};

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
  test('of a visit is the address and why, how many, a name and a phone', () => {
    const asked: Taking = { ...heard, kind: 'visit', phone: '19900001234' };
    const visit = { people: '', address: '东湖路 8 号', suits: '' };
    expect(missingIn(asked, 'keep')).toBe('写上门的地址');
    expect(missingIn({ ...asked, visit }, 'keep')).toBe('选为什么上门');
    const many = { ...visit, reason: 'many-people' } as const;
    expect(missingIn({ ...asked, visit: many }, 'keep')).toBe('写一共几个人，两个人以上');
    const whole = { ...asked, visit: { ...many, people: '12' } };
    expect(missingIn({ ...whole, identity: 'secret' }, 'keep')).toBe('上门要联系本人，身份选实名');
    expect(missingIn({ ...whole, phone: '' }, 'keep')).toBe('写回电号码，约上门要联系来人');
    expect(missingIn(whole, 'keep')).toBeUndefined();
    const sent = (taking: Taking) => registeringOf(taking, where, { how: 'keep' }).taken.visit;
    expect(sent(whole)).toEqual({ reason: 'many-people', people: 12, address: '东湖路 8 号' });
    expect(sent({ ...whole, kind: 'help' })).toBeUndefined();
  });
});
