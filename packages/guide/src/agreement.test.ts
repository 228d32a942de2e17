import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileGuide } from './author.ts';
import { createEvaluator } from './evaluator.ts';
import {
  type Answers,
  evaluate,
  type Guide,
  NOT_SURE,
  readAnswers,
  type State,
  step,
  why,
  writeAnswers,
} from './index.ts';
import {
  allowed,
  anItem,
  answersOf,
  COMPANIONS,
  holds,
  type Item,
  judge,
  type Rules,
  type World,
  worldsOf,
} from './random-item.fixture.ts';

const PLAIN = { people: false, constraints: false, gates: false };
const RULED = { people: false, constraints: true, gates: false };
const GATED = { people: false, constraints: true, gates: true };
const SOCIAL = { people: true, constraints: true, gates: false };
const RUNS = { numRuns: 100 };
const WAYS_OUT = ['route', 'eligibility'];
vi.setConfig({ testTimeout: 60_000 });

function compiled({ source }: Item): Guide {
  const made = compileGuide(source);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.guide;
}
const valid = ({ source, rules }: Item): World[] => worldsOf(source).filter((world) => allowed(rules, world));

/** The worlds that agree with what was answered; what is said of people counts once they are counted. */
function agreeing(worlds: World[], source: Item['source'], answers: Answers): World[] {
  const counted = typeof answers[COMPANIONS] === 'number';
  const said = Object.entries(answers).filter(
    ([key, value]) => value !== NOT_SURE && (counted || !key.includes('.')),
  );
  return worlds.filter((world) => {
    const full = answersOf(source, world);
    return said.every(([key, value]) => JSON.stringify(full[key]) === JSON.stringify(value));
  });
}

function stateIn(values: boolean[]): State {
  if (values.length === 0) return 'possible';
  return values.every(Boolean) ? 'required' : values.some(Boolean) ? 'possible' : 'no';
}

const expected = (rules: Rules, worlds: World[]): State[] =>
  rules.outputs.map((output) => stateIn(worlds.map((world) => holds(rules, output, world))));

/** A situation of the item with some answers left out and some not sure. */
function partly(worlds: World[], source: Item['source'], [at, mask]: [number, number]): Answers {
  const full = answersOf(source, worlds[at % worlds.length]!);
  const kept = Object.entries(full).flatMap(([key, value], i) => {
    const fate = Math.floor(mask / 3 ** i) % 3;
    return fate === 0 ? [] : [[key, fate === 1 ? value : NOT_SURE] as const];
  });
  return Object.fromEntries(kept);
}
const aMoment = fc.tuple(fc.nat(10_000), fc.nat(3 ** 9));

describe('evaluate', () => {
  test.each([PLAIN, GATED, SOCIAL])(
    'agrees with a plain interpreter in every situation of an item %o',
    (with_) => {
      fc.assert(
        fc.property(anItem(with_), (item) => {
          const guide = compiled(item);
          const fast = createEvaluator(guide);
          const { outputs } = item.rules;
          for (const world of valid(item)) {
            const answers = answersOf(item.source, world);
            const wanted = item.rules.outputs.map((output) => holds(item.rules, output, world));
            expect(evaluate(guide, answers).map(({ state }) => state === 'required')).toEqual(wanted);
            const out = outputs.findIndex(({ layer }, i) => WAYS_OUT.includes(layer) && wanted[i]);
            const gated = wanted.map((one, i) => one && (out < 0 || WAYS_OUT.includes(outputs[i]!.layer)));
            expect([...fast(answers)].map((one) => one === 2)).toEqual(gated);
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each([PLAIN, GATED])(
    'says required, possible or no exactly as the situations left say %o',
    (with_) => {
      fc.assert(
        fc.property(anItem(with_), aMoment, (item, moment) => {
          const worlds = valid(item);
          fc.pre(worlds.length > 0);
          const answers = partly(worlds, item.source, moment);
          const left = agreeing(worlds, item.source, answers);
          expect(evaluate(compiled(item), answers).map(({ state }) => state)).toEqual(
            expected(item.rules, left),
          );
        }),
        RUNS,
      );
    },
  );

  test('says the same of companions not yet counted, and never claims too much of those half known', () => {
    fc.assert(
      fc.property(anItem(SOCIAL), aMoment, (item, moment) => {
        const worlds = valid(item);
        fc.pre(worlds.length > 0);
        const answers = partly(worlds, item.source, moment);
        const wanted = expected(item.rules, agreeing(worlds, item.source, answers));
        const states = evaluate(compiled(item), answers).map(({ state }) => state);
        if (typeof answers[COMPANIONS] !== 'number') expect(states).toEqual(wanted);
        states.forEach((state, i) => {
          if (state !== 'possible') expect(state).toBe(wanted[i]);
        });
      }),
      RUNS,
    );
  });

  test('says of each companion what holds for that companion', () => {
    fc.assert(
      fc.property(anItem(SOCIAL), (item) => {
        const guide = compiled(item);
        for (const world of valid(item)) {
          const outcomes = evaluate(guide, answersOf(item.source, world));
          item.rules.outputs.forEach(({ each, rule }, i) => {
            if (!each) return;
            const wanted = world.companions.map((one) =>
              judge(item.rules, rule, world, one) ? 'required' : 'no',
            );
            expect(outcomes[i]?.persons).toEqual(wanted);
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('step', () => {
  test('without constraints, a question is relevant exactly when its answer can change an output', () => {
    fc.assert(
      fc.property(anItem(PLAIN), aMoment, (item, moment) => {
        const worlds = valid(item);
        const answers = partly(worlds, item.source, moment);
        const left = agreeing(worlds, item.source, answers);
        const outcomes = new Map(
          left.map((world) => [JSON.stringify(world.own), expected(item.rules, [world]).join()]),
        );
        const wanted = item.source.facts.filter(({ id }) => {
          if (answers[id] !== undefined) return false;
          const others = new Map<string, string>();
          return left.some(({ own }) => {
            const rest = JSON.stringify({ ...own, [id]: null });
            const outcome = outcomes.get(JSON.stringify(own))!;
            const before = others.get(rest);
            others.set(rest, outcome);
            return before !== undefined && before !== outcome;
          });
        });
        expect(step(compiled(item), answers).left.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }),
      RUNS,
    );
  });

  test.each([RULED, GATED, SOCIAL])('asks until everything reached is certain and right %o', (with_) => {
    fc.assert(
      fc.property(anItem(with_), fc.nat(10_000), (item, at) => {
        const worlds = valid(item);
        fc.pre(worlds.length > 0);
        const guide = compiled(item);
        const world = worlds[at % worlds.length]!;
        const full = answersOf(item.source, world);
        const answers: Answers = {};
        let now = step(guide, answers);
        while (now.next !== undefined) {
          expect(now.left).toContain(now.next);
          answers[now.next] = full[now.next]!;
          now = step(guide, answers);
        }
        expect(now.certain).toBe(true);
        expect(now.contradiction).toBe(false);
        const { outputs } = item.rules;
        const wanted = outputs.filter((output) => holds(item.rules, output, world)).map(({ id }) => id);
        const told = now.outputs.filter(({ state }) => state === 'required').map(({ id }) => id);
        const out = outputs.find(({ id, layer }) => WAYS_OUT.includes(layer) && wanted.includes(id));
        const reached = out === undefined ? outputs : outputs.slice(0, outputs.indexOf(out) + 1);
        expect(now.outputs.map(({ id }) => id)).toEqual(reached.map(({ id }) => id));
        expect(told).toEqual(wanted.filter((id) => reached.some((output) => output.id === id)));
        expect(now.end?.id).toBe(out?.id);
      }),
      RUNS,
    );
  });

  test('a question that was not asked would have changed nothing', () => {
    fc.assert(
      fc.property(anItem(RULED), aMoment, (item, moment) => {
        const worlds = valid(item);
        fc.pre(worlds.length > 0);
        const answers = partly(worlds, item.source, moment);
        const { left: relevant } = step(compiled(item), answers);
        const seen = new Map<string, string>();
        for (const world of agreeing(worlds, item.source, answers)) {
          const told = JSON.stringify(
            Object.keys(world.own)
              .filter((id) => relevant.includes(id) || answers[id] !== undefined)
              .map((id) => world.own[id]),
          );
          const outcome = expected(item.rules, [world]).join();
          expect(seen.get(told) ?? outcome).toBe(outcome);
          seen.set(told, outcome);
        }
      }),
      RUNS,
    );
  });
});

describe('why', () => {
  test('names answers that decide, none of which can be left out', () => {
    fc.assert(
      fc.property(anItem(RULED), aMoment, (item, moment) => {
        const worlds = valid(item);
        fc.pre(worlds.length > 0);
        const guide = compiled(item);
        const answers = partly(worlds, item.source, moment);
        const stateOf = (by: Answers, i: number) =>
          expected(item.rules, agreeing(worlds, item.source, by))[i];
        const told = item.rules.outputs.map(({ id }, i) => ({
          decided: stateOf(answers, i),
          keys: why(guide, answers, { layer: 'materials', id }),
          stateBy: (keys: string[]) =>
            stateOf(Object.fromEntries(keys.map((key) => [key, answers[key]!])), i),
        }));
        for (const { keys } of told.filter(({ decided }) => decided === 'possible')) expect(keys).toEqual([]);
        for (const { decided, keys, stateBy } of told.filter(({ decided }) => decided !== 'possible')) {
          expect(stateBy(keys)).toBe(decided);
          for (const left of keys) expect(stateBy(keys.filter((key) => key !== left))).not.toBe(decided);
        }
      }),
      RUNS,
    );
  });
});

describe('writeAnswers', () => {
  test('what was answered is read back from the address', () => {
    fc.assert(
      fc.property(anItem(SOCIAL), aMoment, (item, moment) => {
        const answers = partly(worldsOf(item.source), item.source, moment);
        const guide = compiled(item);
        expect(readAnswers(guide, writeAnswers(guide, answers))).toEqual({ answers, faults: [] });
      }),
      RUNS,
    );
  });
});
