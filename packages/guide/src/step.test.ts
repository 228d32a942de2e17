import { describe, expect, test } from 'vitest';
import {
  type Answers,
  evaluate,
  type Guide,
  NOT_SURE,
  readAnswers,
  step,
  why,
  writeAnswers,
} from './index.ts';
import { compiledKayak } from './kayak.fixture.ts';

const guide = compiledKayak();
const stateOf = (of: Guide, answers: Answers, wanted: string) =>
  evaluate(of, answers).find(({ id }) => id === wanted)?.state;

describe('step', () => {
  test('what belongs elsewhere asks nothing more', () => {
    const { end, outputs, next } = step(guide, { 艇型: '快艇' });
    expect([end?.id, next, outputs.length]).toEqual(['快艇租赁', undefined, 1]);
  });

  test('a question that does not apply is never asked', () => {
    expect(step(guide, { 艇型: '单人艇', 会游泳: true }).left).not.toContain('教练陪同');
    expect(step(guide, { 艇型: '单人艇', 会游泳: false }).next).toBe('教练陪同');
  });

  test('不清楚 is not asked again and leaves the checklist possible', () => {
    const answers = { 艇型: '单人艇', 会游泳: true, 年龄: NOT_SURE, 自带: [], 同伴: 0 };
    const now = step(guide, answers);
    expect([now.next, now.certain, stateOf(guide, answers, '监护人同意书')]).toEqual([
      undefined,
      false,
      'possible',
    ]);
  });

  test('each companion is asked only what still matters', () => {
    const answers: Answers = { 艇型: '双人艇', 会游泳: true, 年龄: 30, 自带: ['救生衣'], 同伴: 2 };
    answers['同伴.1.年龄段'] = '幼儿';
    expect(step(guide, answers).left).toEqual(['同伴.2.年龄段', '同伴.2.晕船']);
    Object.assign(answers, { '同伴.2.年龄段': '成人', '同伴.2.晕船': true });
    const pills = step(guide, answers).outputs.find(({ id }) => id === '晕船药');
    expect([pills?.state, pills?.persons]).toEqual(['required', ['no', 'required']]);
    expect(why(guide, answers, { layer: 'materials', id: '晕船药', person: 2 }).toSorted()).toEqual(
      ['同伴', '同伴.2.年龄段', '同伴.2.晕船'].toSorted(),
    );
  });

  test('answers that cannot all be true are called a contradiction', () => {
    const strict = compiledKayak((source) => {
      source.constraints = ['not(艇型 = "快艇" and not(会游泳))'];
    });
    expect(step(strict, { 艇型: '快艇', 会游泳: false }).contradiction).toBe(true);
    expect(step(strict, { 艇型: '快艇' }).contradiction).toBe(false);
  });
});

describe('readAnswers', () => {
  test('what cannot be taken is reported and the rest is kept', () => {
    const entries: [string, string][] = [
      ['艇型', '双人艇'],
      ['年龄', '三十'],
      ['会游泳', 'yes'],
      ['会飞', '是'],
      ['__proto__', '1'],
      ['同伴', '9'],
      ['同伴.9.晕船', '是'],
      ['教练陪同', '是'],
      ['教练陪同', '否'],
      ['自带', ''],
    ];
    const { answers, faults } = readAnswers(guide, entries);
    expect(answers).toEqual({ 艇型: '双人艇', 自带: [] });
    expect(faults).toEqual([
      { fact: '年龄', code: 'number' },
      { fact: '会游泳', code: 'option' },
      { fact: '会飞', code: 'unknown' },
      { fact: '__proto__', code: 'unknown' },
      { fact: '同伴', code: 'number' },
      { fact: '同伴.9.晕船', code: 'unknown' },
      { fact: '教练陪同', code: 'repeated' },
    ]);
  });

  test('the same answers make the same address in whatever order they were given', () => {
    const one = writeAnswers(guide, { 年龄: 20, 艇型: '单人艇', 会游泳: true });
    expect(writeAnswers(guide, { 会游泳: true, 艇型: '单人艇', 年龄: 20 })).toEqual(one);
  });
});
