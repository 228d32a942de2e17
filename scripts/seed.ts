import { parseArgs } from 'node:util';
import { seed } from '../server/seed.ts';

/** npm run seed -- --cases 10000: fills the demo with invented cases. */
const { values } = parseArgs({ options: { cases: { type: 'string', default: '10000' } } });
const cases = Number(values.cases);
if (!Number.isInteger(cases) || cases < 1 || cases > 10_000_000) {
  console.error('用法 usage: npm run seed -- --cases 10000（1 到 10000000）');
  process.exitCode = 2;
} else {
  const began = performance.now();
  const actions = await seed(process.env, cases, console.log);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`装好了 ${cases} 件、${actions} 个动作，用了 ${seconds} 秒 · seeded`);
}
