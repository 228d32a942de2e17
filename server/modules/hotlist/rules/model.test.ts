import { addDays } from '@tongban/calendar';
import { type HotStage, hotStages } from '@tongban/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicLight } from './lights.ts';
import { actsOf, decideTopic, listedTopic, type TopicCommand, type TopicState } from './state.ts';

const monday = '2026-03-02';
const figures = [{ what: '本周件数', value: 9, unit: '件' }];
const evidence = { say: '换了十支桨', figures };

/** 模型: the five states as the handbook draws them, in a ring that a rebound closes; told apart from the rules. */
const ring: readonly { state: HotStage; act: TopicCommand['type']; next: HotStage }[] = [
  { state: 'listed', act: 'assign', next: 'assigned' },
  { state: 'assigned', act: 'watch', next: 'watched' },
  { state: 'watched', act: 'lead', next: 'led' },
  { state: 'led', act: 'remove', next: 'removed' },
  { state: 'removed', act: 'rebound', next: 'listed' },
];

const said = fc.record({
  say: fc.constantFrom('', '  ', '换', '换了十支桨'),
  figures: fc.constantFrom([], figures, [{ what: ' ', value: 1, unit: '' }]),
});
const whole = fc.constant(evidence);
const told = fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: said });
const wishes = fc.record({
  type: fc.constantFrom('assign', 'watch', 'lead', 'remove', 'note', 'rebound'),
  evidence: told,
  due: fc.integer({ min: -2, max: 20 }),
  after: fc.integer({ min: 0, max: 4 }),
});
type Wish = typeof wishes extends fc.Arbitrary<infer W> ? W : never;

function commandOf({ type, evidence: given, due }: Wish, today: string): TopicCommand {
  const dueOn = addDays(today, due);
  switch (type) {
    case 'assign':
      return { type, owner: 'lake/east', dueOn, evidence: given };
    case 'lead':
      return { type, leader: ' 湖长 ', dueOn, evidence: given };
    case 'rebound':
      return { type, figures: given.figures };
    default:
      return { type: type as 'watch' | 'remove' | 'note', evidence: given };
  }
}

/** What the handbook expects: the next state, the same one after a report, or a refusal. */
function expected(state: HotStage, { type, evidence: given, due }: Wish): HotStage | undefined {
  const words = given.say.trim().length > 1 && given.figures.every(({ what }) => what.trim() !== '');
  if (type === 'note') return words && state !== 'removed' ? state : undefined;
  const arrow = ring.find((one) => one.act === type && one.state === state);
  if (arrow === undefined || given.figures.length === 0) return undefined;
  if (type === 'rebound') return arrow.next;
  const isLate = (type === 'assign' || type === 'lead') && due < 0;
  return words && !isLate ? arrow.next : undefined;
}

function checkState(state: TopicState, today: string): void {
  const isHeld = state.stage !== 'listed';
  expect(state.owner !== undefined).toBe(isHeld);
  expect(state.dueOn !== undefined).toBe(isHeld);
  expect(state.leader !== undefined).toBe(['led', 'removed'].includes(state.stage));
  expect(state.removedOn !== undefined).toBe(state.stage === 'removed');
  expect(state.reboundedOn !== undefined).toBe(state.round > 1);
  const isRed = topicLight(state, today) === 'red';
  const isLate = state.dueOn !== undefined && state.dueOn < today && state.stage !== 'removed';
  expect(isRed).toBe(isLate || (state.stage === 'listed' && state.round > 1));
}

type Course = { readonly state: TopicState; readonly today: string };

function begun(): Course {
  const verdict = listedTopic(evidence, monday);
  if (!verdict.ok) throw new Error('not listed');
  return { state: verdict.state, today: monday };
}

/** One wish put to the matter, beside what the handbook expects; a refused one leaves it as it was. */
function advance(course: Course, wish: Wish): Course {
  const today = addDays(course.today, wish.after);
  const { state } = course;
  const verdict = decideTopic(state, commandOf(wish, today), today);
  expect([wish.type, verdict.ok ? verdict.state.stage : undefined]).toEqual([
    ...[wish.type, expected(state.stage, wish)],
  ]);
  if (!verdict.ok) return { state, today };
  expect(verdict.state.round).toBe(state.round + (wish.type === 'rebound' ? 1 : 0));
  checkState(verdict.state, today);
  return { state: verdict.state, today };
}

describe('whatever is asked of a matter on the list', () => {
  test('it follows the ring of states, takes no step without evidence, and always has who and until when', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(wishes, { minLength: 20, maxLength: 80 }), (all) => {
        let course = begun();
        for (const wish of all) {
          course = advance(course, wish);
          met.add(`${course.state.stage} ${course.state.round > 1 ? 'again' : 'first'}`);
        }
      }),
      { numRuns: 400 },
    );
    // Every state has come up in a first round and in a later one, or the courses were too short to say anything.
    expect([...met].toSorted()).toEqual(
      hotStages.flatMap((stage) => [`${stage} again`, `${stage} first`]).toSorted(),
    );
  });

  test('what is offered next is what the ring says, and a report', () => {
    for (const { state, act } of ring)
      expect(actsOf({ stage: state })).toEqual(state === 'removed' ? [] : [act, 'note']);
  });

  test('nothing comes onto the list without evidence', () => {
    expect(listedTopic({ say: '桨断了', figures: [] }, monday)).toEqual({ ok: false, why: 'evidence' });
    expect(listedTopic({ say: '  ', figures }, monday)).toEqual({ ok: false, why: 'evidence' });
  });
});
