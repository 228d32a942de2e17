import { byDue, nextFor, type ServingWindow } from '@tongban/queueing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn, transaction } from '../../platform/index.ts';
import { queriesOf } from '../../platform/testing-queries.ts';
import { createHallHouse, type HallHouse } from './hall-house.fixture.ts';
import { pier, windowOf } from './pier.fixture.ts';
import { waitingOf } from './snapshot.ts';
import { createCallingStore } from './store/calling.ts';
import type { HallDay, TicketRow } from './store/tables.ts';
import { createTicketStore, type Server } from './store/tickets.ts';

let house: HallHouse;
beforeAll(async () => {
  house = await createHallHouse();
});
afterAll(() => house.stop());

let days = 0;
/** A day of the pier on which nobody has come yet. */
function anotherDay(): HallDay {
  days += 1;
  const day = new Date(Date.UTC(2027, 0, days)).toISOString().slice(0, 10);
  return { city: '4419', hall: pier, day, branch: 'lake/east' };
}
const nine = Date.parse('2026-03-02T01:00:00Z');
const now = new Date(nine + 3_600_000);
const minute = (count: number) => new Date(nine + count * 60_000);

type Sample = {
  state: 'waiting' | 'parked';
  due: number;
  taken: number;
  skills: string[];
  routed: number | undefined;
  queue: 'issue' | 'stuck' | undefined;
};
const samples: fc.Arbitrary<Sample[]> = fc.array(
  fc.record({
    state: fc.constantFrom('waiting', 'waiting', 'waiting', 'parked'),
    due: fc.integer({ min: 0, max: 12 }),
    taken: fc.integer({ min: 0, max: 3 }),
    skills: fc.subarray(['public-order', 'traffic']),
    routed: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    queue: fc.option(fc.constantFrom('issue', 'stuck'), { nil: undefined, freq: 5 }),
  }),
  { maxLength: 12 },
);

/** Puts tickets into the queue as somebody might have taken them. */
async function filled(at: HallDay, wanted: readonly Sample[]): Promise<TicketRow[]> {
  const store = createTicketStore(house.db);
  return transaction(house.db, async (tx) => {
    const rows: TicketRow[] = [];
    for (const [place, one] of wanted.entries()) {
      const until = one.state === 'parked' ? minute(one.due * 10) : undefined;
      const row = await store.insert(tx, {
        ...{ ...at, ticket_id: newId(), number: `A${String(place).padStart(3, '0')}`, item: 'kayak' },
        ...{ key_hash: Buffer.from(newId()), key_sealed: Buffer.of(0), needs: one.skills, kind: 'walk-in' },
        ...{ state: one.state, due: minute(one.due * 10), why: '', calls: 0, told_near: false },
        ...{ taken_at: minute(one.taken), first_taken_at: minute(one.taken), parked_until: until },
        ...{ routed_to: one.routed === undefined ? undefined : windowOf(one.routed), queue: one.queue },
        ...{ priority: undefined, person_id: undefined, phone: undefined, booking_id: undefined },
        ...{ booked_for: undefined, window_id: undefined, note: undefined, called_at: undefined },
        ...{ first_called_at: undefined, started_at: undefined, ended_at: undefined, missed_at: undefined },
        ...{ come_back_at: undefined, foreseen_p50: undefined, foreseen_p80: undefined },
      });
      if (row !== undefined) rows.push(row);
    }
    return rows;
  });
}

const servers: readonly (ServingWindow & { server: Server })[] = [
  { id: windowOf(1), kind: 'comprehensive', skills: ['public-order'] },
  { id: windowOf(2), kind: 'theme', skills: ['public-order', 'traffic'] },
  { id: windowOf(3), kind: 'stuck', skills: ['public-order'] },
].map(({ id, kind, skills }) => ({
  ...{ id, skills, kind: kind as ServingWindow['kind'] },
  server: { window: id, skills, queue: kind === 'stuck' ? ('stuck' as const) : undefined },
}));

describe('the next ticket', () => {
  test('is the very one the rules of the queue name, whatever waits', async () => {
    const [store, tickets] = [createCallingStore(house.db), createTicketStore(house.db)];
    await fc.assert(
      fc.asyncProperty(samples, fc.constantFrom(...servers), async (wanted, window) => {
        const at = anotherDay();
        const rows = await filled(at, wanted);
        const callable = rows.filter(({ parked_until: until }) => until === undefined || until <= now);
        const wanting = nextFor(window, callable.map(waitingOf).toSorted(byDue));
        const line = await store.windowLine(at, { server: window.server, now, missedSince: now });
        const got = await transaction(house.db, (tx) => store.next(tx, at, { server: window.server, now }));
        if (got !== undefined)
          await transaction(house.db, (tx) => tickets.change(tx, got, { state: 'done' }));
        expect([line.next?.ticket_id, got?.ticket_id]).toEqual([wanting?.id, wanting?.id]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('of nobody is nobody: the window stays free', async () => {
    const clerk = await house.clerkAt(1);
    expect((await house.next(clerk)).current).toBeUndefined();
  });

  test('is not given to a window that has one in hand, however fast its key is pressed: hall.in-hand', async () => {
    const clerk = await house.clerkAt(1);
    const [first, second] = [await house.walkIn(), await house.walkIn()];
    const pressed = await Promise.allSettled([house.next(clerk), house.next(clerk), house.next(clerk)]);
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of pressed)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'hall.in-hand' });
    const last = await house.act(clerk, first.ticket, { act: 'finish', next: true });
    expect(last.current?.ticket).toBe(second.ticket);
    await house.act(clerk, second.ticket, { act: 'finish', next: false });
  });

  test('costs the database few statements, and so does finishing with the next one called', async () => {
    const clerk = await house.clerkAt(1);
    const tickets = [await house.walkIn(), await house.walkIn(), await house.walkIn()];
    await house.next(clerk, tickets[0]?.ticket);
    await house.act(clerk, tickets[0]?.ticket ?? '', { act: 'finish', next: false });
    const pressed = await queriesOf(() => house.next(clerk));
    const finished = await queriesOf(() =>
      house.act(clerk, tickets[1]?.ticket ?? '', { act: 'finish', next: true }),
    );
    await house.act(clerk, tickets[2]?.ticket ?? '', { act: 'finish', next: false });
    expect(pressed.length).toBeLessThanOrEqual(12);
    expect(finished.length).toBeLessThanOrEqual(16);
  });

  test('is never given twice, though thirty-two windows press at once, round after round', async () => {
    const clerks: SignedIn[] = [];
    for (let number = 1; number <= 32; number += 1) clerks.push(await house.clerkAt(number));
    for (let count = 0; count < 40; count += 1) await house.walkIn();
    const called: string[] = [];
    for (const _round of [1, 2]) {
      const answers = await Promise.all(clerks.map((clerk) => house.next(clerk)));
      const numbers = answers.flatMap(({ current }) => current?.number ?? []);
      called.push(...numbers);
      await Promise.all(
        answers.map(({ current }, place) => {
          const clerk = clerks[place];
          if (current === undefined || clerk === undefined) return undefined;
          return house.act(clerk, current.ticket, { act: 'finish', next: false });
        }),
      );
    }
    expect(called).toHaveLength(40);
    expect(new Set(called).size).toBe(40);
    const { rows } = await sql<{ seq: number }>`select seq from hall.call order by seq`.execute(house.db);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from(rows, (_, place) => place + 1));
  }, 120_000);
});
