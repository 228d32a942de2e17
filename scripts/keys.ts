import { rotateHouseKeys } from '../server/keys.ts';
import type { Progress } from '../server/platform/index.ts';

// 换钥: takes new data keys into use and seals every personal value anew; servers may go on working.
const [verb] = process.argv.slice(2);
if (verb === 'rotate') await rotate();
else {
  console.error('用法 usage: npm run keys -- rotate');
  process.exitCode = 2;
}

function nameOf(progress: Progress): string {
  return 'store' in progress ? progress.store : `${progress.table}.${progress.column}`;
}

async function rotate(): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  try {
    const values = await rotateHouseKeys(process.env, {
      tell: (progress) => console.log(`${nameOf(progress)}  ${progress.rows}`),
      signal: stopping.signal,
    });
    console.log(`换钥完成，重新加密 ${values} 个值 · keys rotated, ${values} values sealed anew`);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.log('已停下，旧钥匙照常能用；再运行一次就接着做 · stopped; run it again to go on');
    process.exitCode = 1;
  }
}
