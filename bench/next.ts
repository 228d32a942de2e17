import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { WindowQueue } from '@tongban/contract';
import { ask, clerkAt, fillQueue, openPier, type Pier, quantile, send } from './pier.ts';

/**
 * 叫号测速: two thousand people wait and thirty-two windows press “next” through HTTP, each after a pause of its own, about
 * eight presses a second in the hall, many times as many as a hall of thirty-two has; then all of them at the same moment,
 * again and again, to see whether two ever get one ticket.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    people: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '12' },
    bursts: { type: 'string', default: '8' },
  },
});
const [people, rounds, bursts] = [values.people, values.rounds, values.bursts].map(Number) as [
  number,
  number,
  number,
];
const windows = 32;
const pauseMs = 4000;

const pier = await openPier(1);
try {
  await measure(pier);
} finally {
  await pier.close();
  rmSync(pier.folder, { recursive: true, force: true });
}

async function measure(open: Pier): Promise<void> {
  const [origin = ''] = open.origins;
  await fillQueue(open, people);
  const clerks = Array.from({ length: windows }, (_, at) => clerkAt(at + 1));
  for (const clerk of clerks) {
    await send(origin, { method: 'PUT', path: '/desk/queue/state', clerk, body: { state: 'open' } });
  }
  const press = (clerk: string) =>
    send<WindowQueue>(origin, { method: 'POST', path: '/desk/calls', clerk, body: {} });
  const finish = async (clerk: string, ticket: string) => {
    const path = `/desk/tickets/${ticket}/acts`;
    await send(origin, { method: 'POST', path, clerk, body: { act: 'finish', next: false } });
  };
  const called: string[] = [];
  const serve = async (clerk: string): Promise<number> => {
    const { status, body, ms } = await press(clerk);
    if (status !== 200 || body.current === undefined)
      throw new Error(`a window was given nobody (${status})`);
    called.push(body.current.ticket);
    await finish(clerk, body.current.ticket);
    return ms;
  };
  for (const clerk of clerks) await serve(clerk);

  const [used, before] = [await open.cpuMs(), called.length];
  const paced = await Promise.all(clerks.map((clerk, at) => atOwnPace(() => serve(clerk), at)));
  const together: number[] = [];
  for (let burst = 0; burst < bursts; burst += 1) together.push(...(await Promise.all(clerks.map(serve))));
  const cpuMs = ((await open.cpuMs()) - used) / (called.length - before);
  await tell(open, { paced: paced.flat(), together, called, cpuMs });
}

/** One window after another, each a little later than the one before, as people press keys. */
async function atOwnPace(serve: () => Promise<number>, at: number): Promise<number[]> {
  const took: number[] = [];
  await pause((at * pauseMs) / windows);
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    took.push(await serve());
    await pause(Math.max(0, pauseMs - (performance.now() - began)));
  }
  return took;
}

type Told = {
  paced: readonly number[];
  together: readonly number[];
  called: readonly string[];
  cpuMs: number;
};

async function tell(open: Pier, { paced, together, called, cpuMs }: Told): Promise<void> {
  const twice = await ask<{ count: string }>(
    open,
    `select count(*) from (select from hall.ticket_event where what = 'called' group by ticket_id having count(*) > 1) as t`,
  );
  const doubled = called.length - new Set(called).size + Number(twice[0]?.count ?? Number.NaN);
  console.table({
    'presses at their own pace': {
      calls: paced.length,
      p50: quantile(paced, 0.5),
      p95: quantile(paced, 0.95),
    },
    'all at one moment': {
      calls: together.length,
      p50: quantile(together, 0.5),
      p95: quantile(together, 0.95),
    },
  });
  console.log(
    JSON.stringify({
      ...{ waiting: people, windows, calls: called.length, doubled },
      ...{ p50: quantile(paced, 0.5), p95: quantile(paced, 0.95), p95Together: quantile(together, 0.95) },
      /** Of the server process, for one call and the finish after it. */
      cpuMs: quantile([cpuMs], 0),
    }),
  );
}
