import { join } from 'node:path';
import { type Config, type Environment, readConfig } from './config.ts';
import {
  type Connection,
  createLog,
  createPlatform,
  type Log,
  logFile,
  migrate,
  type Platform,
  roleOf,
  startPostgres,
} from './platform/index.ts';

/** A platform on a migrated database, and how to leave it. */
export type Ground = {
  readonly platform: Platform;
  /** The database as the owner of its tables reaches it; for changes of keys. */
  readonly owner: Connection;
  readonly stop: () => Promise<void>;
};

type Database = {
  readonly migrator: Connection;
  readonly application: Connection;
  readonly stop: () => Promise<void>;
};

const migrations = join(import.meta.dirname, 'migrations');

/** 地基: reads the surroundings, finds the database, brings it to shape and creates the platform on it. */
export async function breakGround(environment: Environment, tell: (line: string) => void): Promise<Ground> {
  const config = readConfig(environment);
  const log = createLog(
    config.logLevel,
    config.mode === 'demo' ? logFile(join(config.dataFolder, 'tongban.log')) : undefined,
  );
  const database = await findDatabase(config, log, environment);
  try {
    tell('数据库已就绪 · database ready');
    const applicationRole = roleOf(database.application);
    const steps = await migrate(database.migrator, { folder: migrations, applicationRole });
    if (steps.length > 0) tell(`数据库结构已更新 · ${steps.length} migrations`);
    const connection = database.application;
    const platform = await createPlatform({ config, log, clock: () => new Date(), connection });
    const stop = async () => {
      await platform.stop();
      await database.stop();
    };
    return { platform, owner: database.migrator, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function findDatabase(config: Config, log: Log, environment: Environment): Promise<Database> {
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
