import { expect, test } from 'vitest';
import { csvOf, type Figures } from './csv.ts';

type Row = Figures['rows'][number];
const row = (changes: Partial<Row>): Row => ({
  by: 'item',
  key: 'kayak',
  name: '皮划艇登记',
  tickets: 3,
  abandoned: 1,
  ...changes,
});

test('each row is a line with its group, and unknown minutes stay empty', () => {
  const text = csvOf({ rows: [row({ wait: 12.34 })] });
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.split('\r\n')[1]).toBe('按事项,皮划艇登记,3,1,12.3,');
});
test('commas and quotes are kept inside a cell, and nothing is read as a formula', () => {
  const text = csvOf({ rows: [row({ name: '单人,"双人"' }), row({ name: '=1+1' })] });
  expect(text).toContain('"单人,""双人"""');
  expect(text).toContain(",'=1+1,");
});
