import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aCase, aVisitor, type Keepers } from './portal.fixture.ts';

const { case: number } = aCase();
const at = `/cases/${number}/delivery`;
const planned = {
  ...{ purpose: 'result', way: 'window', state: 'planned', mayChange: true, simulated: true, steps: [] },
};
const known = (more: object = {}) => ({
  deliveries: [planned],
  ...{ ways: ['window', 'express'], sendsIn: true, office: { name: '示例大厅', address: '示例路 1 号' } },
  ...more,
});
const visitor = (more: object = {}, keepers: Keepers = {}) =>
  aVisitor({
    signedIn: true,
    keepers: {
      'GET /api/cases/:case/deliveries': () => known(more),
      'PUT /api/cases/:case/deliveries': () => known(more),
      ...keepers,
    },
  });
const filled: [string, string][] = [
  ['purpose', 'result'],
  ['way', 'express'],
  ['name', '示例·张三'],
  ['phone', '199 0000 0001'],
  ['address', '示例市示例路 1 号'],
];

describe('the page of deliveries', () => {
  test('offers the ways there are, with where to go, and the courier for originals', async () => {
    const { html } = await visitor().get(at);
    for (const words of ['到窗口领', '带身份证到示例大厅，示例路 1 号', '快递寄给我', '让快递上门取'])
      expect(html).toContain(words);
    expect(html).not.toContain('到自助柜领');
  });
  test('keeps what was chosen; the phone number may be typed with spaces', async () => {
    const one = visitor();
    expect((await one.post(at, filled)).location).toBe(at);
    expect(one.asked.at(-1)?.asking).toEqual({
      params: { case: number },
      body: {
        ...{ purpose: 'result', way: 'express' },
        party: { name: '示例·张三', phone: '19900000001', address: '示例市示例路 1 号' },
      },
    });
  });
  test('says beside each field what is missing, and keeps what was typed', async () => {
    const one = visitor();
    const { html, status } = await one.post(at, [
      ...filled.slice(0, 3),
      ['phone', '12'],
      ['address', '东莞'],
    ]);
    expect(status).toBe(400);
    for (const words of ['手机号码是 11 位数字', '写到门牌号', 'value="东莞"']) expect(html).toContain(words);
    expect(one.asked.map(({ route }) => route)).not.toContain('PUT /api/cases/:case/deliveries');
  });
  test('shows where a parcel is once it cannot be changed any more', async () => {
    const steps = [{ at: '2026-01-05T06:10:00Z', title: { zh: '运输中' }, place: '示例中心' }];
    const away = { ...planned, way: 'express', state: 'under-way', mayChange: false, waybill: 'SIM1', steps };
    const { html } = await visitor({ deliveries: [away], sendsIn: false }).get(at);
    for (const words of ['在路上', 'SIM1', '运输中', '示例中心', '快递是模拟的'])
      expect(html).toContain(words);
    expect(html).not.toContain('让快递上门取');
  });
  test('tells in plain words when the courier has been ordered meanwhile', async () => {
    const refuse = () => {
      throw new Problem('deliveries.ordered', 'conflict', '快递已经下单，不能再改');
    };
    const one = visitor({}, { 'PUT /api/cases/:case/deliveries': refuse });
    const { html, status } = await one.post(at, filled);
    expect(status).toBe(400);
    expect(html).toContain('快递已经下单');
  });
});
