import { defineConfig } from 'vitest/config';

/** Journeys share one house, one browser and two processors, so files are walked one after the other. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'journeys',
    include: ['**/*.test.ts'],
    globalSetup: ['house/setup.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
