import { describe, expect, test } from 'vitest';
import { readNamed, readPage, readPeriod, readStatus } from './asking.ts';

const now = new Date('2026-03-02T01:30:00Z');
const period = (start_date?: string, end_date?: string) => {
  const { from, to } = readPeriod(
    { ...(start_date === undefined ? {} : { start_date }), ...(end_date === undefined ? {} : { end_date }) },
    now,
  );
  return [from.toISOString(), to.toISOString()];
};

describe('the range of a search', () => {
  test('is the last ninety days where none is named', () => {
    expect(period()).toEqual(['2025-12-02T01:30:00.000Z', '2026-03-02T01:30:00.000Z']);
  });
  test('reaches ninety days from the end that is named, and not beyond now', () => {
    expect(period('2025-01-01T00:00:00Z')).toEqual(['2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z']);
    expect(period('2026-03-01T00:00:00Z')[1]).toBe('2026-03-02T01:30:00.000Z');
    expect(period(undefined, '2026-01-01T00:00:00Z')[0]).toBe('2025-10-03T00:00:00.000Z');
  });
  test('takes a plus that came as a space, and either way to name a zone', () => {
    expect(period('2026-03-01T08:00:00 08:00', '2026-03-01T08:00:00Z')).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-01T08:00:00.000Z',
    ]);
  });
  test.each([
    ['2026-01-01T00:00:00Z', '2026-04-02T00:00:00Z', 'open311.period'],
    ['2026-02-02T00:00:00Z', '2026-02-01T00:00:00Z', 'open311.period'],
    ['2026-02-02', undefined, 'open311.moment'],
    ['2026-02-02T00:00:00', undefined, 'open311.moment'],
    ['2026-02-31T99:00:00Z', undefined, 'open311.moment'],
    ["'; drop table", undefined, 'open311.moment'],
  ])('%s to %s is refused: %s', (start, end, code) => {
    expect(() => period(start, end)).toThrow(expect.objectContaining({ code }));
  });
});

describe('pages, states and names', () => {
  test('a page is a thousand unless fewer are asked for', () => {
    expect(readPage({})).toEqual({ limit: 1000, offset: 0 });
    expect(readPage({ page: '3', page_size: '20' })).toEqual({ limit: 20, offset: 40 });
  });
  test.each([{ page: '0' }, { page: '-1' }, { page_size: '1001' }, { page_size: 'all' }])(
    '%o is no page',
    (asked) => {
      expect(() => readPage(asked)).toThrow(expect.objectContaining({ code: 'open311.page' }));
    },
  );
  test('open, closed or either', () => {
    expect([
      readStatus('open'),
      readStatus('CLOSED'),
      readStatus('open,closed'),
      readStatus(undefined),
    ]).toEqual([...['open', 'closed', undefined, undefined]]);
    expect(() => readStatus('gone')).toThrow(expect.objectContaining({ code: 'open311.status' }));
  });
  test('a name ends with how it is written', () => {
    expect(readNamed('a.b.json')).toEqual({ name: 'a.b', format: 'json' });
    expect(() => readNamed('a.csv')).toThrow(expect.objectContaining({ code: 'open311.format' }));
  });
});
