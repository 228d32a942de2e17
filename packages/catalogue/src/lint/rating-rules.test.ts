import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';

const channels = ['web', 'mobile', 'qr', 'hall-tablet', 'hall-terminal', 'phone', 'sms'];
const names = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
const levels = names.map(
  (name, at) => `  - {code: ${at + 1}, name: ${name}, name_en: Level, favourable: ${at < 3}, source: KAYAK1}`,
);
const rules = `
levels:
${levels.join('\n')}
channels: [${channels.map((id) => `{id: ${id}, name: 渠道, where: online, source: KAYAK1}`).join(', ')}]
indicators:
  - {id: all-online, name: 整体, name_en: Overall, where: online, overall: true, source: KAYAK1}
  - {id: all-offline, name: 整体, name_en: Overall, where: offline, overall: true, source: KAYAK1}
  - {id: speed, name: 快慢, name_en: Speed, where: online, source: KAYAK1}
  - {id: haste, name: 急缓, name_en: Haste, where: online, source: KAYAK1}
reasons:
  - {id: quick, say: 快, say_en: Quick, indicators: [speed], levels: [1, 2, 3], channels: [${channels.join(', ')}], house_default: true}
  - {id: slow, say: 慢, say_en: Slow, indicators: [speed], levels: [4, 5], channels: [${channels.join(', ')}], house_default: true}
rate_within: {days: 30, unit: natural, house_default: true}
repair: {days: 15, unit: working, warn_days: 3, call_tries: 3, source: KAYAK1}
default_favourable: {on: false, after_days: 7, level: 3, source: KAYAK1}
tablet_minutes: {minutes: 3, house_default: true}
kiosk_minutes: {minutes: 120, house_default: true}
invite_after: {minutes: 30, house_default: true}
surveys:
  - {id: lake, title: 湖, title_en: Lake, house_default: true, questions: [{id: water, ask: 水清吗？, ask_en: Clear?}]}
`;

function errorsOf(from: string | RegExp, to: string): string[] {
  const loading = loadContent([
    ...kayakContent(),
    { path: 'ratings/rules.yaml', text: rules.replace(from, to) },
  ]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('rating rules', () => {
  test('with the levels of the standard and a chip for each of them everywhere are read', () => {
    expect(errorsOf('快', '快')).toEqual([]);
  });
  test('have the five levels of the standard, on their own side', () => {
    expect(errorsOf('name: 基本满意', 'name: 一般')).toEqual([expect.stringContaining('等级照标准写五个')]);
    expect(
      errorsOf(
        'name: 不满意, name_en: Level, favourable: false',
        'name: 不满意, name_en: Level, favourable: true',
      ),
    ).toEqual(['“不满意”算不算好评写反了：1、2、3 是好评']);
  });
  test('leave nobody without a chip, and name none twice', () => {
    expect(errorsOf('levels: [4, 5]', 'levels: [4]')).toHaveLength(channels.length);
    expect(errorsOf('id: slow', 'id: quick')).toEqual(['原因标签“quick”写了两次']);
  });
  test('never put down a bad rating by default', () => {
    expect(errorsOf('after_days: 7, level: 3', 'after_days: 7, level: 4')).toEqual([
      '默认评价只能是好评的等级',
    ]);
  });
  test('have chips that speak of indicators there are, one on each side, and an overall one on each', () => {
    expect(errorsOf('indicators: [speed]', 'indicators: [nothing]')).toEqual(['没有指标“nothing”']);
    expect(errorsOf('indicators: [speed]', 'indicators: [speed, haste]')).toEqual(['线上线下各写一项指标']);
    expect(errorsOf('where: offline, overall: true', 'where: offline')).toEqual([
      '线上、线下各写一项整体满意度',
    ]);
  });
  test('say where each setting comes from', () => {
    expect(errorsOf('call_tries: 3, source: KAYAK1', 'call_tries: 3')).toEqual([
      expect.stringContaining('写 source，或标 house_default'),
    ]);
  });
});
