import type { Sitting } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { aDraft, aSitting } from './kayak-sitting.fixture.ts';
import { offersOf } from './offers.ts';

type Booking = Sitting['bookings'][number];

const aBooking = (changes: Partial<Booking> = {}): Booking => ({
  booking: 'booking-1',
  item: 'kayak',
  name: '皮划艇登记',
  at: '2026-03-02T01:00:00Z',
  hallName: '示例·码头大厅',
  answers: [['craft', 'single']],
  ...changes,
});
const aRow = (draft: string): Sitting['drafts'][number] => ({
  draft,
  item: 'kayak',
  name: { zh: '皮划艇登记' },
  division: '440604012',
  savedAt: '2026-03-01T01:00:00Z',
});

describe('offersOf', () => {
  test('bookings come before drafts, and a booked draft is offered once', () => {
    const sitting = aSitting({
      bookings: [aBooking({ draft: 'draft-1' })],
      drafts: [aRow('draft-1'), aRow('draft-2')],
    });
    expect(offersOf(sitting).map(({ key }) => key)).toEqual(['booking-1', 'draft-2']);
  });
  test('the item a number was taken for is offered until it is begun', () => {
    const ticket = { item: 'kayak', itemName: '皮划艇登记', number: 'A036' };
    const keys = (changes: Partial<Sitting>) => offersOf(aSitting(changes), ticket).map(({ key }) => key);
    expect(keys({})).toEqual(['A036']);
    expect(keys({ drafts: [aRow('draft-1')] })).toEqual(['draft-1']);
    expect(keys({ taken: [aDraft()] })).toEqual([]);
  });
  test('what is in hand already is not offered', () => {
    const sitting = aSitting({ bookings: [aBooking()], taken: [aDraft()] });
    expect(offersOf(sitting)).toEqual([]);
  });
});
