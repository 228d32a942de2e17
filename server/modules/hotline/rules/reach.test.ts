import type { Role } from '@tongban/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './commands.ts';
import { registered } from './course.fixture.ts';
import { mayOf } from './decide.ts';
import { foldOrder } from './fold.ts';
import { kayakTiming } from './kayak-rules.fixture.ts';
import { seesOrder } from './reach.ts';
import {
  type Book,
  desked,
  entered,
  forest,
  lookers,
  moved,
  moves,
  opened,
  pathOf,
  shows,
  type Unit,
} from './sight.fixture.ts';
import type { OrderState } from './state.ts';

function checkSight(state: OrderState, book: Book, all: readonly Unit[]): void {
  expect(state.branch).toBe(pathOf(book.holder));
  for (const role of lookers as readonly Role[])
    for (const unit of all) {
      const branch = pathOf(unit);
      const expected = shows(book, state.tipOff, { role, unit });
      expect([role, branch, seesOrder({ role, branch }, state)]).toEqual([role, branch, expected]);
    }
}

test('an order is seen from where it stands, where it was, who helps and above any of these; a tip-off in its unit alone', () => {
  let handed = 0;
  fc.assert(
    fc.property(forest, fc.boolean(), fc.nat(), moves, (all, tipOff, start, wishes) => {
      const unitAt = (at: number) => all[at % all.length] ?? { id: '' };
      const desk = unitAt(start);
      let book = opened(desk);
      const sealed = tipOff ? { tipOff, unit: pathOf(desk) } : {};
      let state = foldOrder([registered(tipOff ? 'report' : 'help', { desk: pathOf(desk), ...sealed })]);
      const sent = [...desked.map((type) => ({ type, to: start })), ...wishes];
      for (const { type, to } of sent) {
        const move = { type, target: unitAt(to) };
        const verdict = moved(state, { desk, holder: book.holder }, move);
        if (!verdict.ok) continue;
        [state, book] = [verdict.state, entered(book, desk, move)];
        handed += type.startsWith('hand') ? 1 : 0;
        checkSight(state, book, all);
      }
    }),
    { numRuns: 300 },
  );
  expect(handed).toBeGreaterThan(50);
});

test('a role of the province forged at a city reaches nothing of the province', () => {
  const state = foldOrder([registered('help', { desk: 'lake' })]);
  for (const branch of ['lake/east', 'lak', 'lake-', 'lake0'])
    for (const role of ['spokesperson', 'supervisor'] as const) {
      const actor: Actor = { kind: 'staff', personId: 'p', post: { role, branch } };
      expect(mayOf({ state, actor, today: '2026-03-02' }, kayakTiming)).toEqual([]);
    }
});
