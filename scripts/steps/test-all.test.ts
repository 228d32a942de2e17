import { expect, test } from 'vitest';
import { tallyFrom } from './test-all.ts';

test('a test file that could not be run counts as a failure beside the failed tests', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyFrom(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 });
});
