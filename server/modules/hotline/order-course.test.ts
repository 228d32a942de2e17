import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';
import {
  begun,
  type Deed,
  deeds,
  dueOf,
  isLate,
  type Model,
  type Real,
  slept,
} from './order-course.fixture.ts';

const monday = new Date('2026-03-02T01:30:00Z');
const met = new Set<string>();
let house: HotlineHouse;
let cast: Real['cast'];
beforeAll(async () => {
  house = await createHotlineHouse();
  const [lake, west] = [house.at('spokesperson', 'lake'), house.at('spokesperson', 'lake/west')];
  cast = { operator: house.at('operator'), workers: { east: await house.staff('clerk'), lake, west } };
});
afterAll(() => house.stop());

type Step = fc.AsyncCommand<Model, Real>;

/** The house agrees with the model: stage, promised day, light, round, and how often somebody was reminded or named. */
async function agree(model: Model, { order }: Real): Promise<void> {
  const view = await house.seen(house.at('spokesperson', 'lake'), order);
  const count = (type: string) => view.steps.filter((step) => step.type === type).length;
  expect({
    ...{ stage: view.stage, dueOn: view.dueOn, isLate: view.light === 'red', round: view.round },
    ...{ reminders: count('reminded'), namings: count('named'), helpers: view.helpers.length },
  }).toEqual({
    ...{ stage: model.stage, dueOn: dueOf(model), isLate: isLate(model), round: model.round },
    ...{ reminders: model.reminders, namings: model.namings, helpers: model.helped === undefined ? 0 : 1 },
  });
}

async function doDeed(deed: Deed, model: Model, real: Real): Promise<void> {
  const { by, act } = deed.act(model, real);
  const wish = house.act(by, real.order, act);
  met.add(deed.name);
  if (deed.refused === undefined) await wish;
  else await expect(wish).rejects.toMatchObject({ code: expect.stringContaining(deed.refused) });
  deed.leaves?.(model);
  if (deed.name === 'claim') model.handler = by;
}

/** Nights pass and the house does what the days bring about. */
async function sleep(model: Model, nights: number): Promise<void> {
  slept(model, nights);
  house.moveTo(new Date(`${model.today}T00:30:00+08:00`));
  await house.platform.jobs.runTimer('hotline.sweep');
  if (model.reminders > 0) met.add('remind');
}

/** What leads on comes up more often, so that courses become long. */
const straight = ['dispatch', 'claim', 'draft', 'pass', 'reply', 'reopen'];
const possible = (model: Model): Deed[] =>
  deeds
    .filter(({ when }) => when(model))
    .flatMap((deed) => (straight.includes(deed.name) ? [deed, deed, deed] : [deed]));

/** Of all that can be done now one thing, or some nights. */
const stepOf = ({ pick, nights }: { pick: number; nights: number | undefined }): Step => ({
  check: ({ today }) => nights === undefined || today < '2026-09-01',
  async run(model, real) {
    const all = possible(model);
    const deed = all[pick % Math.max(all.length, 1)];
    if (nights !== undefined) await sleep(model, nights);
    else if (deed !== undefined) await doDeed(deed, model, real);
    await agree(model, real);
  },
  toString: () => (nights === undefined ? `deed ${pick}` : `${nights} nights`),
});
const nights = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 18 }) },
);
const commands = fc.commands([fc.record({ pick: fc.nat(), nights }).map(stepOf)], {
  maxCommands: 60,
  size: 'max',
});

test('an order goes the way the handbook says, day by day, whatever is done about it', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      house.moveTo(monday);
      const { order } = await house.take(cast.operator);
      await fc.asyncModelRun(() => ({ model: begun('2026-03-02'), real: { house, order, cast } }), all);
    }),
    // The same courses every time, so that what must come up does.
    { numRuns: 14, seed: 20260302 },
  );
  // Everything has come up, or the courses were too short to say anything.
  expect([...deeds.map(({ name }) => name), 'remind'].filter((name) => !met.has(name))).toEqual([]);
});
