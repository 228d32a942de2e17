import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCopies } from './copies.ts';

/** How many passed, and the names of those that failed. */
export type Tally = { readonly passed: number; readonly failed: readonly string[] };

type Outcome = { readonly ok: boolean; readonly output: string };
type Step = { readonly name: string; readonly run: () => Outcome };

const root = join(import.meta.dirname, '..', '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const tsc = join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
const mostCopied = 0.01;

const steps: readonly Step[] = [
  { name: 'style', run: () => run(bin('biome'), 'check', '--error-on-warnings', '.') },
  ...['pure', 'server', 'apps', 'e2e'].map((side) => ({
    name: `types of ${side}`,
    run: () => run(process.execPath, tsc, '-p', `tsconfig.${side}.json`),
  })),
  { name: 'floors', run: checkFloors },
  { name: 'dead code', run: () => run(bin('knip')) },
  { name: 'copies', run: checkCopies },
  { name: 'content', run: () => run(process.execPath, 'scripts/content.ts', 'check') },
];

/** Runs every check in order; the first that fails shows its output and ends the run. */
export function checkAll(): Tally {
  let passed = 0;
  for (const { name, run: work } of steps.filter(isPresent)) {
    const began = performance.now();
    const { ok, output } = work();
    console.log(`${ok ? '✓' : '✗'} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (!ok) {
      console.log(output);
      return { passed, failed: [name] };
    }
    passed += 1;
  }
  return { passed, failed: [] };
}

function isPresent({ name }: Step): boolean {
  return name !== 'content' || existsSync(join(root, 'scripts', 'content.ts'));
}

function run(command: string, ...args: string[]): Outcome {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { ok: done.status === 0, output: `${done.stdout}${done.stderr}${done.error?.message ?? ''}` };
}

/** A check that looked at nothing is no check: the number of modules seen must be more than none. */
function checkFloors(): Outcome {
  const folders = ['packages', 'server', 'apps'];
  const { output } = run(
    bin('depcruise'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  );
  const start = output.indexOf('{');
  if (start < 0) return { ok: false, output };
  const { summary } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as Cruise;
  const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (summary.totalCruised === 0) return { ok: false, output: 'no module was looked at' };
  return { ok: summary.error === 0, output: lines.join('\n') };
}

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly error: number;
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
  };
};

function checkCopies(): Outcome {
  const { share, places } = findCopies(
    ['packages', 'server', 'apps', 'scripts'].map((folder) => join(root, folder)),
  );
  const percent = `${(share * 100).toFixed(2)} % copied, at most ${mostCopied * 100} %`;
  return { ok: share <= mostCopied, output: [percent, ...places].join('\n') };
}
