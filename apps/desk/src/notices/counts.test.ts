import { expect, test } from 'vitest';
import { lineOf, promptShare, sumOf } from './counts.ts';

const days = [
  {
    ...{ day: '2026-03-02', accounts: 2, cases: [{ channel: 'web', count: 3 }] },
    messages: [{ channel: 'sms' as const, due: 4, prompt: 3 }],
  },
  {
    ...{
      day: '2026-03-03',
      accounts: 1,
      cases: [
        { channel: 'hall', count: 1 },
        { channel: 'web', count: 1 },
      ],
    },
    messages: [{ channel: 'sms' as const, due: 4, prompt: 4 }],
  },
];

test('the days of a span add up channel by channel, and the share is of all of them', () => {
  const sum = sumOf(days);
  expect([sum.accounts, [...sum.cases]]).toEqual([
    3,
    [
      ['web', 4],
      ['hall', 1],
    ],
  ]);
  expect(sum.messages.get('sms')).toEqual({ due: 8, prompt: 7 });
  expect(promptShare(sum.messages.get('sms'))).toBe('87.5%');
});
test('of a channel that was silent there is no share', () => {
  expect(promptShare(sumOf([]).messages.get('mail'))).toBe('—');
  expect(promptShare({ due: 0, prompt: 0 })).toBe('—');
  expect(days.slice(0, 1).map((day) => lineOf(day).cases.get('hall'))).toEqual([undefined]);
});
