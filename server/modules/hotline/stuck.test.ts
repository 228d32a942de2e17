import { orderTermsRoutes, stuckRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
beforeAll(async () => {
  house = await createHotlineHouse();
});
afterAll(() => house.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const cause = { rootCause: 'guide-wrong', finding: '指南没有写要带救生衣。', defect: '材料里写上救生衣。' };
const aStuck = async (about: string): Promise<string> =>
  (await house.take(house.at('hall-manager'), { kind: 'stuck', channel: 'window', about })).order;

describe('what could not be got done', () => {
  test('stands in the list with the item it hangs on; a case stands by its number', async () => {
    const [item, other] = [await aStuck('kayak'), await aStuck('C-1')];
    const { orders } = await house.as(house.at('hall-manager'))(stuckRoutes.list, {
      query: { list: 'open' },
    });
    const attached = Object.fromEntries(orders.map((row) => [row.order, row.attached]));
    expect(attached[item]).toEqual({ item: { id: 'kayak', name: '划艇许可' } });
    expect(attached[other]).toEqual({ case: 'C-1' });
  });

  test('gets a root cause, and the defect goes to the editors of the guides above', async () => {
    const order = await aStuck('kayak');
    const at = { params: { order } };
    const found = await house.as(house.at('hall-manager'))(stuckRoutes.find, {
      ...at,
      body: { ...cause, item: 'kayak' },
    });
    expect(found.cause).toMatchObject({ ...cause, rootCauseName: '指南写错' });
    const editor = house.as(house.at('admin', 'lake'));
    const { defects } = await editor(stuckRoutes.defects, {});
    const open = defects.find((one) => one.order === order);
    expect(open).toMatchObject({ defect: cause.defect });
    expect(open?.mendedAt).toBeUndefined();
    const mended = await editor(stuckRoutes.mend, at);
    expect(mended.defects.find((one) => one.order === order)?.mendedAt).toBeDefined();
    await expect(house.as(house.at('admin', 'lake/west'))(stuckRoutes.mend, at)).rejects.toEqual(
      refusal('orders.defect'),
    );
  });

  test('has no root cause the bureau has not written, and none in another kind of order', async () => {
    const order = await aStuck('kayak');
    const manager = house.as(house.at('hall-manager'));
    const body = { ...cause, rootCause: 'weather' };
    await expect(manager(stuckRoutes.find, { params: { order }, body })).rejects.toEqual(
      refusal('orders.root-cause'),
    );
    const { order: complaint } = await house.take(house.at('operator'));
    await expect(manager(stuckRoutes.find, { params: { order: complaint }, body: cause })).rejects.toEqual(
      refusal('orders.not-stuck'),
    );
  });

  test('is not for an operator to judge, nor for a unit beside to see', async () => {
    const order = await aStuck('kayak');
    const wish = { params: { order }, body: cause };
    await expect(house.as(house.at('operator'))(stuckRoutes.find, wish)).rejects.toEqual(
      refusal('orders.role'),
    );
    await expect(house.as(house.at('clerk', 'lake/west'))(stuckRoutes.find, wish)).rejects.toEqual(
      refusal('orders.missing'),
    );
  });
});

describe('the roster of a day', () => {
  const day = '2026-03-02';
  const night = { from: '20:00', to: '08:00', name: '示例·值守', phone: '0769-00000001' };

  test('is written whole by the spokesperson of a unit and read there, above and below', async () => {
    const wish = { params: { day }, body: { duties: [night] } };
    await house.as(house.at('spokesperson'))(orderTermsRoutes.setDuties, wish);
    const again = await house.as(house.at('spokesperson'))(orderTermsRoutes.setDuties, wish);
    expect(again.duties).toHaveLength(1);
    for (const branch of ['lake/east', 'lake', 'lake/east/pier']) {
      const { duties } = await house.as(house.at('operator', branch))(orderTermsRoutes.duties, {
        params: { day },
      });
      expect(duties).toMatchObject([night]);
    }
    const beside = await house.as(house.at('operator', 'lake/west'))(orderTermsRoutes.duties, {
      params: { day },
    });
    expect(beside.duties).toEqual([]);
  });

  test('has no duty of no hours', async () => {
    const body = { duties: [{ ...night, to: night.from }] };
    await expect(
      house.as(house.at('spokesperson'))(orderTermsRoutes.setDuties, { params: { day }, body }),
    ).rejects.toEqual(refusal('orders.duty-hours'));
  });
});

test('the desk is told where an order may go from its own unit, up and down', async () => {
  const { units, unit } = await house.as(house.at('operator'))(orderTermsRoutes.terms, {});
  const placed = units.map(({ place }) => place);
  expect(placed.filter((place) => place === 'here')).toHaveLength(1);
  expect(units.find(({ place }) => place === 'here')?.unit).toBe(unit.id);
  expect(placed).toContain('above');
});
