import { bookableRoutes, type DayRule, hallPlanRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { at, createPierHouse, freeAt } from './pier-house.fixture.ts';

const house = await createPierHouse();
afterAll(house.stop);
const manager = house.manager();
const plain: DayRule = { open: true, blockOuts: [] };
const day = '2026-03-03';

const change = (of: string, rule: DayRule, tell = false) =>
  house.as(manager)(hallPlanRoutes.change, { params: { day: of }, body: { rule, tell } });
const preview = (of: string, rule: DayRule) =>
  house.as(manager)(hallPlanRoutes.preview, { params: { day: of }, body: rule });

describe('the days of a hall', () => {
  test('six weeks tell what is open and how much is booked', async () => {
    await house.book(await house.citizen(), { at: at(day, '10:00') });
    const days = await house.as(manager)(hallPlanRoutes.month, { query: { from: '2026-03-02' } });
    expect(days).toHaveLength(42);
    expect(days[1]).toMatchObject({
      day,
      open: true,
      from: 'hours',
      capacity: 3 * 72,
      booked: 4,
      stranded: 0,
    });
    expect(days[3]).toMatchObject({ open: false, from: 'holiday', says: '划艇节休息' });
  });

  test('one day shows its windows and hours', async () => {
    const plan = await house.as(manager)(hallPlanRoutes.day, { params: { day } });
    expect(plan.rows.map(({ window }) => window)).toEqual(['p1', 'p2', 'p3']);
    expect(plan.rows[0]?.hours[0]).toEqual({ hour: 9, minutes: 60 });
    expect(plan.hours[1]).toEqual({ hour: 10, capacity: 36, booked: 4 });
    expect(plan.bookings).toBe(1);
  });

  test('a preview shows who would be stranded and changes nothing', async () => {
    const times = ['14:00', '14:00', '14:00', '15:00'];
    for (const time of times) await house.book(await house.citizen(), { at: at(day, time) });
    const rule = {
      ...plain,
      blockOuts: [{ span: { from: '14:00', to: '15:00' }, reason: '消防演练', windows: ['p1', 'p2'] }],
    };
    const { plan, stranded } = await preview(day, rule);
    expect(plan.rows[0]?.hours[3]).toEqual({ hour: 14, minutes: 0, blocked: '消防演练' });
    expect(stranded).toHaveLength(2);
    expect(stranded[0]).toMatchObject({ at: at(day, '14:00'), person: '示*', phone: '199****1234' });
    const days = await house.as(manager)(hallPlanRoutes.month, { query: { from: day } });
    expect(days[0]?.stranded).toBe(0);
  });

  test('a change strands nobody out: they stay, are listed, and told if asked', async () => {
    const rule = {
      ...plain,
      blockOuts: [{ span: { from: '14:00', to: '15:00' }, reason: '消防演练', windows: ['p1', 'p2'] }],
    };
    const { stranded } = await change(day, rule, true);
    expect(stranded).toHaveLength(2);
    await house.settle();
    expect(house.sent.filter(({ text }) => text.includes('安排有变'))).toHaveLength(2);
    expect(freeAt(await house.slots(day), at(day, '14:00'))).toBe(0);
    const [shown] = await house.as(manager)(hallPlanRoutes.month, { query: { from: day } });
    expect(shown).toMatchObject({ stranded: 2, from: 'day' });
    const booked = await house.as(manager)(hallPlanRoutes.bookings, { params: { day }, query: {} });
    expect(booked.bookings.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'booked'));
    // What one of them gives back nobody else can take.
    await change(day, plain);
    expect(freeAt(await house.slots(day), at(day, '14:20'))).toBe(3);
  });

  test('an extra day opens by a template, and is found by those who book', async () => {
    const sunday = '2026-03-08';
    await change(sunday, { ...plain, says: '春游日延时开放', template: 'morning' });
    const { days } = await house.anyone(bookableRoutes.days, {
      params: { hall: 'pier' },
      query: { item: 'kayak' },
    });
    const found = days.find((one) => one.day === sunday);
    expect(found).toMatchObject({ open: true, says: '春游日延时开放，09:00–12:00', free: 17 });
    // Laying out the days again leaves it as it is.
    expect(await house.bookings.layAhead()).toBe(0);
    expect((await house.slots(sunday)).length).toBe(17);
  });

  test('a template of the hall changes the days that use it', async () => {
    const saturday = '2026-03-07';
    const template = {
      ...{ template: 'short', name: '短日', spans: [{ from: '09:00', to: '10:00' }] },
      ...{ walkInShare: 0, priorityShare: 0 },
    };
    const save = (spans: typeof template.spans) =>
      house.as(manager)(hallPlanRoutes.saveTemplate, {
        params: { template: 'short' },
        body: { ...template, spans },
      });
    await save(template.spans);
    await change(saturday, { ...plain, template: 'short' });
    expect(await house.slots(saturday)).toHaveLength(5);
    const templates = await save([{ from: '09:00', to: '11:00' }]);
    expect(templates.map(({ name }) => name)).toEqual(['短日', '工作日', '中午不休息', '只开上午']);
    expect(await house.slots(saturday)).toHaveLength(11);
  });

  test('the past, and a template that is not there, are refused', async () => {
    await expect(change('2026-03-01', plain)).rejects.toMatchObject({ code: 'bookings.past-day' });
    await expect(change(day, { ...plain, template: 'moon' })).rejects.toMatchObject({
      code: 'bookings.template',
    });
  });

  test('nobody but a hall manager changes a day, and a manager of another branch sees nobody', async () => {
    const body = { rule: plain, tell: false };
    const asCitizen = house.as(await house.citizen())(hallPlanRoutes.change, { params: { day }, body });
    await expect(asCitizen).rejects.toMatchObject({ kind: 'forbidden' });
    const far = { ...manager, assignment: { id: manager.personId, branch: 'sea', office: 'east' } };
    const seen = await house.as(far)(hallPlanRoutes.bookings, { params: { day }, query: {} });
    expect(seen.bookings).toEqual([]);
    const nowhere = { ...manager, assignment: { id: manager.personId, branch: 'lake' } };
    const plan = house.as(nowhere)(hallPlanRoutes.day, { params: { day } });
    await expect(plan).rejects.toMatchObject({ code: 'bookings.no-hall' });
  });
});

describe('whether a hall is open', () => {
  test('tells until when, or when it opens next', async () => {
    const open = await house.bookings.openingOf('dock', new Date(at('2026-03-04', '10:00')));
    expect(open).toMatchObject({ open: true, until: new Date(at('2026-03-04', '12:00')) });
    const lunch = await house.bookings.openingOf('dock', new Date(at('2026-03-04', '12:30')));
    expect(lunch).toMatchObject({ open: false, nextOpens: new Date(at('2026-03-04', '14:00')) });
    const holiday = await house.bookings.openingOf('dock', new Date(at('2026-03-05', '10:00')));
    expect(holiday).toMatchObject({
      open: false,
      says: '划艇节休息',
      nextOpens: new Date(at('2026-03-06', '09:00')),
    });
  });
});
