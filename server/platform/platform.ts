import { join } from 'node:path';
import type { Clock } from '@tongban/kernel';
import type { Config } from '../config.ts';
import { type Machine, whoActs } from './acting.ts';
import { createAnchor } from './audit/anchor.ts';
import { noteSigner } from './audit/keys.ts';
import { type AuditLog, createAuditLog } from './audit/log.ts';
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
import { openKeptVault } from './vault/kept-vault.ts';
import type { Vault } from './vault.ts';

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
  readonly auditLog: AuditLog;
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
  /** As which machine the database is asked where nobody acts; for scripts and tests, never for a house that is open. */
  readonly standIn?: Machine;
};

/** At most one checkpoint in so many seconds goes to the anchor. */
const anchorSeconds = 10;

/** Creates the platform on a migrated database. */
export async function createPlatform(ground: Ground): Promise<Platform> {
  const { config, log, clock, connection, standIn } = ground;
  const database = openDatabase(connection, {
    max: config.poolSize,
    whoActs: standIn === undefined ? whoActs : () => whoActs() ?? { role: standIn },
    onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const { db } = database;
  const listener = createListener(connection, log);
  const outbox = createOutbox({ db, clock, log, listener });
  const jobs = createJobs({ database, clock, log });
  const live = createLive(listener);
  const auditLog = openAuditLog(ground, db);
  const secret = secretNamed(config, 'TONGBAN_VAULT_SECRET');
  const keptVault = await openKeptVault({ db, log, listener, secret, suite: config.suite });
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
    auditIsOverdue: auditLog.isOverdue,
    live,
  });
  const printer = createPrinter();
  servePlainly(http);
  keepHouse({ db, jobs });
  return {
    ...{ config, log, clock, db, outbox, jobs, live, http },
    ...{ printer, auditLog },
    vault: keptVault.vault,
    start: async () => {
      for (const part of [outbox, auditLog, keptVault, listener, jobs]) await part.start();
    },
    stop: async () => {
      await http.fastify.close();
      for (const part of [jobs, outbox, auditLog, keptVault, listener, printer]) await part.stop();
      await database.close();
    },
  };
}

function openAuditLog({ config, log }: Ground, db: Db): AuditLog {
  const { sealing, dataFolder } = config;
  return createAuditLog({
    ...{ db, log, ...sealing },
    signer: noteSigner(sealing, join(dataFolder, 'secrets', 'audit-key.pem')),
    anchor: createAnchor(sealing.anchor, anchorSeconds),
  });
}
