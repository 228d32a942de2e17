import { describe, expect, test } from 'vitest';
import { backward, beginning, onward, type Path, type Step, stepOf, waysFor } from './steps.ts';

const item = { item: 'kayak', name: { zh: '船艇登记' }, line: 'public-order', does: ['ticket' as const] };
const wish = { do: 'look', shelf: 'cases' } as const;
const walk = (...steps: Step[]): Path => steps.reduce<Path>(onward, beginning);
const slip = { number: 'A001', itemName: '', hallName: '', url: '', takenAt: '', offline: false };

describe('the way through the kiosk', () => {
  test('goes back one screen at a time and never behind the first', () => {
    const path = walk({ at: 'home' }, { at: 'lines', does: 'ticket' });
    expect(stepOf(backward(path)).at).toBe('home');
    expect(stepOf(backward(backward(backward(path)))).at).toBe('attract');
  });
  test('home is one screen from the first, however one came there', () => {
    expect(walk({ at: 'home' }, { at: 'lines', does: 'ticket' }, { at: 'home' })).toHaveLength(2);
  });
  test('nobody known goes back to being asked who they are', () => {
    const path = walk(
      { at: 'home' },
      { at: 'identify', wish },
      { at: 'way', way: 'card', wish },
      { at: 'mine', shelf: 'cases' },
    );
    expect(stepOf(backward(path)).at).toBe('home');
  });
  test('looking at another shelf takes the place of the one before', () => {
    const path = walk({ at: 'home' }, { at: 'mine', shelf: 'cases' }, { at: 'mine', shelf: 'papers' });
    expect(path.map(({ at }) => at)).toEqual(['attract', 'home', 'mine']);
  });
  test('nobody goes back to take a number twice', () => {
    const path = walk(
      { at: 'home' },
      { at: 'lines', does: 'ticket' },
      { at: 'how', item },
      { at: 'ticket', slip },
    );
    expect(stepOf(backward(path)).at).toBe('lines');
  });
  test('there is always a way to be known without a card, and none by face or finger', () => {
    for (const shelf of ['bookings', 'cases', 'papers', 'pickups'] as const)
      expect(waysFor({ do: 'look', shelf })).toContain('phone');
    expect(waysFor({ do: 'look', shelf: 'bookings' })).toContain('code');
    expect(waysFor({ do: 'number', item })).toEqual(['card', 'phone']);
  });
});
