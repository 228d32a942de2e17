import type { IntakeMark } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { aKayakEdition } from '../../case/checks/kayak-edition.fixture.ts';
import { aDraft, aSlot } from '../kayak-sitting.fixture.ts';
import { isSettled, marksOf, openRow, withMarks, worksOf } from './work.ts';

const edition = aKayakEdition();
const work = (slot: ReturnType<typeof aSlot>, marks: Parameters<typeof worksOf>[2] = []) => {
  const [found] = worksOf(edition, aDraft({ slots: [slot] }), marks);
  if (found === undefined) throw new Error('no material');
  return found;
};
const ok = { material: 'river-map', checkpoint: 'point', result: 'ok' as const };

describe('the work on a material', () => {
  test('begins with taking it, goes on with its points, and ends', () => {
    expect(work(aSlot('river-map')).state).toBe('lay');
    const taken = work(aSlot('river-map', { met: 'files' }));
    expect(taken).toMatchObject({ state: 'check', done: 0, total: 1 });
    expect(openRow(taken, [])).toBe('river-map/point');
    const checked = work(aSlot('river-map', { met: 'files' }), [ok]);
    expect(checked.state).toBe('good');
    expect(isSettled(checked)).toBe(true);
  });
  test('of one that was not brought is settled once that is noted for the notice', () => {
    const noted = work(aSlot('river-map'), [{ ...ok, result: 'defect', say: '没有收到' }]);
    expect(noted).toMatchObject({ state: 'defect', defects: 1 });
    expect(isSettled(noted)).toBe(true);
  });
  test('is none where a licence, a source or a promise stands in, and says which', () => {
    const offer = { licence: 'l', name: { zh: '居民身份证' }, number: '990***' };
    expect(work(aSlot('identity-card', { met: 'licence', licence: offer })).proof).toBe(
      '已由居民身份证证明（990***）',
    );
    const proved = { source: { zh: '皮划艇登记库' }, at: '2026-03-02T01:00:00Z', simulated: true };
    expect(work(aSlot('river-map', { met: 'data', proved })).proof).toBe('已由皮划艇登记库证明');
    expect(work(aSlot('river-map', { met: 'data' })).proof).toContain('由系统核验');
    expect(work(aSlot('river-map', { met: 'promise' })).state).toBe('proved');
  });
  test('says why it is asked for when a source did not agree', () => {
    const notProved = { source: { zh: '皮划艇登记库' }, at: '2026-03-02T01:00:00Z', say: '查不到' };
    const asked = work(aSlot('river-map', { notProved }));
    expect(asked).toMatchObject({ state: 'lay', unproved: '皮划艇登记库没有核上：查不到' });
  });
  test('of one that is perhaps needed can wait', () => {
    expect(work(aSlot('river-map', { need: 'possible' })).state).toBe('aside');
  });
});

describe('the marks of a sitting', () => {
  const others: IntakeMark[] = [{ ...ok, draft: 'draft-2' }];
  test('of one item are replaced, those of the others stay', () => {
    const all = withMarks(others, 'draft-1', [ok]);
    expect(all).toEqual([...others, { ...ok, draft: 'draft-1' }]);
    expect(marksOf(all, 'draft-1')).toEqual([ok]);
    expect(withMarks(all, 'draft-1', [])).toEqual(others);
  });
});
