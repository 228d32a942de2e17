import { describe, expect, test } from 'vitest';
import { forumFor } from './choosing.ts';
import { blankForum, draftOf, gapIn, ofKind, wishOf } from './drafting.ts';
import { forumWords } from './words.ts';

const whole = { ...blankForum('2026-03-01'), title: '码头接听', host: '示例·副局长', words: '听大家说码头' };

describe('a forum that is being written', () => {
  test('begins as a leader’s hour of tomorrow, and says what is missing one after another', () => {
    const blank = blankForum('2026-02-28');
    expect([blank.from, blank.to]).toEqual(['2026-03-01T09:00', '2026-03-01T11:00']);
    const { need } = forumWords;
    expect(gapIn(blank)).toBe(need.title);
    expect(gapIn({ ...whole, host: ' ' })).toBe(need.host);
    expect(gapIn({ ...whole, words: '' })).toBe(need.words);
    expect(gapIn({ ...whole, line: '热线' })).toBe(need.line);
    expect(gapIn({ ...whole, to: whole.from })).toBe(need.times);
    expect(gapIn(whole)).toBeUndefined();
  });
  test('as a collection lasts a month and has no line', () => {
    expect(ofKind(whole, 'collection')).toMatchObject({ line: '', to: '2026-04-01T18:00' });
  });
  test('is sent with moments of Shanghai and without what is blank, and is read again as it was', () => {
    const wish = wishOf({ ...whole, titleEn: ' ', line: '' });
    expect(wish).toMatchObject({ startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-02T03:00:00.000Z' });
    expect(Object.keys(wish)).not.toContain('titleEn');
    const row = { ...wish, forum: '', unit: '', state: 'open' as const, version: 0, orders: 0 };
    expect(draftOf(row)).toEqual({ ...whole, line: '' });
  });
});

describe('an order taken while a leader answers', () => {
  const hours = [{ forum: 'first' }, { forum: 'second' }];
  test('belongs to the forum by itself, to another where that was chosen, and to none where somebody said so', () => {
    expect(forumFor(undefined, hours)).toBe('first');
    expect(forumFor('second', hours)).toBe('second');
    expect(forumFor('', hours)).toBeUndefined();
    expect(forumFor(undefined, [])).toBeUndefined();
    expect(forumFor('gone', hours)).toBeUndefined();
  });
});
