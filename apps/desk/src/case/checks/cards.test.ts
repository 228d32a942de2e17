import type { MaterialSlot } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { cardsOf, stageOf } from './cards.ts';
import { aKayakEdition } from './kayak-edition.fixture.ts';

const edition = aKayakEdition();
const slot = (material: string, changes: Partial<MaterialSlot> = {}): MaterialSlot => ({
  material,
  need: 'required',
  met: 'files',
  files: [],
  ways: [],
  offers: [],
  ...changes,
});

describe('cardsOf', () => {
  test('a material has the checkpoints of its stage, with the words an applicant will read', () => {
    const [card] = cardsOf(edition, { state: 'submitted', slots: [slot('river-map')] });
    expect(card).toMatchObject({ key: 'river-map', name: '下水点位置图' });
    expect(card?.rows).toEqual([
      {
        key: 'river-map/point',
        material: 'river-map',
        checkpoint: 'point',
        text: '图上标出下水点',
        prefill: '没有做到“图上标出下水点”，改好后重新上传',
        missing: false,
      },
    ]);
  });
  test('a checkpoint of intake is not asked again at review', () => {
    const [card] = cardsOf(edition, { state: 'in-review', slots: [slot('river-map')] });
    expect(card?.rows).toEqual([]);
  });
  test('what a licence proves has nothing to check', () => {
    const [card] = cardsOf(edition, {
      state: 'submitted',
      slots: [slot('identity-card', { met: 'licence' })],
    });
    expect(card?.settled).toBe('已由电子证照证明，不用再核对');
    expect(card?.rows).toEqual([]);
  });
  test('a required material nobody handed in has one line that says so', () => {
    const [card] = cardsOf(edition, { state: 'submitted', slots: [slot('identity-card', { met: 'open' })] });
    expect(card?.rows).toMatchObject([
      { checkpoint: 'name', missing: true, prefill: '没有收到身份证，补交原件 1 份，核验后退还' },
    ]);
  });
  test('a material that is only possible and not there asks for nothing', () => {
    const open = slot('identity-card', { met: 'open', need: 'possible' });
    expect(cardsOf(edition, { state: 'submitted', slots: [open] })[0]?.rows).toEqual([]);
  });
  test('materials of two companions stand apart', () => {
    const slots = [slot('guardian-consent', { person: 1 }), slot('guardian-consent', { person: 2 })];
    const cards = cardsOf(edition, { state: 'submitted', slots });
    expect(cards.map(({ name }) => name)).toEqual([
      '监护人同意书 · 同行人（第 1 个）',
      '监护人同意书 · 同行人（第 2 个）',
    ]);
    expect(cards[1]?.rows[0]).toMatchObject({ key: 'guardian-consent.2/signature', person: 2 });
  });
  test('what machines check is told and not marked', () => {
    const checked = aKayakEdition({
      'materials.yaml': (text) => text.replace('at: [intake]}', 'at: [intake], by: data-check}'),
    });
    const [card] = cardsOf(checked, { state: 'submitted', slots: [slot('river-map')] });
    expect(card).toMatchObject({ rows: [], byData: ['图上标出下水点'] });
  });
  test('a material the edition does not know is shown by its name and cannot be checked', () => {
    expect(cardsOf(edition, { state: 'submitted', slots: [slot('paddle')] })[0]).toMatchObject({
      name: 'paddle',
      rows: [],
    });
  });
});

describe('stageOf', () => {
  test.each([
    ['submitted', 'intake'],
    ['correction-before-acceptance', 'intake'],
    ['in-review', 'review'],
    ['correction-after-acceptance', 'review'],
  ])('%s is looked at for %s', (state, stage) => {
    expect(stageOf(state)).toBe(stage);
  });
});
