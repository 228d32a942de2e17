import { join } from 'node:path';
import { repliesOf } from '@tongban/catalogue';
import { mattersOf } from '@tongban/catalogue/author';
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../content/read.ts';
import { generateOrders } from './generate.ts';
import { slotsFor, tell, tellingSlots } from './slots.ts';
import { readStories, storiesIn } from './stories.ts';
import { storiesOfContent } from './stories-of-content.ts';
import { correctionIn } from './train.ts';

const loading = loadFolder(join(import.meta.dirname, '..', '..', 'content'));
if (!loading.ok) throw new Error('content has errors');
const { content, editions } = loading;
const regions = [
  { code: '440106', name: '天河区' },
  { code: '440605', name: '南海区' },
  { code: '440104', name: '越秀区' },
];
const stories = { ...readStories(), named: storiesOfContent(content) };
const wish = { count: 3000, seed: 7, from: '2026-01-05', days: 84, regions, stories, topics: 3 };
const { orders, truth } = generateOrders(wish);

describe('stories', () => {
  test('belong to matters of the tree, and every leaf has one', () => {
    const leaves = mattersOf(content.matters!.value).filter(({ isLeaf }) => isLeaf);
    const told = new Set(stories.usual.map(({ matter }) => matter));
    expect(leaves.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
    const known = leaves.map(({ id }) => id);
    const astray = [...stories.usual, ...stories.hot].filter(({ matter }) => !known.includes(matter));
    expect(astray).toEqual([]);
  });
  test('fill every slot they name', () => {
    for (const { words } of [...stories.usual, ...stories.named, ...stories.hot])
      expect(
        tell(
          words,
          slotsFor(regions[0]!, () => 0.4),
          () => 0.4,
        ),
      ).not.toMatch(/[{}()|]/);
  });
  test('with an unknown kind are refused', () => {
    expect(() => storiesIn('# kayak\n划 桨断了')).toThrow('not a story');
    expect(tellingSlots('在{路}的{天}天')).toEqual(['路']);
  });
});

describe('generated orders', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(generateOrders(wish)).toEqual({ orders, truth });
    expect(generateOrders({ ...wish, seed: 8 }).orders[0]?.text).not.toBe(orders[0]?.text);
  });
  test('have the published mix of kinds, within three points', () => {
    const usual = generateOrders({ ...wish, topics: 0 }).orders;
    const share = (kind: string) => usual.filter((order) => order.kind === kind).length / usual.length;
    expect(Math.abs(share('consult') - 0.471)).toBeLessThan(0.03);
    expect(Math.abs(share('help') - 0.303)).toBeLessThan(0.03);
    expect(Math.abs(share('suggestion') - 0.148)).toBeLessThan(0.03);
  });
  test('are fewer on Sundays than on Mondays', () => {
    const on = (weekday: number) => orders.filter(({ day }) => new Date(day).getUTCDay() === weekday).length;
    expect(on(0)).toBeLessThan(on(1) * 0.6);
  });
  test('stay within the days and the regions that were asked for, in order of time', () => {
    expect(orders.every(({ day }) => day >= '2026-01-05' && day <= '2026-03-29')).toBe(true);
    expect(new Set(orders.map(({ region }) => region))).toEqual(new Set(regions.map(({ code }) => code)));
    expect(orders.map(({ day }) => day)).toEqual(orders.map(({ day }) => day).sort());
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
  });
  test('name the planted pairs and topics by orders that are there', () => {
    const byId = new Map(orders.map((order) => [order.id, order]));
    expect(truth.duplicates.length).toBeGreaterThan(60);
    for (const [a, b] of truth.duplicates) expect(byId.has(a) && byId.has(b)).toBe(true);
    expect(truth.hot).toHaveLength(3);
    for (const { orders: ids } of truth.hot) {
      expect(ids.length).toBeGreaterThanOrEqual(18);
      for (const id of ids) expect(byId.get(id)!.day >= '2026-02-28').toBe(true);
    }
  });
});

describe('the content of the hotline', () => {
  test('has twenty-five old lines, and writes only the numbers that are known', () => {
    const numbers = content.oldNumbers!.value.numbers;
    expect(numbers).toHaveLength(25);
    expect(numbers.flatMap(({ number }) => number ?? [])).toEqual(['96110', '110']);
  });
  test('answers in some dozens of replies, and from every item', () => {
    expect(content.replies.flatMap(({ value }) => value.replies).length).toBeGreaterThanOrEqual(50);
    for (const edition of editions) {
      const replies = repliesOf(edition);
      expect(replies.length).toBeGreaterThanOrEqual(6);
      for (const { text } of replies) expect(text).toMatch(/^[^{}]+[。？）”]$/su);
    }
  });
});

describe('a correction', () => {
  test('is a line with a text and what it was', () => {
    expect(correctionIn('{"text":"桨断了","matter":"po-dog"}')).toEqual({ text: '桨断了', matter: 'po-dog' });
    expect(() => correctionIn('{"matter":"po-dog"}')).toThrow('没有 text');
  });
});
