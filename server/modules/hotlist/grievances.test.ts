import { expect, test } from 'vitest';
import type { OrderTextRow } from '../hotline/index.ts';
import { toldOf } from './grievances.ts';

const row: OrderTextRow = {
  ...{ orderId: '1', number: '1', city: '4419', branch: 'lake/east', kind: 'complaint', matter: 'pier' },
  ...{ labels: [], title: '断桨', text: '没有人换。', receivedAt: new Date('2026-03-02T02:00:00Z') },
  reopened: false,
};

test('a complaint is mined; thanks, asking to be visited, and what nobody has sorted are not', () => {
  expect(toldOf(row, '4419')).toMatchObject({ matter: 'pier', text: '断桨\n没有人换。' });
  for (const kind of ['praise', 'visit']) expect(toldOf({ ...row, kind }, '4419')).toBeUndefined();
  const { matter: _matter, ...unsorted } = row;
  expect(toldOf(unsorted, '4419')).toBeUndefined();
});
