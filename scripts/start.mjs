// npm start: from a fresh checkout to an open address.
import { fileURLToPath } from 'node:url';
import { isReady } from './ready.mjs';

if (isReady(fileURLToPath(import.meta.url))) {
  const { launch } = await import('./steps/launch.ts');
  await launch();
}
