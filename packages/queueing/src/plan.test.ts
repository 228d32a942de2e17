import { describe, expect, test } from 'vitest';
import { type DayToPlan, type PlannedDay, type PlanWindow, planDay, type Span, spanAt } from './plan.ts';
import { startOf } from './quantum.ts';
import { seededRandom } from './random.ts';

const week = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
  { days: [6], from: '09:00', to: '12:00' },
];
const rules = { walk_in_share: 30, priority_share: 10, make_up_days_as: 1 };
const window = (id: string, more: Partial<PlanWindow> = {}): PlanWindow => ({
  ...{ id, kind: 'comprehensive', skills: ['lake', 'river'] },
  ...more,
});
const windows = ['w1', 'w2', 'w3', 'w4'].map((id) => window(id));
const monday = '2026-03-02';
const plan = (more: Partial<DayToPlan> = {}) =>
  planDay({ day: monday, opens: week, windows, rules, ...more });
const rule = { open: true, blockOuts: [] };
const total = (planned: PlannedDay) =>
  planned.pools
    .flatMap(({ quanta }) => quanta)
    .map(({ lanes }) => lanes.online + lanes.priority + lanes.walkIn);

describe('planDay: hours', () => {
  test('an ordinary day has the hours of the week, lunch left out', () => {
    const planned = plan();
    expect(planned).toMatchObject({ open: true, from: 'hours', says: '09:00–12:00、13:00–17:00' });
    expect(planned.pools[0]?.quanta).toHaveLength((3 + 4) * 12);
  });
  test('a Sunday is closed and says so', () => {
    expect(plan({ day: '2026-03-01' })).toMatchObject({ open: false, says: '周日休息', pools: [] });
  });
  test('a make-up working day has the hours of the weekday the bureau names', () => {
    expect(plan({ day: '2026-03-01', makeUp: true }).spans).toHaveLength(2);
  });
  test('a holiday is closed whatever the template', () => {
    const template = { spans: [{ from: '10:00', to: '11:00' }], walkInShare: 0, priorityShare: 0 };
    expect(plan({ holiday: '元旦', template })).toMatchObject({
      open: false,
      from: 'holiday',
      says: '元旦休息',
    });
  });
  test('a day rule opens a holiday, by its own hours or by those of the week', () => {
    const says = '元旦首日延时开放';
    const spans = [{ from: '10:00', to: '16:00' }];
    expect(plan({ holiday: '元旦', rule: { ...rule, says, spans } })).toMatchObject({
      ...{ open: true, from: 'day', says: '元旦首日延时开放，10:00–16:00' },
    });
    expect(plan({ day: '2026-03-01', holiday: '元旦', rule }).spans).toHaveLength(2);
  });
  test('spans that touch are one', () => {
    const spans = [
      { from: '09:00', to: '10:02' },
      { from: '10:02', to: '11:00' },
    ];
    expect(plan({ rule: { ...rule, spans } }).spans).toEqual([{ from: '09:00', to: '11:00' }]);
  });
  test('a day rule closes an ordinary day', () => {
    expect(plan({ rule: { open: false, says: '设备检修', blockOuts: [] } })).toMatchObject({
      ...{ open: false, from: 'day', says: '设备检修', pools: [] },
    });
  });
  test('a moment lies in the span that is open then', () => {
    const { spans } = plan();
    expect(spanAt(spans, monday, new Date('2026-03-02T11:59:00+08:00'))?.to).toBe('12:00');
    expect(spanAt(spans, monday, new Date('2026-03-02T12:00:00+08:00'))).toBeUndefined();
  });
});

describe('planDay: pools', () => {
  test('windows of one skill set are one pool, a window people may choose is its own, issue and stuck windows are none', () => {
    const planned = plan({
      windows: [
        ...windows,
        window('theme', { kind: 'theme', skills: ['river', 'lake'] }),
        window('sea', { skills: ['sea'] }),
        window('mine', { choose: true }),
        window('out', { kind: 'issue' }),
        window('help', { kind: 'stuck' }),
      ],
    });
    expect(planned.pools.map(({ pool, windows }) => [pool, windows])).toEqual([
      ['lake+river', ['w1', 'w2', 'w3', 'w4', 'theme']],
      ['sea', ['sea']],
      ['mine', ['mine']],
    ]);
  });
  test('a single window keeps its walk-in share as whole hours, so that long matters still fit', () => {
    const { pools } = plan({ windows: [window('w1')], rules: { ...rules, priority_share: 0 } });
    const walkIn = (pools[0]?.quanta ?? []).filter(({ lanes }) => lanes.walkIn === 1);
    expect(walkIn).toHaveLength(24);
    expect(
      walkIn.every(
        ({ t }) => walkIn.filter((other) => Math.floor(other.t / 12) === Math.floor(t / 12)).length === 12,
      ),
    ).toBe(true);
  });
});

/** Minute by minute, straight from the words of the rule: a window counts in a quantum if it serves all five minutes. */
function naive(given: DayToPlan, spans: readonly Span[], t: number): number {
  const minutes = [0, 1, 2, 3, 4].map((minute) => {
    const moment = new Date(startOf(t).getTime() + (minute + 480) * 60_000).toISOString();
    return moment.slice(0, 10) === given.day ? moment.slice(11, 16) : '99:99';
  });
  const within =
    ({ from, to }: Span) =>
    (minute: string) =>
      from <= minute && minute < to;
  const named = given.rule?.windows ?? given.windows.map(({ id }) => id);
  return given.windows.filter(
    ({ id, kind }) =>
      kind !== 'issue' &&
      named.includes(id) &&
      minutes.every((minute) => spans.some((span) => within(span)(minute))) &&
      !given.rule?.blockOuts.some(
        (block) =>
          (block.windows ?? [id]).includes(id) && minutes.some((minute) => within(block.span)(minute)),
      ),
  ).length;
}

/** Places by quantum over all pools; none of a lane is ever below nothing. */
function foundIn(planned: PlannedDay): Map<number, number> {
  const found = new Map<number, number>();
  for (const { t, lanes } of planned.pools.flatMap(({ quanta }) => quanta)) {
    expect(Math.min(lanes.online, lanes.priority, lanes.walkIn)).toBeGreaterThanOrEqual(0);
    found.set(t, (found.get(t) ?? 0) + lanes.online + lanes.priority + lanes.walkIn);
  }
  return found;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe('planDay beside a naive oracle', () => {
  const random = seededRandom(11);
  const whole = (below: number) => Math.floor(random() * below);
  const span = (): Span => {
    const from = 420 + whole(600);
    return { from: clock(from), to: clock(from + 1 + whole(300)) };
  };
  const some = () => windows.filter(() => random() < 0.6).map(({ id }) => id);
  const randomDay = (): DayToPlan => ({
    ...{ day: monday, opens: week, windows: [...windows, window('out', { kind: 'issue' })] },
    rules: { walk_in_share: whole(101), priority_share: whole(101), make_up_days_as: 1 },
    rule: {
      open: true,
      spans: Array.from({ length: 1 + whole(3) }, span),
      ...(random() < 0.5 ? { windows: some() } : {}),
      blockOuts: Array.from({ length: whole(4) }, () => ({
        ...{ span: span(), reason: '培训' },
        ...(random() < 0.7 ? { windows: some() } : {}),
      })),
    },
  });

  test('every quantum of 150 random days holds exactly the windows that serve all of it', () => {
    const midnight = Date.parse('2026-03-02T00:00:00+08:00') / 300_000;
    const dayLong = Array.from({ length: 288 }, (_, at) => midnight + at);
    for (let round = 0; round < 150; round += 1) {
      const given = randomDay();
      const planned = planDay(given);
      const found = foundIn(planned);
      const wrong = dayLong.filter((t) => (found.get(t) ?? 0) !== naive(given, planned.spans, t));
      expect(wrong, JSON.stringify(given)).toEqual([]);
    }
  });
  test('shares are kept over a day to less than one window', () => {
    for (let round = 0; round < 60; round += 1) {
      const share = whole(101);
      const planned = plan({ rules: { ...rules, walk_in_share: share } });
      const walkIn = planned.pools
        .flatMap(({ quanta }) => quanta)
        .reduce((sum, { lanes }) => sum + lanes.walkIn, 0);
      const all = total(planned).reduce((sum, one) => sum + one, 0);
      expect(Math.abs(walkIn - (all * share) / 100)).toBeLessThan(12);
    }
  });
});
