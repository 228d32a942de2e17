import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { itemView } from './item-view.ts';
import { repliesOf } from './replies-of.ts';

function kayak(changes: Record<string, (text: string) => string> = {}) {
  const loading = loadContent(kayakContent(changes));
  if (!loading.ok) throw new Error(loading.findings.map(({ message }) => message).join());
  const edition = loading.editions.find(({ id }) => id === 'kayak');
  if (edition === undefined) throw new Error('no kayak');
  return edition;
}
const textOf = (topic: string, edition = kayak()) =>
  repliesOf(edition, [{ name: '湖边大厅', address: '湖滨路1号', hours: ['周一到周五 9:00—17:00'] }]).find(
    (reply) => reply.topic === topic,
  )?.text;

describe('the replies of an item', () => {
  test('say what its guide says, word for word: materials, fees, limits and visits', () => {
    const view = itemView(kayak(), 'zh');
    for (const { name, form, when } of view.materials) {
      expect(textOf('materials')).toContain(name.text);
      expect(textOf('materials')).toContain(form.text);
      if (when !== undefined) expect(textOf('materials')).toContain(when.text);
    }
    expect(view.fees.length).toBeGreaterThan(0);
    for (const { name, amount } of view.fees) {
      expect(textOf('fees')).toContain(name.text);
      expect(textOf('fees')).toContain(amount.text);
    }
    expect(textOf('limits')).toBe(`${view.promised.text}。\n法定期限是 ${view.statutory?.text}。`);
    expect(textOf('visits')).toContain(view.visits.text.text);
    expect(textOf('faq')).toBe(view.faq[0]?.a.text);
  });
  test('name the halls with their hours, and are silent about places when none is told', () => {
    expect(textOf('windows')).toBe('湖边大厅：湖滨路1号。周一到周五 9:00—17:00。');
    expect(repliesOf(kayak()).some(({ topic }) => topic === 'windows')).toBe(false);
  });
  test('change with the edition and keep their names', () => {
    const dearer = kayak({ 'item.yaml': (text) => text.replace('fen: 1500', 'fen: 1800') });
    const [before, after] = [repliesOf(kayak()), repliesOf(dearer)];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.hash).not.toBe(before[0]?.hash);
    expect(textOf('fees', dearer)).toContain('18 元');
  });
  test('of an item without fees say so', () => {
    const free = kayak({
      'item.yaml': (text) => text.replace(/fees:\n.*\n/, 'fees: []\n'),
      'guide.yaml': (text) => text.replace(/ {2}- id: 要贴标\n(?: {4}.*\n)+/, ''),
    });
    expect(textOf('fees', free)).toBe('不收费。');
  });
});
