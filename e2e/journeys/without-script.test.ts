import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newcomer, withAnswers } from '../house/guide.ts';
import { citizen } from '../house/people.ts';
import { fillForm, layMaterials, signInOn } from '../house/portal.ts';
import { comeIn, headingOn, saidOn, type Visitor } from '../house/visit.ts';

describe('with JavaScript switched off', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ script: false, large: true });
  });
  afterAll(() => visitor.leave());

  test('a person applies from the checklist to the case number', async () => {
    const page = await visitor.go(withAnswers('/items/move-spouse/checklist', newcomer));
    await page.getByRole('link', { name: '登录后在网上办' }).click();
    await signInOn(page, citizen('zhou-qihang'));
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByRole('link', { name: '接着办' }).click();
    await fillForm(page, {
      'spouse.name': citizen('lin-xiaoman').name,
      'spouse.number': citizen('lin-xiaoman').citizen_number,
      'address.division': '441900003',
      'address.detail': '示例路 1 号 2 栋 301 房',
    });
    const laid = await layMaterials(page, { script: false });
    expect(laid).toContain('入户申请书');
    await page.getByRole('link', { name: '去核对' }).click();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: /提交/ }).click();
    expect(await headingOn(page)).toBe('已经提交');
    await page.getByRole('link', { name: '看办理进度' }).click();
    expect(await saidOn(page)).toContain('正在核对材料');
  });
});
