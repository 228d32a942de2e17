import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildIfChanged } from './build-apps.ts';
import { checkAll, type Tally } from './check-all.ts';

const root = join(import.meta.dirname, '..', '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs checks, tests, build and journeys; the last lines name what failed and tell the sum. Returns the exit code. */
export async function testAll(): Promise<number> {
  const tallies = [checkAll(), runTests('vitest.config.ts')];
  tallies.push(await tryBuild());
  const journeys = join('e2e', 'vitest.config.ts');
  if (hasJourneys() && existsSync(join(root, journeys))) tallies.push(runTests(journeys));
  else console.log('no journeys to walk yet');
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0);
  const failed = tallies.flatMap((tally) => tally.failed);
  for (const name of failed) console.log(`✗ ${name}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
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
  const counted = existsSync(report) ? tallyFrom(readFileSync(report, 'utf8')) : { passed: 0, failed: [] };
  rmSync(folder, { recursive: true });
  return done.status === 0 || counted.failed.length > 0 ? counted : { ...counted, failed: [config] };
}

/** Counts the tests of a report; a file that could not be run counts as one failure. */
export function tallyFrom(report: string): Tally {
  const { numPassedTests, testResults } = JSON.parse(report) as Report;
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [relative(root, name)];
    const tests = assertionResults.filter((one) => one.status === 'failed');
    return tests.map((one) => `${relative(root, name)}: ${one.fullName}`);
  });
  return { passed: numPassedTests, failed };
}

type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

async function tryBuild(): Promise<Tally> {
  try {
    await buildIfChanged(console.log);
    return { passed: 1, failed: [] };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: ['build of the apps'] };
  }
}

function hasJourneys(): boolean {
  return readdirSync(join(root, 'e2e'), { recursive: true }).some((name) =>
    /\.(?:test|journey)\.ts$/.test(String(name)),
  );
}
