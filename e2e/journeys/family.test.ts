import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizen } from '../house/people.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const parentPerson = citizen('he-guilan');
const childPerson = citizen('ma-yuanxing');

const press = ({ page }: Visitor, name: string) =>
  leadOn(page, page.getByRole('button', { name, exact: true }).click());
const look = async (visitor: Visitor, name: string) => {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
};
const cardIn = ({ page }: Visitor) => page.getByRole('listitem').filter({ hasText: '居民身份证' }).first();

/** Opens what can be done with the identity card of the parent, who has several cards. */
async function openCard(parent: Visitor, link: string): Promise<void> {
  await parent.go('/licences');
  await cardIn(parent).getByRole('heading', { name: '居民身份证' }).click();
  await leadOn(parent.page, cardIn(parent).getByRole('link', { name: link }).click());
}

/** An elderly parent, in large print, and a grown child; each step goes on from the one before. */
describe('an elderly parent and a linked child', () => {
  let parent: Visitor;
  let child: Visitor;
  let reader: Visitor;
  beforeAll(async () => {
    parent = await comeIn({ as: parentPerson.id, large: true });
    child = await comeIn({ as: childPerson.id });
    reader = await comeIn();
  });
  afterAll(() => Promise.all([parent.leave(), child.leave(), reader.leave()]));

  test('the child asks to be linked, and learns nothing by it', async () => {
    const page = await child.go('/licences/family');
    await page.getByLabel('家人的姓名').fill(parentPerson.name);
    await page.getByLabel('家人的身份证号码').fill(parentPerson.citizen_number);
    await press(child, '请对方同意');
    expect(await saidOn(page)).toContain('对方会收到消息');
    expect(await saidOn(page)).not.toContain('已关联');
    await look(child, 'family-asked');
  });

  test('the parent sees who asks, and agrees', async () => {
    const page = await parent.go('/licences');
    expect(await saidOn(page)).toContain(`${childPerson.name}想和您关联为家人`);
    await leadOn(page, page.getByRole('link', { name: '看一看，同意或者不同意' }).click());
    await look(parent, 'family-agree');
    await press(parent, '同意');
    expect(await saidOn(page)).toContain(childPerson.name);
  });

  test('being linked shows no card yet; the parent lets the child show this one', async () => {
    const page = await child.go('/licences');
    expect(await page.getByRole('link', { name: /同意您亮证/ }).count()).toBe(0);
    await openCard(parent, '让家人帮我亮');
    const row = parent.page.getByRole('listitem').filter({ hasText: childPerson.name });
    await leadOn(parent.page, row.getByRole('button', { name: '同意' }).click());
    expect(await saidOn(parent.page)).toContain('可以亮');
    await look(parent, 'family-share');
  });

  test('the child shows the card, a reader sees that it is valid, and the parent sees who showed it', async () => {
    const page = await child.go('/licences');
    await leadOn(page, page.getByRole('link', { name: /居民身份证.*同意您亮证/ }).click());
    await press(child, '亮码');
    await look(child, 'family-show');
    const url = await page.locator('.show').getAttribute('data-url');
    const there = await reader.go(new URL(url ?? '').pathname);
    await press(reader, '查看');
    expect(await saidOn(there)).toContain('有效');
    await openCard(parent, '谁用过');
    expect(await saidOn(parent.page)).toContain('亮的码');
    await look(parent, 'family-uses');
  });

  test('the parent ends the link, and the child can show nothing of hers any more', async () => {
    const page = await parent.go('/licences/family');
    const row = page.getByRole('listitem').filter({ hasText: childPerson.name });
    await leadOn(page, row.getByRole('button', { name: '解除关联' }).click());
    expect(await saidOn(page)).not.toContain(childPerson.name);
    const there = await child.go('/licences');
    expect(await there.getByRole('link', { name: /同意您亮证/ }).count()).toBe(0);
  });
});
