import pg from 'pg';
import { type App, createApp } from './app.ts';
import type { Environment } from './config.ts';
import { breakGround } from './ground.ts';
import type { InventedOrder } from './modules/hotline/index.ts';
import { asMachine, type Connection, settingsOf } from './platform/index.ts';

/** Tables with row policies that bind even their owner; while invented cases are loaded, the owner is let through. */
const guarded = [
  'cases.case',
  'cases.action',
  'cases.of_person',
  'cases.counter',
  'cases.pickup',
  'identity.person',
  'hotline."order"',
  'hotline.step',
  'hotline.seat',
];
/** Tables without them that are filled besides. */
const open = ['hotline.indexed'];

/** 演示数据: opens the house without serving it and fills it with invented cases; answers with the number of actions. */
export function seed(environment: Environment, cases: number, tell: (line: string) => void): Promise<number> {
  return fill(environment, tell, (app, client) =>
    app.seed({ cases, client, tell: progress({ all: cases, unit: '件', tell }) }),
  );
}

/** 演示诉求: the same for orders, which whoever calls has invented; answers with how many were taken in. */
export function fillOrders(
  environment: Environment,
  orders: readonly InventedOrder[],
  tell: (line: string) => void,
): Promise<number> {
  return fill(environment, tell, (app, client) =>
    app.orders.seed({ orders, client, tell: progress({ all: orders.length, unit: '单', tell }) }),
  );
}

/** 更正: what people of this house classified otherwise than the model; for training. */
export async function readOrderCorrections(environment: Environment, tell: (line: string) => void) {
  const { platform, stop } = await breakGround(environment, tell);
  try {
    return await asMachine('startup', async () => (await createApp(platform)).orders.corrections());
  } finally {
    await stop();
  }
}

type Fill = (app: App, client: pg.Client) => Promise<number>;

async function fill(environment: Environment, tell: (line: string) => void, work: Fill): Promise<number> {
  const { platform, owner, stop } = await breakGround(environment, tell);
  try {
    if (platform.config.mode !== 'demo') throw new Error('演示数据只能装进演示系统 · the demo only');
    return await asMachine('startup', async () => {
      const app = await createApp(platform);
      await app.prepare(tell);
      return withOwner(owner, (client) => work(app, client));
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
    await client.query(`vacuum analyze ${[...guarded, ...open].join(', ')}`);
    return done;
  } finally {
    for (const table of guarded) await client.query(`alter table ${table} force row level security`);
    await client.end();
  }
}

type Progress = { all: number; unit: string; tell: (line: string) => void };

/** Says now and then how far it is and how long it will take. */
function progress({ all, unit, tell }: Progress): (done: number) => void {
  const began = performance.now();
  let told = 0;
  return (done) => {
    if (done - told < all / 50 && done < all) return;
    told = done;
    const seconds = (performance.now() - began) / 1000;
    const left = Math.round((seconds / done) * (all - done));
    tell(`  ${done}/${all} ${unit}，${Math.round(done / seconds)} ${unit}/秒，还要 ${left} 秒`);
  };
}
