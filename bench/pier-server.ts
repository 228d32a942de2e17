import type { AddressInfo } from 'node:net';
import { boardsRoutes } from '@tongban/contract';
import { readConfig } from '../server/config.ts';
import { buildPier, pier } from '../server/modules/hall/pier.fixture.ts';
import type { Caller } from '../server/platform/caller.ts';
import { asMachine, createLog, createPlatform, serve } from '../server/platform/index.ts';

/**
 * 码头: one server process with the toy hall of thirty-four windows. Whoever calls says who they are in a header, and boards
 * need no device, so that a bench measures the queue and not the signing in.
 */
const config = readConfig({ ...process.env, TONGBAN_LOG: 'silent' });
if (config.database === undefined) throw new Error('the pier needs a database');
const connection = { url: config.database.url };
const platform = await createPlatform({
  ...{ config, log: createLog('silent'), clock: () => new Date(), connection },
});
const { http } = platform;
http.identifyBy(({ header }) => {
  const pretended = header('x-bench-caller');
  return Promise.resolve(pretended === undefined ? { role: 'anyone' } : (JSON.parse(pretended) as Caller));
});
const { hall, prepare } = buildPier(platform);
serve(http, boardsRoutes.show, () => asMachine('window', () => hall.boardOf(pier)));
serve(http, boardsRoutes.watch, (_, _caller, { gone }) => hall.watchBoard(pier, gone));
await asMachine('startup', prepare);
await platform.start();
await http.fastify.listen({ port: 0, host: '127.0.0.1' });
const { port } = http.fastify.server.address() as AddressInfo;
process.send?.({ origin: `http://127.0.0.1:${port}` });
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit(0));
