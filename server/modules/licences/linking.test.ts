import { familyRoutes, showsRoutes } from '@tongban/contract';
import { citizenCheck } from '@tongban/kernel';
import { afterAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createPaddlersHouse, type Paddler } from './paddlers.fixture.ts';

const house = await createPaddlersHouse();
afterAll(house.stop);

const parentName = '示例·老人';
const childName = '示例·子女';
const family = (who: SignedIn) => house.as(who)(familyRoutes.list, {});
const ask = (who: SignedIn, { citizenNumber }: Pick<Paddler, 'citizenNumber'>, name = parentName) =>
  house.as(who)(familyRoutes.ask, { body: { name, citizenNumber } });
const answer = (who: SignedIn, { personId: person }: SignedIn, agreed = true) =>
  house.as(who)(familyRoutes.answer, { params: { person }, body: { agreed } });
const end = (who: SignedIn, { personId: person }: SignedIn) =>
  house.as(who)(familyRoutes.end, { params: { person } });
const share = (who: SignedIn, licence: string, { personId: relative }: SignedIn) =>
  house.as(who)(showsRoutes.share, { params: { licence, relative }, body: { shared: true } });
const sharedWith = (who: SignedIn) => house.as(who)(showsRoutes.shared, {});
const two = async () =>
  [await house.paddler(childName), await house.paddler(parentName, '19510318')] as const;

describe('linking as family', () => {
  test('is asked by one and agreed to by the other, and then a card can be shared', async () => {
    const [child, parent] = await two();
    const licence = await house.card(parent);
    await expect(share(parent, licence, child)).rejects.toMatchObject({ code: 'licences.relative' });
    await ask(child, parent);
    expect(await family(child)).toEqual([]);
    expect(await family(parent)).toMatchObject([
      { person: child.personId, state: 'asked-of-me', name: childName },
    ]);
    await expect(share(parent, licence, child)).rejects.toMatchObject({ code: 'licences.relative' });
    await answer(parent, child);
    expect(await family(child)).toMatchObject([{ person: parent.personId, state: 'linked', mayEnd: true }]);
    expect(await sharedWith(child)).toEqual([]);
    await share(parent, licence, child);
    expect(await sharedWith(child)).toMatchObject([{ licence, why: 'shared' }]);
  });
  test('lets nobody act for the other: it is no mandate', async () => {
    const [child, parent] = await two();
    await ask(child, parent);
    await answer(parent, child);
    expect(await house.identity.relationsOf(child.personId)).toEqual([]);
    expect(await house.identity.relationsOf(parent.personId)).toEqual([]);
  });
  test('ends for both when either ends it, with everything shared over it, also when they link again', async () => {
    const [child, parent] = await two();
    const licence = await house.card(parent);
    await ask(child, parent);
    await answer(parent, child);
    await share(parent, licence, child);
    await end(child, parent);
    expect([await family(child), await family(parent), await sharedWith(child)]).toEqual([[], [], []]);
    await ask(child, parent);
    await answer(parent, child);
    expect(await sharedWith(child)).toEqual([]);
  });
});

describe('a question to link', () => {
  test('that is declined or taken back leaves nothing', async () => {
    const [child, parent] = await two();
    await ask(child, parent);
    await answer(parent, child, false);
    expect([await family(child), await family(parent)]).toEqual([[], []]);
    await ask(child, parent);
    await end(child, parent);
    await expect(answer(parent, child)).rejects.toMatchObject({ code: 'family.not-asked' });
  });
  test('tells nobody whether there is such a person, nor under which name', async () => {
    const [child, parent] = await two();
    expect(await ask(child, parent, '示例·别人')).toBeUndefined();
    const digits = '99010119510318999';
    expect(await ask(child, { citizenNumber: `${digits}${citizenCheck(digits)}` })).toBeUndefined();
    expect([await family(child), await family(parent)]).toEqual([[], []]);
  });
  test('of oneself is refused', async () => {
    const [child] = await two();
    await expect(ask(child, child, childName)).rejects.toMatchObject({ code: 'family.citizen-number' });
  });
  test('cannot be answered by the one who asked, nor by a stranger', async () => {
    const [child, parent] = await two();
    const stranger = await house.paddler('示例·旁人');
    await ask(child, parent);
    await expect(answer(child, parent)).rejects.toMatchObject({ code: 'family.not-asked' });
    await expect(answer(stranger, child)).rejects.toMatchObject({ code: 'family.not-asked' });
    expect(await family(stranger)).toEqual([]);
  });
  test('stands for a month', async () => {
    const [child, parent] = await two();
    await ask(child, parent);
    house.moveBy({ days: 31 });
    expect(await family(parent)).toEqual([]);
    await house.platform.jobs.runTimer('licences.forget-asks');
    await expect(answer(parent, child)).rejects.toMatchObject({ code: 'family.not-asked' });
  });
});
