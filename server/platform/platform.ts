import type { Clock } from '@tongban/kernel';
import type { Config } from '../config.ts';
import { type Connection, type Db, openDatabase } from './database.ts';
import { createGate } from './gate.ts';
import { keepHouse } from './housekeeping.ts';
import { createHttp, type Http } from './http.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createListener } from './listener.ts';
import { createLive, type Live } from './live.ts';
import type { Log } from './log.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPrinter, type Printer } from './pdf/printer.ts';
import { servePlainly } from './plain-routes.ts';
import { secretNamed } from './secrets.ts';
import { createVault, type Vault } from './vault.ts';

/** 平台: what every module stands on. */
export type Platform = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly db: Db;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly http: Http;
  readonly vault: Vault;
  readonly printer: Printer;
  /** Begins to carry events and to do jobs. */
  readonly start: () => Promise<void>;
  /** Ends in order: no new requests, streams, jobs, events, connections. */
  readonly stop: () => Promise<void>;
};

export type Ground = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** Where the application's role reaches the database. */
  readonly connection: Connection;
};

/** Creates the platform on a migrated database. */
export async function createPlatform(ground: Ground): Promise<Platform> {
  const { config, log, clock, connection } = ground;
  const database = openDatabase(connection, {
    max: config.poolSize,
    onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const { db } = database;
  const listener = createListener(connection, log);
  const outbox = createOutbox({ db, clock, log, listener });
  const jobs = createJobs({ database, clock, log });
  const live = createLive(listener);
  const secure = config.publicOrigin.startsWith('https:');
  // A request that holds its transaction may still need a second connection for a read: half of them stay free.
  const http = await createHttp({
    gate: createGate(Math.max(1, Math.floor(config.poolSize / 2))),
    db,
    log,
    clock,
    secure,
    proxies: config.proxies,
    origin: config.publicOrigin,
  });
  const printer = createPrinter();
  servePlainly(http);
  keepHouse({ db, jobs });
  return {
    ...{ config, log, clock, db, outbox, jobs, live, http },
    printer,
    vault: createVault(secretNamed(config, 'TONGBAN_VAULT_SECRET')),
    async start() {
      outbox.start();
      await listener.start();
      await jobs.start();
    },
    async stop() {
      await http.fastify.close();
      await jobs.stop();
      await outbox.stop();
      await listener.stop();
      await printer.stop();
      await database.close();
    },
  };
}
