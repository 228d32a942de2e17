import { describe, expect, test } from 'vitest';
import { faultsOf, readPost } from './posts.ts';

const now = new Date('2026-03-10T12:00:00+08:00');
const row = {
  ...{ platform: ' 湖区论坛 ', author: '示例·划艇人', link: 'https://lake.example/p/1' },
  ...{ text: '码头的桨断了，没有人换。', postedAt: '2026-03-09 18:30' },
};
const faults = (part: Partial<typeof row>) => faultsOf(readPost({ ...row, ...part }), now);

describe('readPost', () => {
  test('a row is read without what surrounds its cells, with its first clause as title', () => {
    const { cells, title, postedAt } = readPost(row);
    expect(cells.platform).toBe('湖区论坛');
    expect(title).toBe('码头的桨断了');
    expect(postedAt?.toISOString()).toBe('2026-03-09T10:30:00.000Z');
  });
  test.each([
    ['2026/3/9', '2026-03-08T16:00:00.000Z'],
    ['2026年3月9日 8:05', '2026-03-09T00:05:00.000Z'],
    ['2026-03-09T08:05:59', '2026-03-09T00:05:00.000Z'],
    ['2026-02-30', undefined],
    ['昨天', undefined],
  ])('the moment %s is read as %s', (postedAt, moment) => {
    expect(readPost({ ...row, postedAt }).postedAt?.toISOString()).toBe(moment);
  });
});

describe('faultsOf', () => {
  test('a sound row has none', () => expect(faults({})).toEqual([]));
  test.each([
    ['platform', { platform: ' ' }],
    ['author', { author: '' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: 'lake.example/p/1' }],
    ['text', { text: '！！！' }],
    ['text', { text: '桨'.repeat(10_001) }],
    ['posted-at', { postedAt: '2026-03-11' }],
  ])('%s is told where it says nothing usable: %o', (fault, part) => {
    expect(faults(part)).toEqual([fault]);
  });
});
