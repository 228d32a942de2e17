import { intakeRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { createWindowHouse, type WindowHouse } from './window.fixture.ts';

let house: WindowHouse;
let origin: string;
beforeAll(async () => {
  house = await createWindowHouse();
  origin = await house.listen();
});
afterAll(() => house.stop());

const follow = (clerk: SignedIn, sitting: string) =>
  fetch(origin + addressOf(intakeRoutes.changes, { params: { sitting } }), {
    headers: house.headersOf(clerk),
  });

test('the desk hears at once that the person has signed', async () => {
  const clerk = await house.clerkAtWindow();
  const { sitting } = await house.personAt(clerk);
  await house.ask(clerk, await house.prepared(clerk, sitting, ['kayak']));
  const stream = await follow(clerk, sitting.sitting);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await house.answer(sitting, 'sign');
  expect((await reader.read()).value).toBe('data: {"changed":true}\n\n');
  await reader.cancel();
});

test('a colleague cannot listen', async () => {
  const clerk = await house.clerkAtWindow();
  const { sitting } = await house.personAt(clerk);
  expect((await follow(await house.clerkAtWindow('east-w02'), sitting.sitting)).status).toBe(404);
});
