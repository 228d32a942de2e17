import { describe, expect, test } from 'vitest';
import { planOf, planSteps } from './plan.ts';

describe('planOf', () => {
  test('an item edition becomes a plan: stages by place, limits without their sources', () => {
    const plan = planOf({
      kind: 'promised',
      steps: [
        { id: 'accept', name: '受理', role: 'clerk', within: { days: 0, unit: 'working' } },
        { id: 'review', name: '审核', role: 'approver' },
        { id: 'sign', name: '批准', role: 'head', four_eyes: true },
        { id: 'register', name: '登记', role: 'clerk' },
      ],
      limits: { promised: { days: 3, unit: 'working' } },
      special_procedures: [
        { id: 'float-test', name: '下水试验', type: 'suspend', max: { days: 5, unit: 'natural' } },
      ],
      result: { kind: 'licence' },
    });
    expect(plan.steps.map((step) => step.stage)).toEqual(['accept', 'review', 'decide', 'produce']);
    expect(plan).toMatchObject({ produces: true, limits: { promised: { days: 3, unit: 'working' } } });
  });

  test('where nobody decides there is nothing to review', () => {
    const steps = planSteps([
      { id: 'accept', name: '受理', role: 'clerk' },
      { id: 'print', name: '打印', role: 'clerk' },
    ]);
    expect(steps.map((step) => step.stage)).toEqual(['accept', 'produce']);
  });
});
