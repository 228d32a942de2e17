import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { refuses } from './refusals.fixture.ts';

const lines = ['household', 'residence', 'exit-entry', 'traffic', 'public-order', 'network', 'fire'];
const named = lines.map((line) => `  ${line}: 水域业务\n`).join('');
const waiting = 'unassigned: {yellow_hours: 4, red_hours: 8, house_default: true}\n';

function errorsOf(rule: string, unassigned = waiting) {
  const text = `lines:\n${named}rules:\n  - ${rule}\n${unassigned}`;
  const loading = loadContent([...kayakContent(), { path: 'dispatch/rules.yaml', text }]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

const rule = (more: string) => `{id: one, say: 轮流接, choose: longest-waiting, ${more}}`;

describe('dispatch rules', () => {
  test('a rule that names what exists is read', () => {
    const fits = 'when: {items: [kayak], facts: {水域: 湖泊}}, to: {unit: in-charge}, house_default: true';
    expect(errorsOf(rule(fits))).toEqual([]);
  });
  test('unknown items, skills, organisations and sources are refused', () => {
    expect(errorsOf(rule('when: {items: [kayaks]}, to: {unit: in-charge}, house_default: true'))).toEqual([
      '没有事项“kayaks”，是不是“kayak”？',
    ]);
    expect(errorsOf(rule('to: {unit: in-charge, skill: flying}, house_default: true'))).toEqual([
      '没有技能“flying”',
    ]);
    expect(errorsOf(rule('to: {organisation: nowhere}, house_default: true'))).toEqual(['没有机构“nowhere”']);
    expect(errorsOf(rule('to: {unit: in-charge}, source: NOWHERE'))).toEqual(['来源表里没有“NOWHERE”']);
  });
  test('a setting says where it comes from, once', () => {
    const said = '写 source，或标 house_default: true，两个里写一个';
    expect(errorsOf(rule('to: {unit: in-charge}'))).toEqual([said]);
    expect(errorsOf(rule('to: {unit: in-charge}, source: KAYAK1, house_default: true'))).toEqual([said]);
  });
  test('red comes after yellow, and office hours follow one another', () => {
    const whole = rule('to: {unit: in-charge}, house_default: true');
    expect(errorsOf(whole, waiting.replace('red_hours: 8', 'red_hours: 4'))).toEqual([
      '红灯的小时数要比黄灯多',
    ]);
    const hours = 'office_hours: [{from: "09:00", to: "12:00"}, {from: "11:00", to: "17:00"}], house_default';
    expect(errorsOf(whole, waiting.replace('house_default', hours))).toEqual(['时段要按先后写，不能交叉']);
  });
  test('a step wants four eyes or goes in bulk, not both', () => {
    const findings = refuses('item.yaml', '{id: decide,', '{id: decide, four_eyes: true, bulk: true,');
    expect(findings).toMatchObject([{ rule: 'step.bulk' }]);
  });
});
