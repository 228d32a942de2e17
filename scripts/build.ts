import { buildApps } from './steps/build-apps.ts';

/** npm run build: the portal with its render bundle, the desk and the other screens, into dist/. */
await buildApps(console.log);
