import { describe, expect, test } from 'vitest';
import { neighboursOf } from './walk.ts';

describe('neighboursOf', () => {
  test('finds the cases before and after in the list', () => {
    expect(neighboursOf(['1', '2', '3'], '2')).toEqual({ before: '1', after: '3' });
  });
  test('has nothing before the first and after the last', () => {
    expect(neighboursOf(['1', '2'], '1')).toEqual({ after: '2' });
    expect(neighboursOf(['1', '2'], '2')).toEqual({ before: '1' });
  });
  test('knows no neighbours of a case that was opened from elsewhere', () => {
    expect(neighboursOf(['1', '2'], '9')).toEqual({});
  });
});
