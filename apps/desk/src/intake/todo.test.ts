import { describe, expect, test } from 'vitest';
import { aKayakEdition } from '../case/checks/kayak-edition.fixture.ts';
import { boxPages } from './form/form.ts';
import { aDraft, aQuestion, aSitting, aSlot } from './kayak-sitting.fixture.ts';
import { worksOf } from './materials/work.ts';
import { nextSpot, type Part, todosOfPart, todosOfVisit } from './todo.ts';

const edition = aKayakEdition();
const draft = aDraft({
  pages: [{ id: 'boat', title: { zh: '皮划艇' }, questions: [aQuestion('colour')] }],
  slots: [aSlot('river-map'), aSlot('identity-card')],
});
const ok = { material: 'river-map', checkpoint: 'point', result: 'ok' as const };

function part(typed: Record<string, string>, slots = draft.slots, marks = [] as (typeof ok)[]): Part {
  return {
    draft: draft.draft,
    name: '皮划艇登记',
    pages: boxPages(draft, typed),
    works: worksOf(edition, { ...draft, slots }, marks),
  };
}
const form = { at: 'form', draft: 'draft-1' } as const;
const map = { at: 'material', draft: 'draft-1', card: 'river-map' } as const;
const card = { at: 'material', draft: 'draft-1', card: 'identity-card' } as const;

describe('what is left to do', () => {
  test('is the form first, then every material that is asked for', () => {
    expect(todosOfPart(part({})).map(({ state, detail }) => [state, detail])).toEqual([
      ['open', 'colour'],
      ['open', '拍照或看原件'],
      ['open', '拍照或看原件'],
    ]);
  });
  test('leaves out what a licence proves', () => {
    const slots = [aSlot('river-map'), aSlot('identity-card', { met: 'licence' })];
    expect(todosOfPart(part({ colour: '红' }, slots)).map(({ key }) => key)).toEqual([
      'draft-1/form',
      'draft-1/river-map',
    ]);
  });
  test('of a visit is done when everything was handed in', () => {
    const filed = [{ case: 'TB1', item: 'kayak', name: '皮划艇登记', stateName: '已受理' }];
    expect(todosOfVisit(aSitting()).map(({ state }) => state)).toEqual(['open', 'open']);
    expect(todosOfVisit(aSitting({ filed })).map(({ state }) => state)).toEqual(['done', 'done']);
  });
  test('says when the person is reading, and when they found something wrong', () => {
    const asked = todosOfVisit(aSitting({ confirmation: { state: 'asked' } }));
    const declined = todosOfVisit(aSitting({ confirmation: { state: 'declined' } }));
    expect([asked[0]?.state, declined[0]?.state]).toEqual(['waiting', 'defect']);
  });
});

describe('the next thing', () => {
  test('without any item is to choose one', () => {
    expect(nextSpot([], undefined)).toEqual({ at: 'item' });
  });
  test('is the first open one, or the one after where the work stands', () => {
    expect(nextSpot([part({})], undefined)).toEqual(form);
    expect(nextSpot([part({ colour: '红' })], form)).toEqual(map);
    expect(nextSpot([part({})], map)).toEqual(card);
  });
  test('goes back to what was left out before', () => {
    const slots = [aSlot('river-map', { met: 'files' }), aSlot('identity-card', { met: 'licence' })];
    expect(nextSpot([part({}, slots, [ok])], map)).toEqual(form);
  });
  test('is the signature when nothing is left', () => {
    const slots = [aSlot('river-map', { met: 'files' }), aSlot('identity-card', { met: 'licence' })];
    expect(nextSpot([part({ colour: '红' }, slots, [ok])], map)).toEqual({ at: 'confirm' });
  });
});
