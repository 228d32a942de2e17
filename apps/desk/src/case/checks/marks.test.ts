import type { Mark } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import type { CheckRow, MaterialCard } from './cards.ts';
import { defectLines, findMark, marksWithin, progressOf, withRestOk, withResult, withSay } from './marks.ts';

const row = (checkpoint: string, changes: Partial<CheckRow> = {}): CheckRow => ({
  key: `paddle/${checkpoint}`,
  material: 'paddle',
  checkpoint,
  text: '桨上有编号',
  prefill: '没有做到“桨上有编号”，改好后重新上传',
  missing: false,
  ...changes,
});
const card = (rows: CheckRow[]): MaterialCard => ({
  key: 'paddle',
  slot: { material: 'paddle', need: 'required', met: 'files', files: [], ways: [], offers: [] },
  name: '船桨照片',
  form: '',
  rows,
  byData: [],
});
const one = row('numbered');
const other = row('whole');
const ok: Mark = { material: 'paddle', checkpoint: 'numbered', result: 'ok' };

describe('withResult', () => {
  test('a defect begins with the words of its checkpoint', () => {
    expect(withResult([], one, 'defect')).toEqual([{ ...ok, result: 'defect', say: one.prefill }]);
  });
  test('a defect found good again loses its words', () => {
    expect(withResult(withResult([], one, 'defect'), one, 'ok')).toEqual([ok]);
  });
  test('pressing defect twice keeps what was written', () => {
    const written = withSay([], one, '编号看不清，重拍');
    expect(withResult(written, one, 'defect')).toEqual(written);
  });
  test('the same checkpoint of another person is another checkpoint', () => {
    const second = row('numbered', { person: 2 });
    const marks = withResult([ok], second, 'defect');
    expect(findMark(marks, one)?.result).toBe('ok');
    expect(findMark(marks, second)?.result).toBe('defect');
  });
});

describe('withRestOk', () => {
  test('what was found wrong stays wrong', () => {
    const marks = withRestOk(withResult([], one, 'defect'), card([one, other]));
    expect(marks.map(({ result }) => result)).toEqual(['defect', 'ok']);
  });
  test('a missing material does not become good', () => {
    expect(withRestOk([], card([row('numbered', { missing: true })]))).toEqual([]);
  });
});

describe('the notice', () => {
  test('tells every defect by material, and nothing else', () => {
    const marks = withResult(withResult([], one, 'defect'), other, 'ok');
    expect(defectLines([card([one, other])], marks)).toEqual([
      { name: '船桨照片', rows: [{ key: 'paddle/numbered', say: one.prefill }] },
    ]);
  });
  test('a defect whose words were wiped is told as blank, so that it is not sent', () => {
    expect(defectLines([card([one])], withSay([], one, '  '))[0]?.rows).toEqual([
      { key: 'paddle/numbered', say: '' },
    ]);
  });
  test('counts what was looked at and what was wrong', () => {
    expect(progressOf([card([one, other])], withResult([], one, 'defect'))).toEqual({
      done: 1,
      total: 2,
      defects: 1,
    });
  });
  test('a mark that is not checked here any more is not sent', () => {
    const elsewhere: Mark = { material: 'paddle', checkpoint: 'gone', result: 'ok' };
    expect(marksWithin([card([one])], [elsewhere, ok])).toEqual([ok]);
  });
});
