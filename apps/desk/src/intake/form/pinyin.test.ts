import { describe, expect, test } from 'vitest';
import { isMeant, pinyinInitials } from './pinyin.ts';

describe('pinyinInitials', () => {
  test.each([
    ['东城街道', 'dcjd'],
    ['南城街道', 'ncjd'],
    ['石龙镇', 'slz'],
    ['清溪镇 2', 'qxz 2'],
    ['日照三沙他留马', 'rzsstlm'],
  ])('%s is typed as %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});

describe('isMeant', () => {
  test('by a part of the name or the initials from the start', () => {
    expect(isMeant('东城街道', '城街')).toBe(true);
    expect(isMeant('东城街道', 'DCJ')).toBe(true);
  });
  test('not by initials of the middle', () => {
    expect(isMeant('东城街道', 'cj')).toBe(false);
  });
});
