import { defineConfig } from 'vitest/config';
import { longestFirst } from './scripts/steps/longest-first.ts';

// Files share a process (`isolate: false`): nothing in the house keeps a state of its own beside what a test builds.
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: longestFirst(['notices/killed']) },
    projects: [
      {
        test: {
          name: 'pure',
          isolate: false,
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          isolate: false,
          include: ['server/**/*.test.ts'],
          globalSetup: ['server/platform/testing-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
