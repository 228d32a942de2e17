import { start } from '../../server/main.ts';
import { buildIfChanged } from './build-apps.ts';

/** 启动: builds what has changed, opens the house and says where it is; ends in order when told to. */
export async function launch(): Promise<void> {
  const began = performance.now();
  const tell = (line: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`);
  try {
    await buildIfChanged(tell);
    const running = await start(process.env, tell);
    tell(`已打开 · open at ${running.address}`);
    for (const line of running.welcome) console.log(`         ${line}`);
    endInOrder(running.stop, tell);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (process.env.TONGBAN_LOG === 'debug') console.error(error);
    process.exitCode = 1;
    process.exit();
  }
}

function endInOrder(stop: () => Promise<void>, tell: (line: string) => void): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    tell('正在停止 · stopping');
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => void end());
}
