import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tallyFrom } from './test-all.ts';

const root = join(import.meta.dirname, '..', '..');

test('failed tests are named, and so is a test file that could not be run', () => {
  const passed = { status: 'passed', fullName: 'floats' };
  const report = {
    numPassedTests: 3,
    testResults: [
      { name: join(root, 'kayak.test.ts'), status: 'passed', assertionResults: [passed, passed] },
      {
        name: join(root, 'lake', 'pier.test.ts'),
        status: 'failed',
        assertionResults: [passed, { status: 'failed', fullName: 'a pier stands in water' }],
      },
      { name: join(root, 'lake', 'oar.test.ts'), status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyFrom(JSON.stringify(report))).toEqual({
    passed: 3,
    failed: ['lake/pier.test.ts: a pier stands in water', 'lake/oar.test.ts'],
  });
});
