import { expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { registerKiosk, setUpKiosk, stir, touch } from '../house/kiosk.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, keepPicture, saidOn } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const manager = createClient(origin, { session: sessions.hall ?? '' });

test('a kiosk leads whoever wants to ask or complain to their own phone, and to the telephone', async () => {
  const kiosk = await setUpKiosk();
  const { page } = kiosk;
  await registerKiosk(kiosk, manager, '诉求用自助机');
  const seen = async (name: string) => {
    await stir(page);
    await keepPicture(kiosk, name);
    await stir(page);
    expect(await barriersOn(page)).toEqual([]);
    await stir(page);
  };
  await seen('kiosk-attract-eight');
  await touch(page, '咨询、投诉');
  await page.getByRole('heading', { name: '咨询、投诉、办不成事' }).waitFor();
  expect(await page.locator('[data-qr]').getAttribute('data-qr')).toMatch(/^https?:\/\/[^/]+\/orders\/new$/);
  expect(await saidOn(page)).toMatch(/110.*119.*120.*122/);
  expect(await saidOn(page)).toContain('0769-00000100');
  await seen('kiosk-hotline');
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await seen('kiosk-hotline-english-elder');
  await page.getByRole('button', { name: 'Start page' }).click();
  await seen('kiosk-home-english-elder');
  await kiosk.leave();
});
