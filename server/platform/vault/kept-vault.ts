import type { Db } from '../database.ts';
import type { Listener } from '../listener.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import { createVault, type Vault } from '../vault.ts';
import { keyChannel } from './key-store.ts';
import { openKeys } from './keyring.ts';
import type { SuiteName } from './suites.ts';

type Deps = { db: Db; log: Log; listener: Listener; secret: string; suite: SuiteName };

/** Keys are read again at least this often, so that a change of keys knows when everybody has learnt of it. */
const everyMs = 3000;
/** How long a change of keys waits for that. */
export const keysGraceMs = 2 * everyMs;

/** Opens the vault of a house: it follows every change of keys while the house is open. */
export async function openKeptVault({ db, log, listener, secret, suite }: Deps) {
  const { ring, refresh } = await openKeys({ db, secret, suite });
  if (ring.sealing().suite !== suite)
    log.warn({ suite, used: ring.sealing().suite }, 'another suite is configured: npm run keys -- rotate');
  const again = () => refresh().then(() => everyMs);
  const onError = (error: unknown) => log.warn({ err: error }, 'data keys could not be read again');
  const rounds = createRounds(again, { pauseMs: everyMs, onError });
  listener.on(keyChannel, rounds.wake);
  const vault: Vault = createVault(ring);
  return { vault, start: rounds.wake, stop: rounds.stop };
}
