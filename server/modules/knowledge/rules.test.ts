import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapOf, isOver, lightOf, mayEdit, type ReplyState } from './rules.ts';

const draft = { state: 'draft' as ReplyState, revision: 3, authorIds: ['ann'] };
const bob = { personId: 'bob', origin: 'written' as const, revision: 3 };
const states: readonly ReplyState[] = ['draft', 'review', 'in-force', 'replaced', 'expired', 'withdrawn'];

describe('a version', () => {
  test('goes from draft to review to in force, and nowhere else', () => {
    const allowed = (['save', 'send', 'return', 'approve', 'withdraw'] as const).map((act) =>
      states.filter((state) => mayEdit(act, { ...draft, state }, bob).ok),
    );
    expect(allowed).toEqual([['draft'], ['draft'], ['review'], ['review'], ['draft', 'review', 'in-force']]);
  });
  test('is never approved by whoever wrote a part of it', () => {
    const review = { ...draft, state: 'review' as const, authorIds: ['ann', 'bob'] };
    expect(mayEdit('approve', review, bob)).toEqual({ ok: false, why: 'own' });
    expect(mayEdit('approve', { ...review, authorIds: ['ann'] }, bob)).toEqual({ ok: true });
    expect(mayEdit('return', review, bob)).toEqual({ ok: true });
  });
  test('that somebody else has changed meanwhile is not changed', () => {
    expect(mayEdit('save', draft, { ...bob, revision: 2 })).toEqual({ ok: false, why: 'moved' });
  });
  test('made from an item edition is never edited', () => {
    for (const act of ['save', 'send', 'approve', 'withdraw'] as const)
      expect(mayEdit(act, draft, { ...bob, origin: 'edition' })).toEqual({ ok: false, why: 'generated' });
  });
});

describe('the light', () => {
  const at = { today: '2026-03-02', warnDays: 30 };
  const light = (state: ReplyState, validUntil?: string) => lightOf({ state, validUntil }, at);
  test('is yellow in the last thirty days, and red when the last day is over', () => {
    expect(light('in-force', '2026-04-02')).toBe('green');
    expect(light('in-force', '2026-04-01')).toBe('yellow');
    expect(light('in-force', '2026-03-02')).toBe('yellow');
    expect(light('in-force', '2026-03-01')).toBe('red');
    expect(light('expired', '2026-03-01')).toBe('red');
    expect(light('in-force')).toBe('green');
    expect(light('draft', '2026-03-01')).toBe('green');
  });
  test('agrees with the last day itself: on it an entry still holds', () => {
    expect(isOver('2026-03-02', '2026-03-02')).toBe(false);
    expect(isOver('2026-03-01', '2026-03-02')).toBe(true);
    expect(isOver(undefined, '2026-03-02')).toBe(false);
  });
});

describe('a gap', () => {
  test('keeps what was looked for in plain letters', () => {
    expect(gapOf('  桨  断了　怎么办 ')).toBe('桨 断了 怎么办');
    expect(gapOf('ＫＡＹＡＫ')).toBe('kayak');
  });
  test('keeps nothing with a number of a person, however it is written', () => {
    const texts = [
      '19900001234',
      '查 990101199003070011',
      '1990 000 1234',
      '１９９００００１２３４',
      'a@b.cn',
      '一九九零零零零一二三四',
    ];
    for (const text of texts) expect([text, gapOf(text)]).toEqual([text, undefined]);
  });
  test('keeps no story, no marks and nothing at all', () => {
    for (const text of ['', '？', '。。。', '我'.repeat(41)]) expect(gapOf(text)).toBeUndefined();
  });
  test('never holds six digits in a row', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 -桨') }),
        (text) => !/\d{6}/.test(gapOf(text) ?? ''),
      ),
    );
  });
});
