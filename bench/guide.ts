import { execFileSync } from 'node:child_process';
import { type Answer, type Answers, evaluate, type Guide, step } from '@tongban/guide';
import {
  boundOf,
  checkGuide,
  compileGuide,
  countGuide,
  createEvaluator,
  diffGuides,
  type FactSource,
  type GuideSource,
} from '@tongban/guide/author';
import { type Peer, peersOf } from './guide-engines.ts';
import { rulesOf } from './guide-rules.ts';
import { gzipKilobytes } from './guide-size.ts';
import { spouse } from './guide-spouse.ts';
import { syntheticItem } from './guide-synthetic.ts';

/** 引导测速: our guide beside its npm peers on the same items, answers and machine, in one run. */
const ROUNDS = 4;

const guide = compile(spouse);
const table: Record<string, string | number>[] = [];
const first = await compare('投靠配偶 (23 facts, 53 outputs, recalled)', spouse, guide);
const second = await compare('synthetic (15 facts, 40 outputs)', syntheticItem(), compile(syntheticItem()));
const study = studyOf(guide);
const compileColdMs = coldCompile();
const author = '@tongban/guide/author';
const kB = {
  runtime: round(await gzipKilobytes("export * from '@tongban/guide';")),
  parser: round(await gzipKilobytes(`export { parseCondition } from '${author}';`)),
  compiler: round(await gzipKilobytes(`export { compileGuide, parseCondition } from '${author}';`)),
};
console.table(table);
console.table({ compileColdMs, ...study });
console.table({ 'kB gzip': kB });
console.log(
  JSON.stringify({
    ratio: first.ratio,
    ratioSynthetic: second.ratio,
    mismatches: first.mismatches + second.mismatches,
    fullMicroseconds: first.full,
    threeStateRatio: first.threeState,
    compileColdMs,
    ...study,
    kB,
  }),
);

function compile(source: GuideSource): Guide {
  const made = compileGuide(source);
  if (!made.ok)
    throw new Error(made.problems.map(({ path, message }) => `${path.join('/')}: ${message}`).join('\n'));
  return made.guide;
}

/** CPU per full evaluation of ours and of each peer, with every result cross-checked. */
async function compare(name: string, source: GuideSource, guide: Guide) {
  const rules = rulesOf(source);
  const people = situationsOf(source, guide, 200);
  const fast = createEvaluator(guide);
  const wanted = people.map((answers) => [...fast(answers)].map((state) => state === 2));
  const ours: Peer = {
    name: 'tongban',
    runs: 200_000,
    evaluate: (answers) => fast(answers) as unknown as boolean[],
  };
  const peers = peersOf(
    rules,
    source.facts.map(({ id }) => id),
  );
  let mismatches = 0;
  for (const peer of peers) mismatches += await countMismatches(peer, people, wanted);
  const full = await microseconds(ours, people);
  const ratio: Record<string, number> = {};
  table.push({
    item: name,
    engine: 'tongban',
    'µs per full evaluation': round(full),
    ratio: 1,
    results: people.length * rules.length,
  });
  for (const peer of peers) {
    const cost = await microseconds(peer, people);
    ratio[peer.name] = Math.round((cost / full) * 10) / 10;
    table.push({
      item: name,
      engine: peer.name,
      'µs per full evaluation': round(cost),
      ratio: ratio[peer.name] ?? 0,
      results: people.length * rules.length,
    });
  }
  const half = people.map((answers) =>
    Object.fromEntries(Object.entries(answers).filter((_, i) => i % 2 === 0)),
  );
  const threeState = (await microseconds(ours, half)) / full;
  return { ratio, mismatches, full: round(full), threeState: round(threeState) };
}

async function countMismatches(
  peer: Peer,
  people: readonly Answers[],
  wanted: readonly boolean[][],
): Promise<number> {
  let mismatches = 0;
  for (const [i, answers] of people.entries()) {
    const found = await peer.evaluate(answers);
    for (const [j, one] of wanted[i]?.entries() ?? []) if (found[j] !== one) mismatches++;
  }
  return mismatches;
}

/** CPU time of this process, threads included, per evaluation; the quietest of some rounds. */
async function microseconds(peer: Peer, people: readonly Answers[]): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < peer.runs; i++) {
      const found = peer.evaluate(people[i % people.length] as Answers);
      if (found instanceof Promise) await found;
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / peer.runs);
  }
  return best;
}

/** Complete answers drawn by the author's shares, the same every time, as far as the constraints allow them. */
function situationsOf(source: GuideSource, guide: Guide, wanted: number): Answers[] {
  let seed = 42;
  const chance = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const pick = (many: number, shares: readonly number[] = new Array<number>(many).fill(1 / many)): number => {
    const drawn = chance();
    let [value, sum] = [0, shares[0] ?? 1];
    while (sum <= drawn && value < many - 1) sum += shares[++value] ?? 0;
    return value;
  };
  const answerTo = ({ type, options = [], min = 0, prior }: FactSource): Answer => {
    if (type === 'bool') return pick(2, prior) === 1;
    if (type === 'number') return min + Math.floor(chance() * 60);
    if (type === 'multi') return options.filter((_, i) => chance() < (prior?.[i] ?? 0.5));
    return options[pick(options.length, prior)] as string;
  };
  const found: Answers[] = [];
  while (found.length < wanted) {
    const answers = Object.fromEntries(source.facts.map((fact) => [fact.id, answerTo(fact)]));
    if (!step(guide, answers).contradiction) found.push(answers);
  }
  return found;
}

/** What an author waits for, and what the frozen order achieves. */
function studyOf(guide: Guide) {
  const changed = structuredClone(spouse);
  const [, second, third] = changed.materials;
  if (second) second.when = `${second.when} and 办理人 = "本人"`;
  if (third) third.when = '原户口类型 in ("单位集体户", "学生集体户")';
  const next = compile(changed);
  const checks = once(() => checkGuide(guide));
  const diff = once(() => diffGuides(guide, next));
  const counts = once(() => countGuide(guide));
  const asked = boundOf(guide);
  const recompile = once(() => compile(spouse));
  const evaluated = evaluate(guide, {}).length;
  return {
    compileWarmMs: round(recompile.ms),
    checksMs: round(checks.ms),
    findings: checks.value.length,
    diffMs: round(diff.ms),
    changedOutputs: diff.value.outputs.length,
    countsMs: round(counts.ms),
    situations: `${counts.value.situations}`,
    paths: `${counts.value.paths}`,
    checklists: `${counts.value.checklists}`,
    outputs: evaluated,
    questionsExpected: round(asked.expected),
    questionsBound: round(asked.bound),
    guideBytes: JSON.stringify(guide).length,
  };
}

/** The first compilation in a fresh process, modules already loaded; the quietest of five. */
function coldCompile(): number {
  const code = [
    "import { compileGuide } from '@tongban/guide/author';",
    "import { spouse } from './guide-spouse.ts';",
    'const before = process.threadCpuUsage();',
    'compileGuide(spouse);',
    'const { user, system } = process.threadCpuUsage(before);',
    'console.log((user + system) / 1000);',
  ].join('');
  const options = { cwd: import.meta.dirname, encoding: 'utf8' } as const;
  const runs = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], options)),
  );
  return round(Math.min(...runs));
}

/** One run and the CPU time of its thread, which a busy machine does not lengthen. */
function once<T>(make: () => T): { value: T; ms: number } {
  const before = process.threadCpuUsage();
  const value = make();
  const { user, system } = process.threadCpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
