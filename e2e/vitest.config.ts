import { defineConfig } from 'vitest/config';
import { longestFirst } from '../scripts/steps/longest-first.ts';

const longest = [
  'crash/kill-server',
  'journeys/hall-screen',
  'journeys/personal-pages',
  'journeys/order-desk',
  'journeys/order-citizen',
  'journeys/spokesperson-desk',
  'journeys/order-pages',
  'crash/kill-calls',
  'journeys/rating-ways',
  'journeys/portal-pages',
  'journeys/payment',
  'journeys/kiosk',
];

/** Two files are walked at a time, in a house per worker. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'journeys',
    include: ['**/*.test.ts'],
    globalSetup: ['house/setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: longestFirst(longest) },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 45_000 } },
  },
});
