import { expect, test } from 'vitest';
import { aboutWords, itemIn } from './about.ts';
import { kayakOrders } from './kayak-rules.fixture.ts';

const items = [{ id: 'kayak', name: '皮划艇下水登记' }];
const rules = { talk: { ...kayakOrders.talk, items } };

test('what an order is about is told by the name of the item, else by its number', () => {
  for (const about of ['item:kayak', 'kayak']) {
    expect(itemIn(rules, about)).toEqual(items[0]);
    expect(aboutWords(rules, about)).toBe('皮划艇下水登记');
  }
  expect(itemIn(rules, 'item:pier')).toBeUndefined();
  expect(aboutWords(rules, 'ticket:A012')).toBe('排队号 A012');
  expect(aboutWords(rules, 'TB441920261123000001')).toBe('TB441920261123000001');
});
