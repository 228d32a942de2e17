import { defineConfig } from 'vitest/config';

/** Journeys share one house, one browser and two processors, so files are walked one after the other. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'journeys',
    include: ['**/*.test.ts'],
    globalSetup: ['house/setup.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
