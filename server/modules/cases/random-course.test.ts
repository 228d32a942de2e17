import { fold } from '@tongban/casework';
import { type DeskCase, deskRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from './kayak-house.fixture.ts';
import { caseworkLets, keptOf, permittedIn, type Try, tries } from './random-course.fixture.ts';

let house: KayakHouse;
let citizen: SignedIn;
let people: SignedIn[];
beforeAll(async () => {
  house = await createKayakHouse();
  citizen = await house.citizen();
  people = [
    ...[await house.staff('clerk'), await house.staff('clerk')],
    ...[await house.staff('approver'), await house.staff('approver')],
    ...[await house.staff('approver', { head: true }), await house.staff('approver', { head: true })],
    await house.staff('clerk', { branch: 'lake/west' }),
    await house.staff('supervisor'),
  ];
});
afterAll(() => house.stop());

const anyMove = fc.record({
  pick: fc.noBias(fc.nat()),
  who: fc.noBias(fc.nat()),
  /** One in four tries whatever it likes; the others do what the desk offers them. */
  wild: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
  early: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  hours: fc.integer({ min: 0, max: 12 }),
});
type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;
/** What ends a case early or leads it round in circles; tried seldom, so that courses run deep. */
const detours = [
  ...['withdraw', 'return', 'forward', 'not-accept', 'refuse', 'return-step'],
  ...['ask', 'urge'],
];

type Tried = { one: Try; caller: SignedIn; version: number; step: string };

/** What is tried in a move: mostly what somebody may do, sometimes anything. */
async function chosen(number: string, { pick, who, wild, early }: Move): Promise<Tried> {
  const turn = who % people.length;
  for (const caller of [...people.slice(turn), ...people.slice(0, turn)]) {
    const seen = await findSeen(caller, number);
    const place = { version: seen?.version ?? 0, step: seen?.step?.id ?? 'inspect' };
    const open = wild ? tries : offered(seen).filter(({ command }) => early || !detours.includes(command));
    const one = open[pick % Math.max(1, open.length)];
    if (one !== undefined) return { ...place, one, caller: one.by === 'applicant' ? citizen : caller };
  }
  const applicants = tries.filter(
    ({ by, command }) => by === 'applicant' && (early || command !== 'withdraw'),
  );
  const [one] = applicants.slice(pick % applicants.length);
  if (one === undefined) throw new Error('nothing to try');
  return { one, caller: citizen, version: 0, step: '' };
}

function offered(seen: DeskCase | undefined): Try[] {
  const may = seen === undefined ? [] : permittedIn(seen);
  const checked = seen?.marks.some(({ result }) => result === 'ok') === true;
  return tries.filter(({ command }) =>
    command === 'mark-defect'
      ? may.includes('mark')
      : may.includes(command) && !(checked && command === 'mark'),
  );
}

const findSeen = (caller: SignedIn, number: string) =>
  house
    .as(caller)(deskRoutes.get, { params: { case: number } })
    .catch(() => undefined);

const refusals = ['conflict', 'forbidden', 'invalid', 'missing'];
type Seen = { states: Set<string>; done: number; refused: number };

/** Tries one thing and holds the house to its promise: done lawfully and folded truly, or refused and nothing changed. */
async function play(number: string, move: Move, seen: Seen): Promise<void> {
  house.moveBy({ hours: move.hours });
  const tried = await chosen(number, move);
  const { one, caller } = tried;
  const before = await keptOf(house, number);
  const problem = await one.act({ house, number, ...tried }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const after = await keptOf(house, number);
  if (problem === undefined) {
    seen.done += 1;
    const lawful = caseworkLets(
      fold(before.actions, before.plan),
      { ...one, step: tried.step },
      { caller, ...before },
    );
    expect(lawful, `${one.command} by ${caller.role} in ${before.state}`).toBe(true);
    expect(after.actions.slice(0, before.actions.length)).toEqual(before.actions);
  } else {
    seen.refused += 1;
    expect(problem).toBeInstanceOf(Problem);
    expect(refusals, `${one.command}: ${String(problem)}`).toContain((problem as Problem).kind);
    expect(after).toEqual(before);
  }
  const state = fold(after.actions, after.plan).status;
  seen.states.add(state);
  expect(after.state).toBe(state);
  const shown = await findSeen(people[0] ?? citizen, number);
  expect(shown).toMatchObject({ state, version: after.actions.length });
}

describe('any course of commands through HTTP', () => {
  test('reaches only states casework allows; whatever is refused changes nothing', async () => {
    const seen: Seen = { states: new Set(), done: 0, refused: 0 };
    const items = fc.constantFrom('kayak', 'raft', 'ferry');
    const courses = fc.array(anyMove, { minLength: 22, maxLength: 26 });
    await fc.assert(
      fc.asyncProperty(items, courses, async (item, course) => {
        const number = await house.submitted(citizen, item);
        for (const move of course) await play(number, move, seen);
      }),
      { numRuns: 5, seed: 20_260_302, endOnFailure: true },
    );
    expect(seen.states.size).toBeGreaterThanOrEqual(6);
    expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(20);
  }, 600_000);
});
