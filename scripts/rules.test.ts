import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** One forbidden import: which rule names it, who imports, and what. */
type Planted = { readonly rule: string; readonly from: string; readonly to: string };
type Seen = { readonly cruised: number; readonly violations: readonly string[] };

const root = join(import.meta.dirname, '..');
const load = createRequire(import.meta.url);
const { forbidden } = load('../.dependency-cruiser.cjs') as { forbidden: readonly { name: string }[] };
const { street: sections } = load('../floors.json') as { street: Record<string, readonly string[]> };
const street = Object.values(sections).flat();
const door = (room: string) => `server/modules/${room}/index.ts`;
const folders = ['packages', 'server', 'apps'];
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const floors: readonly Planted[] = [
  { rule: 'no-cycles', from: 'packages/kernel/src/bow.ts', to: 'packages/kernel/src/stern.ts' },
  { rule: 'packages-are-pure', from: 'packages/kernel/src/reaches.ts', to: 'server/platform/index.ts' },
  { rule: 'packages-are-pure', from: 'packages/kernel/src/paints.ts', to: 'apps/ui/src/index.ts' },
  { rule: 'packages-use-no-node', from: 'packages/kernel/src/reads.ts', to: 'fs' },
  { rule: 'screens-talk-only-by-contract', from: 'apps/portal/src/calls.ts', to: 'server/platform/index.ts' },
  { rule: 'screens-do-not-know-each-other', from: 'apps/portal/src/peeks.ts', to: 'apps/desk/src/index.ts' },
  { rule: 'the-kit-knows-no-screen', from: 'apps/ui/src/peeks.ts', to: 'apps/desk/src/index.ts' },
  { rule: 'the-kit-knows-no-screen', from: 'apps/tokens/src/peeks.ts', to: 'apps/desk/src/index.ts' },
  { rule: 'server-knows-no-screen', from: 'server/platform/paints.ts', to: 'apps/desk/src/index.ts' },
  { rule: 'platform-knows-no-business', from: 'server/platform/decides.ts', to: door('offices') },
  { rule: 'modules-do-not-know-the-house', from: 'server/modules/offices/builds.ts', to: 'server/app.ts' },
  {
    rule: 'modules-have-one-door',
    from: 'server/modules/identity/burgles.ts',
    to: 'server/modules/offices/service.ts',
  },
  { rule: 'the-house-enters-by-doors', from: 'server/demo.ts', to: 'server/modules/offices/service.ts' },
  {
    rule: 'store-is-private',
    from: 'server/modules/offices/routes.ts',
    to: 'server/modules/offices/store.ts',
  },
  {
    rule: 'routes-do-not-touch-sql',
    from: 'server/modules/offices/rules.ts',
    to: 'node_modules/kysely/index.js',
  },
  { rule: 'the-street-is-complete', from: 'server/modules/offices/paddles.ts', to: door('kayaks') },
];

/** From every room of the street to the room beside it and to the last one. */
const upward: readonly Planted[] = street.slice(0, -1).flatMap((room, at) =>
  [...new Set([street[at + 1] ?? '', street.at(-1) ?? ''])].map((other) => ({
    rule: `${room}-knows-nothing-to-its-right`,
    from: `server/modules/${room}/tells-${other}.ts`,
    to: door(other),
  })),
);
const planted = [...floors, ...upward];

/** A small house with every room, in which nobody knows anybody they should not. */
function cleanHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'tongban-floors-'));
  made.push(house);
  for (const file of ['tsconfig.base.json', 'tsconfig.server.json'])
    cpSync(join(root, file), join(house, file));
  const plain = [
    'packages/kernel/src/index.ts',
    'server/platform/index.ts',
    'server/modules/offices/service.ts',
    'server/modules/offices/store.ts',
    ...['ui', 'tokens', 'desk', 'portal'].map((app) => `apps/${app}/src/index.ts`),
    ...street.map(door),
  ];
  for (const file of plain) write(house, file, 'export const kayak = 1;\n');
  write(house, 'node_modules/kysely/package.json', '{"name":"kysely","version":"1.0.0","main":"index.js"}');
  write(house, 'node_modules/kysely/index.js', 'exports.kayak = 1;\n');
  write(house, 'packages/kernel/package.json', '{"name":"@tongban/kernel","exports":"./src/index.ts"}');
  mkdirSync(join(house, 'node_modules/@tongban'));
  symlinkSync('../../packages/kernel', join(house, 'node_modules/@tongban/kernel'));
  write(house, 'server/app.ts', importOf('./modules/offices/index.ts'));
  write(
    house,
    'server/modules/identity/service.ts',
    importOf('../offices/index.ts') + importOf('@tongban/kernel'),
  );
  write(house, 'apps/portal/src/page.ts', importOf('../../ui/src/index.ts') + importOf('@tongban/kernel'));
  return house;
}

function plant(house: string, { from, to }: Planted): void {
  const isPackage = !to.includes('/') || to.startsWith('node_modules/');
  const target = isPackage ? (to.split('/')[1] ?? `node:${to}`) : relative(dirname(from), to);
  write(house, from, importOf(isPackage || target.startsWith('.') ? target : `./${target}`));
}

function importOf(target: string): string {
  return `export { kayak as k${target.length} } from '${target}';\n`;
}

function write(house: string, file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

/** What the checker says of a house, with the project's own rules. */
function cruise(house: string): Seen {
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const config = join(root, '.dependency-cruiser.cjs');
  const done = spawnSync(program, ['--config', config, '--output-type', 'json', ...folders], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = JSON.parse(done.stdout) as Report;
  return {
    cruised: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => lineOf({ rule: rule.name, from, to })),
  };
}
type Report = {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
};

function lineOf({ rule, from, to }: Planted): string {
  return `${rule}: ${from} → ${to}`;
}

describe('the rules of the floors', () => {
  test('find nothing in a clean house, and did look', () => {
    const { cruised, violations } = cruise(cleanHouse());
    expect(violations).toEqual([]);
    expect(cruised).toBeGreaterThan(street.length);
  }, 60_000);

  test('name each planted violation, and nothing else', () => {
    const house = cleanHouse();
    for (const one of planted) plant(house, one);
    write(house, 'packages/kernel/src/stern.ts', importOf('./bow.ts'));
    write(house, door('kayaks'), 'export const kayak = 1;\n');
    expect([...cruise(house).violations].sort()).toEqual(planted.map(lineOf).sort());
  }, 60_000);

  test('have a planted violation each', () => {
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

/** What the compiler says of one file on one side of the house. */
function typesOf(side: 'pure' | 'server' | 'apps', text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-types-'));
  made.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'kayak.ts'), text);
  const config = { extends: join(root, `tsconfig.${side}.json`), include: ['./kayak.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

describe('the types of the floors', () => {
  test.each([
    ['pure', 'document'],
    ['pure', 'process'],
    ['pure', 'fetch'],
    ['pure', 'setTimeout'],
    ['server', 'document'],
    ['apps', 'process'],
  ] as const)('%s knows no %s', (side, name) => {
    expect(typesOf(side, `export const kayak = ${name};\n`)).toContain(`Cannot find name '${name}'`);
  });

  test.each(['pure', 'server', 'apps'] as const)('%s is content with plain thought', (side) => {
    expect(typesOf(side, 'export const kayak = new Map([[1, Math.max(1, 2)]]);\n')).toBe('');
  });
});
