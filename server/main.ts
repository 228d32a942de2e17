import { join } from 'node:path';
import { createApp } from './app.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import {
  type Connection,
  createLog,
  createPlatform,
  type Log,
  logFile,
  migrate,
  roleOf,
  startPostgres,
} from './platform/index.ts';

/** A running system. */
export type Running = {
  readonly address: string;
  readonly welcome: readonly string[];
  /** Ends in order: requests, jobs, connections, and our own database last. */
  readonly stop: () => Promise<void>;
};

type Ground = {
  readonly migrator: Connection;
  readonly application: Connection;
  readonly stop: () => Promise<void>;
};

const migrations = join(import.meta.dirname, 'migrations');

/** 启动: finds the database, brings it to shape, builds the house and opens it. */
export async function start(environment: Environment, tell: (line: string) => void): Promise<Running> {
  const config = readConfig(environment);
  const log = createLog(
    config.logLevel,
    config.mode === 'demo' ? logFile(join(config.dataFolder, 'tongban.log')) : undefined,
  );
  const ground = await findGround(config, log, environment);
  try {
    tell('数据库已就绪 · database ready');
    const steps = await migrate(ground.migrator, {
      folder: migrations,
      applicationRole: roleOf(ground.application),
    });
    if (steps.length > 0) tell(`数据库结构已更新 · ${steps.length} migrations`);
    return await open({ config, log, ground, tell });
  } catch (error) {
    await ground.stop();
    throw error;
  }
}

async function open(parts: {
  config: Config;
  log: Log;
  ground: Ground;
  tell: (line: string) => void;
}): Promise<Running> {
  const { config, log, ground, tell } = parts;
  const platform = await createPlatform({
    config,
    log,
    clock: () => new Date(),
    connection: ground.application,
  });
  const app = await createApp(platform);
  await app.prepare(tell);
  await platform.start();
  const address = await platform.http.fastify.listen({ host: config.host, port: config.port });
  return {
    address,
    welcome: app.welcome(),
    async stop() {
      await platform.stop();
      await ground.stop();
    },
  };
}

async function findGround(config: Config, log: Log, environment: Environment): Promise<Ground> {
  const { database } = config;
  if (database !== undefined)
    return {
      migrator: { url: database.migratorUrl },
      application: { url: database.url },
      stop: () => Promise.resolve(),
    };
  return startPostgres({
    folder: config.dataFolder,
    programs: environment.TONGBAN_PG_BIN,
    onRestart: () => log.warn('the database had died and was started again'),
  });
}
