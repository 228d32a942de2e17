import { describe, expect, test } from 'vitest';
import type { MaterialDefinition } from '../material-definition.ts';
import { pointsToCheck, type Standing } from './points.ts';

const checkpoints: MaterialDefinition['checkpoints'] = [
  { id: 'seal', check: '盖有印章', at: ['intake'] },
  { id: 'name', check: '姓名一致', at: ['intake', 'review'] },
  { id: 'register', check: '与登记数据一致', at: ['review'], by: 'data-check' },
];
const ids = (standing: Standing, at: 'intake' | 'review') =>
  pointsToCheck({ checkpoints }, standing, at).map(({ id }) => id);

describe('the points to check', () => {
  test('are those of the side that a person can check', () => {
    expect(ids({ need: 'required', met: 'files' }, 'intake')).toEqual(['seal', 'name']);
    expect(ids({ need: 'possible', met: 'window' }, 'review')).toEqual(['name']);
  });
  test('are none where a licence, a data source, a promise or an investigation stands in', () => {
    for (const met of ['licence', 'data', 'promise', 'investigation'] as const) {
      expect(ids({ need: 'required', met }, 'intake')).toEqual([]);
      expect(ids({ need: 'required', met }, 'review')).toEqual([]);
    }
  });
  test('are only the first of a needed material that is missing, and none of one that may be needed', () => {
    expect(ids({ need: 'required', met: 'open' }, 'intake')).toEqual(['seal']);
    expect(ids({ need: 'possible', met: 'open' }, 'intake')).toEqual([]);
  });
});
