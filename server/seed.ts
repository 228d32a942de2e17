import pg from 'pg';
import { createApp } from './app.ts';
import type { Environment } from './config.ts';
import { breakGround } from './ground.ts';
import { asMachine, type Connection, settingsOf } from './platform/index.ts';

/** Tables with row policies that bind even their owner; while invented cases are loaded, the owner is let through. */
const guarded = [
  'cases.case',
  'cases.action',
  'cases.of_person',
  'cases.counter',
  'cases.pickup',
  'identity.person',
];

/** 演示数据: opens the house without serving it and fills it with invented cases; answers with the number of actions. */
export async function seed(
  environment: Environment,
  cases: number,
  tell: (line: string) => void,
): Promise<number> {
  const { platform, owner, stop } = await breakGround(environment, tell);
  try {
    if (platform.config.mode !== 'demo') throw new Error('演示数据只能装进演示系统 · the demo only');
    return await asMachine('startup', async () => {
      const app = await createApp(platform);
      await app.prepare(tell);
      return withOwner(owner, (client) => app.seed({ cases, client, tell: progress(cases, tell) }));
    });
  } finally {
    await stop();
  }
}

async function withOwner<T>(owner: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settingsOf(owner));
  await client.connect();
  try {
    for (const table of guarded) await client.query(`alter table ${table} no force row level security`);
    const done = await work(client);
    await client.query(`vacuum analyze ${guarded.join(', ')}`);
    return done;
  } finally {
    for (const table of guarded) await client.query(`alter table ${table} force row level security`);
    await client.end();
  }
}

/** Says now and then how far it is and how long it will take. */
function progress(cases: number, tell: (line: string) => void): (done: number) => void {
  const began = performance.now();
  let told = 0;
  return (done) => {
    if (done - told < cases / 50 && done < cases) return;
    told = done;
    const seconds = (performance.now() - began) / 1000;
    const left = Math.round((seconds / done) * (cases - done));
    tell(`  ${done}/${cases} 件，${Math.round(done / seconds)} 件/秒，还要 ${left} 秒`);
  };
}
