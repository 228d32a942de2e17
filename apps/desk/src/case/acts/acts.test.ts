import { describe, expect, test } from 'vitest';
import { actsOf, markPermit } from './acts.ts';

describe('actsOf', () => {
  test('offers what is permitted, each with its key', () => {
    const acts = actsOf({
      state: 'submitted',
      permitted: [
        { command: 'not-accept', may: true },
        { command: 'accept', may: true },
        { command: 'request-correction', may: true },
      ],
    });
    expect(acts.map(({ id, key }) => [id, key])).toEqual([
      ['accept', 'F6'],
      ['request-correction', 'n'],
      ['not-accept', 'd'],
    ]);
  });
  test('F6 claims first; the acceptance has no key until the case is claimed', () => {
    const acts = actsOf({
      state: 'submitted',
      permitted: [
        { command: 'accept', may: true },
        { command: 'claim', may: true },
      ],
    });
    expect(acts.map(({ id, key }) => [id, key])).toEqual([
      ['claim', 'F6'],
      ['accept', undefined],
    ]);
  });
  test('an act refused by four-eyes is shown with the reason; its key says why', () => {
    const acts = actsOf({
      state: 'awaiting-decision',
      permitted: [{ command: 'grant', may: false, why: '您收过这件的材料，要由另一位同事审批' }],
    });
    expect(acts).toEqual([
      { id: 'grant', key: 'e', may: false, why: '您收过这件的材料，要由另一位同事审批' },
    ]);
  });
  test('a key is never kept by an act that may not be done from one that may', () => {
    const acts = actsOf({
      state: 'awaiting-decision',
      permitted: [
        { command: 'claim', may: false, why: '这件已由另一位同事认领' },
        { command: 'not-accept', may: false, why: '状态变了' },
        { command: 'refuse', may: true },
      ],
    });
    expect(acts.map(({ id, key }) => [id, key])).toEqual([
      ['claim', 'F6'],
      ['refuse', 'd'],
    ]);
  });
  test('an act that means nothing in this state is left out', () => {
    const permitted = [{ command: 'hand-over', may: false, why: '状态变了' }];
    expect(actsOf({ state: 'submitted', permitted })).toEqual([]);
  });
  test('a command this desk does not know is left out', () => {
    expect(actsOf({ state: 'submitted', permitted: [{ command: 'paddle', may: true }] })).toEqual([]);
  });
});

describe('markPermit', () => {
  test('only whoever the server permits may mark, and it says why not', () => {
    expect(markPermit({ permitted: [{ command: 'mark', may: true }] }).may).toBe(true);
    expect(markPermit({ permitted: [{ command: 'mark', may: false, why: '先认领这件再办' }] })).toMatchObject(
      {
        may: false,
        why: '先认领这件再办',
      },
    );
  });
  test('without a word from the server nobody marks', () => {
    expect(markPermit({ permitted: [] })).toEqual({ may: false });
  });
});
