import type { DeskCase } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import type { MaterialCard } from '../checks/cards.ts';
import { findNewestPaper, findSubject } from './subject.ts';

const file = { file: 'f1', name: 'paddle.jpg', contentType: 'image/jpeg', bytes: 10, complete: true };
const card = (key: string, files: (typeof file)[]): MaterialCard => ({
  key,
  slot: { material: key, need: 'required', met: 'files', files, ways: [], offers: [] },
  name: key,
  form: '',
  rows: [],
  byData: [],
});
const paper = (document: string, madeAt: string): DeskCase['documents'][number] => ({
  document,
  kind: 'receipt',
  title: { zh: '收件凭证' },
  number: '1',
  madeAt,
  code: 'KAYAK',
});
const cards = [card('paddle', []), card('map', [file])];

describe('findSubject', () => {
  test('begins with the first material that has pages', () => {
    expect(findSubject(undefined, cards, [])).toMatchObject({ kind: 'material', card: { key: 'map' } });
  });
  test('keeps the chosen material when the case is loaded again', () => {
    expect(findSubject({ kind: 'material', key: 'paddle' }, cards, [])).toMatchObject({
      card: { key: 'paddle' },
    });
  });
  test('a case without materials has nothing to show', () => {
    expect(findSubject(undefined, [], [])).toBeUndefined();
  });
  test('a paper that is gone is not shown', () => {
    expect(findSubject({ kind: 'paper', document: 'p9', print: false }, cards, [])).toBeUndefined();
  });
});

describe('findNewestPaper', () => {
  test('is the one made last, whatever the order', () => {
    const papers = [paper('p2', '2026-11-02T00:00:00Z'), paper('p1', '2026-11-01T00:00:00Z')];
    expect(findNewestPaper(papers)?.document).toBe('p2');
    expect(findNewestPaper([])).toBeUndefined();
  });
});
