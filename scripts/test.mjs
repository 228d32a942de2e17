// npm test: every check and every test, with one line of result at the end.
import { fileURLToPath } from 'node:url';
import { isReady } from './ready.mjs';

if (isReady(fileURLToPath(import.meta.url))) {
  const { testAll } = await import('./steps/test-all.ts');
  process.exitCode = await testAll();
}
