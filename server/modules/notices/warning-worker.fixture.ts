import { readConfig } from '../../config.ts';
import { type Connection, createLog, createPlatform } from '../../platform/index.ts';
import { buildNotices } from './notices-built.fixture.ts';

/** What a process is told when it begins: where the database is, and what time it is. */
export type WarningWorkerStart = {
  readonly connection: Connection;
  readonly dataFolder: string;
  readonly at: string;
};

/** A process of its own that does what is to be done by itself, as long as it lives. */
const start = JSON.parse(process.argv[2] ?? '{}') as WarningWorkerStart;
const platform = await createPlatform({
  config: readConfig({ TONGBAN_DATA: start.dataFolder, TONGBAN_POOL: '5' }),
  log: createLog('silent'),
  clock: () => new Date(start.at),
  connection: start.connection,
});
buildNotices(platform, { sms: [], receiptsFrom: [], wechat: undefined });
process.on('disconnect', () => process.exit(0));
await platform.start();
process.send?.('working');
