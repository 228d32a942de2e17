import { expect, test } from 'vitest';
import { choose, type Picked, sentOf, waitsFor } from './picked.ts';

const sent = (id: number): Picked => ({ id, name: `${id}.png`, bytes: 10, state: 'sent', file: `f${id}` });
const sending: Picked = { id: 90, name: '桨.pdf', bytes: 20, state: 'sending', percent: 40 };
const refused: Picked = { id: 91, name: '桨.svg', bytes: 30, state: 'refused', why: '不是照片' };

test('nine are taken at once and not one more, and it says so; what was refused does not count', () => {
  const eight = Array.from({ length: 8 }, (_, at) => sent(at));
  const chosen = [
    { name: 'a.png', size: 1 },
    { name: 'b.png', size: 2 },
  ];
  expect(choose([...eight, refused], chosen)).toEqual({
    taken: [chosen[0]],
    left: '一次最多 9 个，多的没有添加',
  });
  expect(choose([], chosen)).toEqual({ taken: chosen, left: undefined });
});

test('the same one is not sent twice; one that was refused may be tried again', () => {
  expect(choose([sending], [{ name: '桨.pdf', size: 20 }])).toEqual({ taken: [], left: '已经选过' });
  expect(choose([refused], [{ name: '桨.svg', size: 30 }]).taken).toHaveLength(1);
});

test('what is on its way is waited for; what arrived goes along, what was refused does not', () => {
  expect(waitsFor([sent(1), sending])).toBe('附件还在传，传完再提交');
  expect(waitsFor([sent(1), refused])).toBeUndefined();
  expect(sentOf([sent(1), sending, refused, sent(2)])).toEqual(['f1', 'f2']);
});
