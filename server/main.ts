import { createApp } from './app.ts';
import type { Environment } from './config.ts';
import { breakGround, type Ground } from './ground.ts';
import { asMachine } from './platform/index.ts';

/** A running system. */
export type Running = {
  readonly address: string;
  readonly welcome: readonly string[];
  /** Ends in order: requests, jobs, connections, and our own database last. */
  readonly stop: () => Promise<void>;
};

/** 启动: builds the house on its ground and opens it. */
export async function start(environment: Environment, tell: (line: string) => void): Promise<Running> {
  const ground = await breakGround(environment, tell);
  try {
    return await open(ground, tell);
  } catch (error) {
    await ground.stop();
    throw error;
  }
}

async function open({ platform, stop }: Ground, tell: (line: string) => void): Promise<Running> {
  const { config, http } = platform;
  const app = await asMachine('startup', async () => {
    const built = await createApp(platform);
    await built.prepare(tell);
    return built;
  });
  await platform.start();
  const address = await http.fastify.listen({ host: config.host, port: config.port });
  return { address, welcome: app.welcome(), stop };
}
