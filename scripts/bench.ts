import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { watchStolen } from './steps/stolen.ts';

/** npm run bench NAME: runs one measurement. */
const folder = join(import.meta.dirname, '..', 'bench');
const name = process.argv[2];
const file = join(folder, `${name}.ts`);
if (name === undefined || !existsSync(file)) {
  const names = readdirSync(folder).filter((one) => one.endsWith('.ts'));
  console.error(`用法 usage: npm run bench NAME\n${names.map((one) => `  ${one.slice(0, -3)}`).join('\n')}`);
  process.exitCode = 1;
} else {
  const stolen = watchStolen();
  process.once('exit', () =>
    console.error(`host took ${Math.round((stolen() ?? 0) * 100)} % of the processors meanwhile`),
  );
  await import(file);
}
