import { createCalendar } from '@tongban/calendar';
import { describe, expect, test } from 'vitest';
import { dispatch } from './dispatch.ts';
import type { Colleague, DispatchRule, DispatchScene } from './dispatch-facts.ts';
import { waitedHours, waitingLight } from './dispatch-waiting.ts';

const pier = {
  id: 'pier',
  name: '示例·码头派出所',
  kind: 'station',
  branch: 'lake/pier',
  decides: ['paddling'],
};
const lake = {
  id: 'lake',
  name: '示例·湖区公安局',
  kind: 'city-bureau',
  branch: 'lake',
  decides: 'all' as const,
};

function someone(id: string, more: Partial<Colleague> = {}): Colleague {
  return { personId: id, name: `示例·${id}`, role: 'approver', branch: 'lake', open: 0, ...more };
}

function scene(more: Partial<DispatchScene['about']>, colleagues: readonly Colleague[]): DispatchScene {
  const about = {
    ...{ item: 'kayak', line: 'boating', lineName: '水域业务', skills: ['boats'], division: '441900' },
    ...{ facts: { 水域: '湖泊' }, role: 'approver' as const, channel: 'web', ...more },
  };
  return { about, units: [pier, lake], colleagues };
}

const least: DispatchRule = {
  id: 'least',
  say: '件数少的先接',
  to: { unit: 'in-charge' },
  choose: 'least-load',
};
const turns: DispatchRule = { ...least, id: 'turns', say: '轮流接', choose: 'longest-waiting' };
const pool: DispatchRule = { ...least, id: 'pool', say: '等人认领', choose: 'pool' };
const [ann, bo, cy] = [someone('甲', { open: 3 }), someone('乙', { open: 1 }), someone('丙', { open: 1 })];
const before = (when: DispatchRule['when']): DispatchRule[] => [
  { ...turns, id: 'first', ...(when && { when }) },
  least,
];

type Row = readonly [
  string,
  readonly DispatchRule[],
  DispatchScene,
  { rule: string; unit: string; person?: string },
];
const table: readonly Row[] = [
  ['the one with fewest cases', [least], scene({}, [ann, bo]), { rule: 'least', unit: 'lake', person: '乙' }],
  [
    'of equals, who waited longer',
    [least],
    scene({}, [{ ...bo, lastGivenAt: '2026-03-02T01:00:00Z' }, cy]),
    { rule: 'least', unit: 'lake', person: '丙' },
  ],
  [
    'the one who waited longest',
    [turns],
    scene({}, [
      { ...bo, lastGivenAt: '2026-03-02T01:00:00Z' },
      { ...ann, lastGivenAt: '2026-03-01T01:00:00Z' },
    ]),
    { rule: 'turns', unit: 'lake', person: '甲' },
  ],
  ['nobody, for a pool', [pool], scene({}, [ann]), { rule: 'pool', unit: 'lake' }],
  [
    'never one who is away',
    [least],
    scene({}, [ann, { ...bo, unable: '今天请假' }]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'the next rule when all are away',
    [{ ...least, to: { organisation: 'pier' } }, turns],
    scene({}, [ann, someone('丁', { branch: 'lake/pier', unable: '今天请假' })]),
    { rule: 'turns', unit: 'lake', person: '甲' },
  ],
  [
    'the unit, when nobody can',
    [least, pool],
    scene({}, [{ ...ann, unable: '收的这件，不能再审批' }]),
    { rule: 'least', unit: 'lake' },
  ],
  [
    'the nearest unit that decides the line',
    [least],
    scene({ line: 'paddling' }, [ann, someone('丁', { branch: 'lake/pier' })]),
    { rule: 'least', unit: 'pier', person: '丁' },
  ],
  [
    'the unit above when the nearest has nobody',
    [least],
    scene({ line: 'paddling' }, [ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'a unit by its kind',
    [{ ...least, to: { kind: 'station' } }],
    scene({}, [ann, someone('丁', { branch: 'lake/pier' })]),
    { rule: 'least', unit: 'pier', person: '丁' },
  ],
  [
    'past a unit that is not above the case',
    [{ ...least, to: { organisation: 'elsewhere' } }, pool],
    scene({}, [ann]),
    { rule: 'pool', unit: 'lake' },
  ],
  [
    'only to a post that handles the item',
    [least],
    scene({}, [{ ...bo, items: ['raft'] }, ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'only to a post with the skill',
    [{ ...least, to: { unit: 'in-charge', skill: 'boats' } }],
    scene({}, [{ ...bo, skills: ['cars'] }, ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'a head for a step of a head',
    [least],
    scene({ role: 'head' }, [bo, someone('戊', { role: 'head', open: 9 })]),
    { rule: 'least', unit: 'lake', person: '戊' },
  ],
  [
    'a head where there is no approver',
    [least],
    scene({}, [someone('戊', { role: 'head', open: 9 })]),
    { rule: 'least', unit: 'lake', person: '戊' },
  ],
  [
    'no head while there is an approver',
    [least],
    scene({}, [ann, someone('戊', { role: 'head' })]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  ['by item', before({ items: ['kayak'] }), scene({}, [ann]), { rule: 'first', unit: 'lake', person: '甲' }],
  [
    'not by another item',
    before({ items: ['raft'] }),
    scene({}, [ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'by line',
    before({ lines: ['boating'] }),
    scene({}, [ann]),
    { rule: 'first', unit: 'lake', person: '甲' },
  ],
  [
    'by skill',
    before({ skills: ['cars', 'boats'] }),
    scene({}, [ann]),
    { rule: 'first', unit: 'lake', person: '甲' },
  ],
  [
    'by division and all below it',
    before({ divisions: ['4419'] }),
    scene({}, [ann]),
    { rule: 'first', unit: 'lake', person: '甲' },
  ],
  [
    'not by another division',
    before({ divisions: ['4401'] }),
    scene({}, [ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'by a fact of the situation',
    before({ facts: { 水域: '湖泊' } }),
    scene({}, [ann]),
    { rule: 'first', unit: 'lake', person: '甲' },
  ],
  [
    'not by another answer',
    before({ facts: { 水域: '海' } }),
    scene({}, [ann]),
    { rule: 'least', unit: 'lake', person: '甲' },
  ],
  [
    'by channel and role',
    before({ channels: ['web'], roles: ['approver'] }),
    scene({}, [ann]),
    { rule: 'first', unit: 'lake', person: '甲' },
  ],
  [
    'without a rule, the unit in charge',
    before({ items: ['raft'] }).slice(0, 1),
    scene({}, [ann]),
    { rule: 'none', unit: 'lake' },
  ],
];

describe('dispatch', () => {
  test.each(table)('goes to: %s', (_, rules, given, expected) => {
    const { rule, unit, personId } = dispatch(rules, given);
    const person = personId === undefined ? {} : { person: personId };
    expect({ rule, unit: unit.id, ...person }).toEqual(expected);
  });
  test('says why, and who could not', () => {
    const away = someone('丁', { unable: '今天请假' });
    expect(dispatch([least], scene({}, [ann, bo, away])).why).toBe(
      '规则“件数少的先接”：示例·湖区公安局，水域业务，手上件数最少的是示例·乙（1 件）；示例·丁今天请假',
    );
    expect(dispatch([turns], scene({}, [ann])).why).toContain('最久没有接件的是示例·甲（还没有接过）');
    expect(dispatch([least], scene({}, [away])).why).toBe(
      '规则“件数少的先接”：示例·湖区公安局现在没有人能接（示例·丁今天请假），等人认领',
    );
  });
});

describe('waiting', () => {
  const calendar = createCalendar({ years: { 2026: { published: true } }, holidays: [], makeUpDays: [] });
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ];
  const rules = { yellowHours: 4, redHours: 8, office: { calendar, hours } };
  test('only office hours of working days count', () => {
    // Friday 16:00 to Monday 10:00 in Shanghai: one hour on Friday, one on Monday.
    expect(waitedHours('2026-03-06T08:00:00Z', '2026-03-09T02:00:00Z', rules)).toBe(2);
    expect(waitedHours('2026-03-06T08:00:00Z', '2026-03-09T02:00:00Z', { yellowHours: 4, redHours: 8 })).toBe(
      66,
    );
  });
  test('the light comes on by itself, first yellow, then red', () => {
    const since = '2026-03-02T01:00:00Z';
    const lights = ['2026-03-02T03:00:00Z', '2026-03-02T07:00:00Z', '2026-03-03T04:00:00Z'].map((now) =>
      waitingLight(since, now, rules),
    );
    expect(lights).toEqual(['green', 'yellow', 'red']);
  });
});
