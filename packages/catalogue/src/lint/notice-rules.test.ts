import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { noticeText } from '../notice-text.ts';

const events = `
signature: {zh: 【示例】, en: "[Demo] "}
mail:
  zh: {greeting: 您好：, foot: 示例}
  en: {greeting: "Hello,", foot: Demo}
defaults:
  sms: true
  wechat: true
  quiet: {from: "22:00", to: "07:30"}
  licence_days: [90, 30, 7]
  house_default: true
events:
  - id: kayak.floats
    when: 下水了
    channels: [app, sms]
    places:
      boat: {zh: 皮划艇, en: kayak}
      bring: {zh: 桨, en: a paddle}
    zh: {title: 下水了, body: "您的{boat}下水了。[带上{bring}。]"}
    en: {title: Afloat, body: "Your {boat} is afloat. [Bring {bring}.]"}
`;

function errorsOf(from: string, to: string): string[] {
  const text = events.replace(from, to);
  const loading = loadContent([...kayakContent(), { path: 'notices/events.yaml', text }]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('texts of notices', () => {
  test('that name what exists, in both languages, are read', () => {
    expect(errorsOf('', '')).toEqual([]);
  });
  test('name only places that are declared, and use all of these', () => {
    expect(errorsOf('您的{boat}', '您的{baot}')).toContain('没有占位“baot”，是不是“boat”？');
    expect(errorsOf('      bring:', '      rope: {zh: 绳, en: rope}\n      bring:')).toEqual([
      '占位“rope”没有用到',
    ]);
  });
  test('say the same in both languages', () => {
    expect(errorsOf(' [Bring {bring}.]', '')).toEqual(['中英文用的占位不一样：bring']);
  });
  test('close what they open, and leave out only what depends on a place', () => {
    const odd = '大括号、方括号要成对，方括号里要有占位';
    expect(errorsOf('下水了。[', '下水了。')).toEqual([odd]);
    expect(errorsOf('下水了。[带上', '下水了。[小心。][带上')).toEqual([odd]);
  });
  test('fit a phone', () => {
    expect(errorsOf('title: 下水了,', `title: ${'下水'.repeat(10)},`)).toEqual([
      '标题有 20 个字，最多 18 个',
    ]);
    expect(errorsOf('下水了。[', `${'下水了。'.repeat(40)}[`)).toEqual([
      expect.stringMatching(/^短信有 \d+ 个字，最多 134 个$/),
    ]);
  });
  test('say where their defaults come from, and when they remind', () => {
    expect(errorsOf('  house_default: true\n', '')).toEqual([
      '写 source，或标 house_default: true，两个里写一个',
    ]);
    expect(errorsOf('[90, 30, 7]', '[30, 90]')).toEqual(['提前几天提醒，从早到晚写，不能重复']);
    expect(errorsOf('to: "07:30"', 'to: "22:00"')).toEqual(['免打扰时段的开始和结束不能相同']);
  });
  test('are written once', () => {
    const again = events.slice(events.indexOf('  - id'));
    expect(errorsOf('events:\n', `events:\n${again}`)).toEqual(['通知“kayak.floats”写了两次']);
  });
});

describe('a text', () => {
  const moment = new Date('2026-03-03T02:20:00Z');
  test('is filled by words, moments, days and lists of its language', () => {
    const text = '{what} {at} {until} {day} {bring}';
    const facts = {
      what: { zh: '皮划艇', en: 'kayak' },
      ...{ at: { moment }, until: { time: moment }, day: { day: '2026-12-31' } },
      bring: [{ zh: '桨', en: 'a paddle' }, { zh: '绳' }],
    };
    expect(noticeText(text, facts, 'zh')).toBe('皮划艇 3 月 3 日 10:20 10:20 2026 年 12 月 31 日 桨、绳');
    expect(noticeText(text, facts, 'en')).toBe('kayak 3 Mar 10:20 10:20 31 Dec 2026 a paddle, 绳');
  });
  test('leaves out a part whose place is empty, and is never half a sentence', () => {
    expect(noticeText('下水了。[带上{bring}。]', { bring: [] }, 'zh')).toBe('下水了。');
    expect(noticeText('下水了。[带上{bring}。]', { bring: ['桨'] }, 'zh')).toBe('下水了。带上桨。');
    expect(() => noticeText('{boat}下水了', {}, 'zh')).toThrow('boat');
  });
});
