import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asCaller, type SignedIn } from '../../platform/index.ts';
import { createCarrierSimulator, createNotices, createTextMessages, type Notices } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { createKayakHouse, defectMark, type KayakHouse } from './kayak-house.fixture.ts';
import { tellApplicants } from './telling.ts';

let house: KayakHouse;
let notices: Notices;
beforeAll(async () => {
  house = await createKayakHouse();
  const ports = { sms: [createCarrierSimulator('sms')], receiptsFrom: [], wechat: undefined };
  const telling = { ...house.platform, book: kayakBook, ports };
  const { carrying } = createTextMessages(telling);
  notices = createNotices({ ...telling, identity: house.identity, sms: carrying });
  tellApplicants({ ...house.platform, catalogue: house.catalogue, notices });
});
afterAll(() => house.stop());

/** What somebody finds in their messages, oldest first. */
async function toldTo(citizen: SignedIn) {
  await house.settle();
  const { notices: told } = await asCaller(citizen, () => notices.list(citizen, {}));
  return told.toReversed();
}

describe('whoever applied', () => {
  test('is told of every change of their case, in both languages', async () => {
    const citizen = await house.citizen();
    const clerk = await house.staff('clerk');
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number, [defectMark]);
    house.moveBy({ minutes: 1 });
    await house.notify(clerk, number);
    const told = await toldTo(citizen);
    expect(told.map(({ title }) => title.en)).toEqual(['Case submitted', 'Case correction-requested']);
    expect(told[0]).toMatchObject({ case: number, about: `case:${number}`, read: false });
    expect(told[0]?.body.zh).toBe(`“皮划艇下水登记”（${number}）submitted`);
  });
  test('is not told of what happens inside the bureau alone, nor others of anything', async () => {
    const [citizen, other] = [await house.citizen(), await house.citizen()];
    const clerk = await house.staff('clerk');
    const number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    house.moveBy({ minutes: 1 });
    await house.accept(clerk, number);
    const told = await toldTo(citizen);
    expect(told.map(({ title }) => title.en)).toEqual(['Case submitted', 'Case accepted']);
    expect(await toldTo(other)).toEqual([]);
  });
});
