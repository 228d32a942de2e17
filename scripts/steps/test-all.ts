import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './build-apps.ts';
import { checkAll, type Tally } from './check-all.ts';

const root = join(import.meta.dirname, '..', '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs checks, tests, build and journeys; the last line tells the sum. Returns the exit code. */
export async function testAll(): Promise<number> {
  const tallies = [checkAll(), runTests('vitest.config.ts')];
  tallies.push(await tryBuild());
  const journeys = join('e2e', 'vitest.config.ts');
  if (hasJourneys() && existsSync(join(root, journeys))) tallies.push(runTests(journeys));
  else console.log('no journeys to walk yet');
  const passed = sum(tallies, 'passed');
  const failed = sum(tallies, 'failed');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs one vitest configuration and counts; a run that breaks without a failed test counts as one failure. */
function runTests(config: string): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-report-'));
  const report = join(folder, 'report.json');
  const done = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const counted = existsSync(report) ? tallyFrom(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  return done.status === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** Counts the tests of a report; a file that could not be run counts as one failure. */
export function tallyFrom(report: string): Tally {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as Report;
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + broken };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
};

async function tryBuild(): Promise<Tally> {
  try {
    await buildIfChanged(console.log);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

function hasJourneys(): boolean {
  return readdirSync(join(root, 'e2e'), { recursive: true }).some((name) =>
    /\.(?:test|journey)\.ts$/.test(String(name)),
  );
}

function sum(tallies: readonly Tally[], part: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[part], 0);
}
