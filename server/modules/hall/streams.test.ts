import { queueRoutes, ticketsRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { pier } from './pier.fixture.ts';

let house: HallHouse;
let origin: string;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createHallHouse();
  origin = await house.listen();
  clerk = await house.clerkAt(1);
});
afterAll(() => house.stop());

async function follow(address: string, headers: Record<string, string> = {}) {
  const stream = await fetch(origin + address, { headers });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  return {
    status: stream.status,
    next: async () => (await reader?.read())?.value,
    end: () => reader?.cancel(),
  };
}

describe('whoever follows', () => {
  test('their own ticket hears at once that it is called', async () => {
    const { key, ticket } = await house.walkIn();
    const page = await follow(addressOf(ticketsRoutes.watch, { params: { key } }));
    await house.next(clerk, ticket);
    expect(await page.next()).toBe('data: {"changed":true}\n\n');
    await page.end();
    await house.act(clerk, ticket, { act: 'finish', next: false });
  });
  test('the board of a hall hears every call with its number, in order', async () => {
    const gone = new AbortController();
    const heard: unknown[] = [];
    const listening = (async () => {
      for await (const { data } of house.hall.watchBoard(pier, gone.signal)) {
        if ('call' in data)
          heard.push([data.call.seq, data.call.number, data.call.windowNumber, data.call.again]);
        if (heard.length === 2) return;
      }
    })();
    const { ticket, number } = await house.walkIn();
    await house.next(clerk, ticket);
    await house.recall(clerk, ticket);
    await listening;
    expect(heard).toEqual([
      [2, number, 1, false],
      [3, number, 1, true],
    ]);
    gone.abort();
    const board = await house.hall.boardOf(pier);
    expect(board.calls.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(board.windows[0]).toMatchObject({ ticket: number, ticketState: 'called' });
    await house.act(clerk, ticket, { act: 'finish', next: false });
  });
  test('a queue without a post is turned away', async () => {
    const citizen = await house.citizen();
    const { status } = await fetch(origin + addressOf(queueRoutes.watch, {}), {
      headers: house.headersOf(citizen),
    });
    expect(status).toBe(403);
  });
});

describe('somebody who can be reached', () => {
  test('is told when three are before them, once, and when they are called', async () => {
    const { personId } = await house.citizen();
    for (const _ of [1, 2, 3, 4]) {
      await house.walkIn();
      house.moveBy({ seconds: 5 });
    }
    const { ticket } = await house.walkIn({ personId });
    await house.next(clerk);
    await house.settle();
    await house.settle();
    const told = async () => {
      const { rows } = await sql<{ kind: string }>`select kind from notices.notice
        where person_id = ${personId} order by at, kind`.execute(house.db);
      return rows.map(({ kind }) => kind);
    };
    await expect.poll(told).toEqual(['hall.near']);
    const other = await house.clerkAt(2);
    await house.next(other, ticket);
    expect((await told()).toSorted()).toEqual(['hall.called', 'hall.near']);
  });
});
