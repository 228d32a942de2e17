import { type OrderAct, orderDeskRoutes } from '@tongban/contract';
import type { Page } from 'playwright-core';
import { type Client, createClient } from './client.ts';
import { ownHouse } from './shared.ts';
import { leadOn, saidOn } from './visit.ts';

/** A matter of the tree that has nothing below it. */
const matter = 'po-dog';
type Said = { readonly title: string; readonly text: string };

/** Somebody at the desk, by the session that was opened for all journeys. */
export function atDesk(login: string): Client {
  const { origin, sessions } = ownHouse();
  return createClient(origin, { session: sessions[login] ?? '' });
}

/** One thing done about an order as it stands now. */
async function does(client: Client, order: string, act: OrderAct): Promise<void> {
  const { version } = await client.call(orderDeskRoutes.get, { params: { order } });
  await client.call(orderDeskRoutes.act, { params: { order }, body: { version, act } });
}

type Reply = { readonly text: string; readonly open?: { readonly title: string; readonly question: string } };

/** 领办: told what it is about, sent to a unit and taken in hand there, as far as that has not happened yet. */
export function takeUp(order: string): Promise<void> {
  const work = async () => {
    const operator = atDesk('operator');
    const { handler, may } = await operator.call(orderDeskRoutes.get, { params: { order } });
    if (handler !== undefined) return;
    if (may.includes('classify')) {
      await does(operator, order, { type: 'classify', kind: 'consult', matter, labels: [] });
      await does(operator, order, { type: 'dispatch', to: 'dg-bureau' });
    }
    await does(atDesk('clerk'), order, { type: 'claim' });
  };
  // The house may decide at the very moment, by itself, what it is about.
  return work().catch(work);
}

/** 承办单位答复: drafted by whoever handles it and passed by others, two of them where anybody may read it. */
export async function reply(order: string, { text, open }: Reply): Promise<void> {
  const clerk = atDesk('clerk');
  await takeUp(order);
  await does(clerk, order, { type: 'draft', text, ...(open === undefined ? {} : { open }) });
  for (const login of open === undefined ? ['approver'] : ['approver', 'head'])
    await does(atDesk(login), order, { type: 'pass' });
  await does(clerk, order, { type: 'reply' });
}

/** Writes what it is and sends it. */
export async function send(page: Page, { title, text }: Said): Promise<void> {
  await page.getByLabel('什么事（一句话）').fill(title);
  await page.getByLabel('经过').fill(text);
  await leadOn(page, page.getByRole('button', { name: '提交', exact: true }).click());
}

/** The number of an order that stands on a page. */
export async function numberOn(page: Page): Promise<string> {
  return /\b4\d{15}\b/.exec(await saidOn(page))?.[0] ?? '';
}

/** The code of a receipt without a name, as it is written down. */
export async function codeOn(page: Page): Promise<string> {
  return /\b\d{4} \d{4} \d{4} \d{4}\b/.exec(await saidOn(page))?.[0] ?? '';
}
