import { describe, expect, test } from 'vitest';
import { postsIn } from './post-rows.ts';

const first = {
  ...{ platform: '湖区论坛', author: '示例·划艇人', link: 'https://lake.example/p/1' },
  ...{ text: '桨断了，没有人换', postedAt: '2026-03-09 18:30' },
};

describe('postsIn', () => {
  test('rows copied from a spreadsheet are read without a line of names', () => {
    expect(postsIn(Object.values(first).join('\t'))).toEqual([first]);
  });
  test('columns stand in any order where a line names them; a column nobody knows is left out', () => {
    const table =
      '发布时间,转发,内容,链接,作者,平台\r\n2026-03-09 18:30,3,"桨断了，没有人换",https://lake.example/p/1,示例·划艇人,湖区论坛\r\n';
    expect(postsIn(`\uFEFF${table}`)).toEqual([first]);
  });
  test('a quoted cell keeps its commas, quotes and lines', () => {
    const [row] = postsIn('论坛,甲,https://lake.example/p/2,"断了, ""两支""\n还没换",2026-03-09');
    expect(row?.text).toBe('断了, "两支"\n还没换');
  });
  test('empty lines are no rows, and a short row lacks its last cells', () => {
    expect(postsIn('\n\n论坛,甲\n\n')).toEqual([
      { platform: '论坛', author: '甲', link: '', text: '', postedAt: '' },
    ]);
    expect(postsIn('')).toEqual([]);
  });
});
