import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { type Actor, fold, planSteps } from '@tongban/casework';
import { describe, expect, test } from 'vitest';
import { courseTo, endings } from './courses.ts';

const calendar = createCalendar(national);
const plan = {
  kind: 'promised' as const,
  steps: planSteps([
    { id: 'accept', name: '受理', role: 'clerk' },
    { id: 'review', name: '审核', role: 'approver' },
    { id: 'decide', name: '批准', role: 'head', four_eyes: true },
    { id: 'make', name: '制证', role: 'clerk' },
  ]),
  limits: { promised: { days: 10, unit: 'working' as const } },
  specialProcedures: [
    {
      id: 'look',
      name: { zh: '现场核查' },
      type: 'suspend' as const,
      max: { days: 10, unit: 'working' as const },
    },
  ],
  produces: true,
};
const cast: Actor[] = [
  { id: 'citizen', role: 'citizen' },
  { id: 'clerk', role: 'clerk' },
  { id: 'approver', role: 'approver' },
  { id: 'head', role: 'head' },
  { id: 'worker', role: 'worker' },
];
const file = {
  caseId: 'c',
  itemId: 'kayak',
  editionId: 'e',
  applicantId: 'citizen',
  channel: 'web' as const,
};

describe('an invented case', () => {
  test.each(endings)('comes to %s by the rules of casework alone', (ending) => {
    const { actions, state } = courseTo(ending, {
      ...{ plan, calendar, cast, file, number: 'TB4419', day: '2026-03-02' },
    });
    expect(fold(actions, plan)).toEqual(state);
    expect(state.status).toBe(
      {
        correction: 'correction-before-acceptance',
        issue: 'at-issue-desk',
        granted: 'closed',
        refused: 'closed',
        withdrawn: 'closed',
      }[ending as string] ?? ending,
    );
  });
});
