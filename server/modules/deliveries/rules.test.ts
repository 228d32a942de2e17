import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayDeclareLost, maySettle, nextState, type Step, stateAfter } from './rules.ts';

const at = '2026-03-02T01:30:00Z';
const waybill = 'KYK1234567';
const ordered: Step = { type: 'ordered', at, waybill };
const sent: Step = { type: 'sent', at, waybill };
const moved: Step = { type: 'moved', at };
const delivered: Step = { type: 'delivered', at };
const lost: Step = { type: 'lost', at, by: 'ann', reason: '七天没有消息' };
const settled = (remedy: 'reissue' | 'compensation'): Step => ({
  ...{ type: 'settled', at, by: 'bob', remedy, reason: '快递公司确认找不到' },
});

describe('the state of a delivery', () => {
  test('goes from planned by ordered and under way to delivered', () => {
    expect(stateAfter([])).toBe('planned');
    expect(stateAfter([ordered])).toBe('ordered');
    expect(stateAfter([ordered, sent, moved])).toBe('under-way');
    expect(stateAfter([ordered, sent, moved, delivered])).toBe('delivered');
  });
  test('is not thrown back by news that come late', () => {
    expect(stateAfter([sent, delivered, moved, { type: 'picked-up', at }])).toBe('delivered');
  });
  test('a lost parcel is issued anew and sent again, or compensated for, and what turns up is lost no more', () => {
    expect(stateAfter([sent, lost, settled('reissue')])).toBe('reissued');
    expect(stateAfter([sent, lost, settled('reissue'), sent, delivered])).toBe('delivered');
    expect(stateAfter([sent, lost, settled('compensation'), delivered])).toBe('compensated');
    expect(stateAfter([sent, lost, moved])).toBe('under-way');
    expect(stateAfter([sent, settled('reissue')])).toBe('under-way');
  });
  test('what has an end stays at its end, whatever the courier tells', () => {
    const news = fc.constantFrom<Step>(moved, delivered, { type: 'out', at }, { type: 'returned', at });
    fc.assert(
      fc.property(fc.array(news), fc.constantFrom('delivered', 'compensated'), (steps, end) => {
        expect(steps.reduce(nextState, end)).toBe(end);
      }),
    );
  });
});

describe('a loss', () => {
  const day = 24 * 3_600_000;
  const now = new Date('2026-03-20T01:30:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * day);

  test('is declared of what has been silent on its way for a week', () => {
    expect(mayDeclareLost('under-way', daysAgo(7), now).ok).toBe(true);
    expect(mayDeclareLost('under-way', daysAgo(6), now)).toMatchObject({ why: 'recent-news' });
    expect(mayDeclareLost('delivered', daysAgo(30), now)).toMatchObject({ why: 'not-under-way' });
    expect(mayDeclareLost('lost', daysAgo(30), now)).toMatchObject({ why: 'lost-already' });
  });
  test('is settled by another than declared it, and once', () => {
    expect(maySettle([sent, lost], 'bob').ok).toBe(true);
    expect(maySettle([sent, lost], 'ann')).toMatchObject({ why: 'same-person' });
    expect(maySettle([sent, lost, settled('compensation')], 'bob')).toMatchObject({ why: 'not-lost' });
  });
});
