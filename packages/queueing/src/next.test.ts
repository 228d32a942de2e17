import { describe, expect, test } from 'vitest';
import { ahead, mayServe, nextFor, type ServingWindow, type WaitingTicket } from './next.ts';

const at = (minute: number) => new Date(Date.parse('2026-03-02T09:00:00+08:00') + minute * 60_000);
const ticket = (number: string, due: number, more: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ...{ id: number, number, skills: ['lake'], due: at(due), firstTakenAt: at(0) },
  ...more,
});
const lake: ServingWindow = { id: 'w1', kind: 'comprehensive', skills: ['lake'] };
const all: ServingWindow = { id: 'w2', kind: 'theme', skills: ['lake', 'sea'] };
const stuck: ServingWindow = { id: 'w9', kind: 'stuck', skills: ['lake'] };

describe('nextFor', () => {
  test('the smallest due goes first, then who came first, then the smaller number', () => {
    expect(nextFor(lake, [ticket('A2', 9), ticket('A1', 5)])?.number).toBe('A1');
    expect(nextFor(lake, [ticket('A1', 5), ticket('A2', 5, { firstTakenAt: at(-1) })])?.number).toBe('A2');
    expect(nextFor(lake, [ticket('A2', 5), ticket('A1', 5)])?.number).toBe('A1');
  });
  test('a window calls only what it can do, and a ticket sent to it only there', () => {
    const sea = ticket('B1', 1, { skills: ['sea'] });
    const routed = ticket('B2', 2, { window: 'w2' });
    expect(nextFor(lake, [sea, routed])).toBeUndefined();
    expect(nextFor(all, [sea, routed])?.number).toBe('B1');
    expect(nextFor(lake, [])).toBeUndefined();
  });
  test('issue and stuck windows have queues of their own', () => {
    expect(mayServe(stuck, ticket('A1', 1))).toBe(false);
    expect(mayServe(stuck, ticket('A1', 1, { queue: 'stuck', skills: ['sea'] }))).toBe(true);
    expect(mayServe(lake, ticket('A1', 1, { queue: 'stuck' }))).toBe(false);
  });
});

describe('ahead', () => {
  test('counts those called before who want a window one could have', () => {
    const mine = ticket('A5', 10);
    const others = [
      ticket('A1', 1),
      ticket('A2', 20),
      ticket('B1', 1, { skills: ['sea'] }),
      ticket('C1', 1, { queue: 'stuck' }),
    ];
    expect(ahead(mine, [...others, mine], [lake, all])).toBe(2);
    expect(ahead(mine, [...others, mine], [lake])).toBe(1);
  });
});
