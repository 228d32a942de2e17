import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';

const rules = `
booking:
  lead_minutes: 15
  horizon_days: 30
  step_minutes: 15
  hold_minutes: 5
  offer_minutes: 15
  live_per_item: 1
  per_day: 2
  no_shows: {times: 3, within_months: 6, limited_days: 90}
  walk_in_share: 30
  priority_share: 10
  make_up_days_as: 1
  release: [{share: 50, at: "00:00"}, {share: 50, days_before: 5, at: "09:00"}]
  check_in: {early_minutes: 30, late_minutes: 15}
  remind: {day_before_at: "18:00", minutes_before: 120}
  house_default: true
queue:
  walk_in_minutes: 90
  booked_minutes: 3
  priority_minutes: 5
  forward_minutes: 5
  park_minutes: 10
  calls: 3
  rejoin: {places: 3, within_minutes: 30}
  come_back_minutes: 60
  house_default: true
estimate: {runs: 40, working_days: 30, samples: 30, spread: 0.6, show_rate: 88, cover_alert: 70, house_default: true}
alerts: {wait_minutes: 30, idle_minutes: 5, house_default: true}
speech:
  volume: [{from: "08:00", to: "12:00", volume: 80}, {from: "12:00", to: "14:00", volume: 50}]
  house_default: true
priorities:
  - {id: elder, say: 六十岁以上, say_en: Aged 60 or over, from_age: 60, source: KAYAK1}
  - {id: soldier, say: 现役军人, say_en: In military service, licences: [kayak-permit], house_default: true}
`;

function errorsOf(from: string | RegExp, to: string): string[] {
  const text = rules.replace(from, to);
  const loading = loadContent([...kayakContent(), { path: 'halls/rules.yaml', text }]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('hall rules', () => {
  test('rules that name what exists are read', () => {
    expect(errorsOf('30', '30')).toEqual([]);
  });
  test('a length by situation names an item, its questions and their answers', () => {
    const slots = (rule: string) =>
      errorsOf('queue:', `slots: [{${rule}, minutes: 40, house_default: true}]\nqueue:`);
    expect(slots('item: kayak, when: {水域: [江河, 湖泊], 要贴标: [是]}')).toEqual([]);
    expect(slots('item: kayk, when: {水域: [江河]}')).toEqual([expect.stringContaining('没有事项“kayk”')]);
    expect(slots('item: kayak, when: {水源: [江河]}')).toEqual(['“kayak”的引导里没有问题“水源”']);
    expect(slots('item: kayak, when: {水域: [池塘]}')).toEqual(['问题“水域”没有“池塘”这个回答']);
  });
  test('released times add up to all, the earliest stage first', () => {
    expect(errorsOf('share: 50, days_before', 'share: 40, days_before')).toEqual([
      '各批放号合计要是 100，现在是 90',
    ]);
    expect(errorsOf('days_before: 5', 'days_before: 40')).toEqual([
      '各批放号按先后写，不能早于最多约到的天数',
    ]);
  });
  test('every setting says where it comes from, once', () => {
    const said = '写 source，或标 house_default: true，两个里写一个';
    expect(errorsOf('idle_minutes: 5, house_default: true', 'idle_minutes: 5')).toEqual([said]);
    expect(errorsOf('source: KAYAK1', 'source: KAYAK1, house_default: true')).toEqual([said]);
    expect(errorsOf('source: KAYAK1', 'source: NOWHERE')).toEqual(['来源表里没有“NOWHERE”']);
  });
  test('a priority is proved by something that exists', () => {
    expect(errorsOf('kayak-permit', 'kayak-permits')).toEqual([
      '没有证照类型“kayak-permits”，是不是“kayak-permit”？',
    ]);
    expect(errorsOf(', from_age: 60', '')).toEqual(['写明凭什么认定：年龄、证照或导办台当面认定']);
  });
  test('hours of the speech follow one another', () => {
    expect(errorsOf('from: "12:00"', 'from: "11:00"')).toEqual(['时段要按先后写，不能交叉']);
  });
  test('a priority is written once', () => {
    expect(errorsOf('id: soldier', 'id: elder')).toEqual(['绿色通道“elder”写了两次']);
  });
});
