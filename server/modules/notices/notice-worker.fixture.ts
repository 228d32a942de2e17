import { readConfig } from '../../config.ts';
import { type Connection, createLog, createPlatform } from '../../platform/index.ts';
import { buildNotices } from './notices-built.fixture.ts';
import { createSmsGateway, type SmsPeer } from './ports/sms-http.ts';

/** What a process is told when it begins: where the database and the gateway are, and what time it is. */
export type WorkerStart = {
  readonly connection: Connection;
  readonly dataFolder: string;
  readonly peer: SmsPeer;
  readonly at: string;
};
/** Begin to work now; one-time codes are numbered from here on. */
export type WorkerGo = { readonly codesFrom: number };

/** A process of its own that hands over what is due, and sends one-time codes as long as it lives. */
const start = JSON.parse(process.argv[2] ?? '{}') as WorkerStart;
const began = performance.now();
const platform = await createPlatform({
  config: readConfig({ TONGBAN_DATA: start.dataFolder, TONGBAN_POOL: '5' }),
  log: createLog('silent'),
  clock: () => new Date(Date.parse(start.at) + performance.now() - began),
  connection: start.connection,
});
const ports = { sms: [createSmsGateway(start.peer)], receiptsFrom: [], wechat: undefined };
const { codes } = buildNotices(platform, ports);
process.once('message', (go: WorkerGo) => void work(go));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function work({ codesFrom }: WorkerGo): Promise<void> {
  process.send?.('working');
  void platform.start();
  for (let code = codesFrom; ; code += 1)
    await codes.send({ phone: '19900000088', code: String(code), minutes: 10 });
}
