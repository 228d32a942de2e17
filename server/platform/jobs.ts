import type { Clock } from '@tongban/kernel';
import {
  Logger,
  type ParsedCronItem,
  parseCronItem,
  type Runner,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import { asMachine } from './acting.ts';
import type { Database, Tx } from './database.ts';
import type { Log } from './log.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** 任务: a kind of work done later, outside the request. */
export type Job<S extends TSchema = TSchema> = {
  readonly name: string;
  readonly schema: S;
  readonly fits: (data: unknown) => boolean;
};

export type JobOptions = {
  /** Not before this moment; absent means at once. */
  readonly runAt?: Date;
  /** A later job under the same key replaces one that has not begun. */
  readonly key?: string;
  readonly maxAttempts?: number;
};

/** Which run of a job this is; `id` stays the same when it is tried again, so give it to outsiders as their key. */
export type Run = { readonly id: string; readonly attempt: number };

export type Jobs = ReturnType<typeof createJobs>;

/** Declares a kind of job by its name `module.verb` and the shape of its data. */
export function job<S extends TSchema>(name: string, schema: S): Job<S> {
  const checker = Compile(schema);
  return { name, schema, fits: (data) => checker.Check(data) };
}

/** Orders a job in the transaction that makes it necessary. */
export async function enqueue<S extends TSchema>(
  tx: Tx,
  order: { readonly job: Job<S>; readonly data: Static<S> } & JobOptions,
): Promise<void> {
  if (!order.job.fits(order.data))
    throw new Error(`The data of job ${order.job.name} do not have their promised shape`);
  await sql`select graphile_worker.add_job(${order.job.name}, ${JSON.stringify(order.data)}::json,
    run_at => coalesce(${order.runAt ?? null}::timestamptz, now()),
    job_key => ${order.key ?? null}::text,
    max_attempts => ${order.maxAttempts ?? 12}::integer)`.execute(tx);
}

/** Takes back a job ordered under a key, if it has not begun. */
export async function withdraw(tx: Tx, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(tx);
}

/** 任务台: does jobs and timers, in any number of server processes at once. */
export function createJobs(deps: { database: Database; clock: Clock; log: Log }) {
  const { database, clock, log } = deps;
  const tasks: TaskList = {};
  const timers: ParsedCronItem[] = [];
  const repeats = new Map<string, (now: Date) => Promise<void>>();
  const logger = new Logger(() => (level, message) => log.debug({ level }, message));
  const paced = createPaced(log);
  let runner: Runner | undefined;

  const add = (name: string, task: NonNullable<TaskList[string]>) => {
    if (tasks[name] !== undefined) throw new Error(`Two jobs are named ${name}`);
    tasks[name] = task;
  };
  return {
    /** Names who does a kind of job; before the start. Done at least once, again after a failure. */
    handle<S extends TSchema>(kind: Job<S>, work: (data: Static<S>, run: Run) => Promise<void>): void {
      add(kind.name, (data, { job: row }) =>
        asMachine('worker', () => work(data as Static<S>, { id: row.id, attempt: row.attempts })),
      );
    },
    /** Does something again and again; the five fields of cron are read in UTC. */
    every(name: string, cron: string, work: (now: Date) => Promise<void>): void {
      const round = (now: Date) => asMachine('worker', () => work(now));
      add(name, () => round(clock()));
      repeats.set(name, round);
      timers.push(parseCronItem({ task: name, match: cron, identifier: name }));
    },
    often: paced.often,
    /** Whether this process does jobs by itself; a script or a test does them when it says so. */
    isRunning: () => runner !== undefined,
    async start(): Promise<void> {
      const options = { pgPool: database.pool, concurrency: 4, pollInterval: 2000, noHandleSignals: true };
      runner = await run({ ...options, taskList: tasks, parsedCronItems: timers, logger });
      runner.promise.catch((error: unknown) => log.error({ err: error }, 'jobs have stopped'));
      paced.start();
    },
    async stop(): Promise<void> {
      await paced.stop();
      await runner?.stop();
    },
    /** Does everything due by our clock now, for tests and for a moved clock. */
    async runDue(): Promise<void> {
      await sql`update graphile_worker._private_jobs set run_at = now()
        where run_at <= ${clock()} and locked_at is null and attempts < max_attempts`.execute(database.db);
      await runOnce({ pgPool: database.pool, taskList: tasks, noHandleSignals: true, logger });
    },
    /** Does a timer's work now, by its name. */
    async runTimer(name: string): Promise<void> {
      const work = repeats.get(name);
      if (work === undefined) throw new Error(`No timer is named ${name}`);
      await work(clock());
    },
  };
}

/** Work every process does for itself, again and again while it is open. */
function createPaced(log: Log) {
  const rounds: Rounds[] = [];
  return {
    /** Does something in this process again as soon as so many ms have gone by since the last time. */
    often(name: string, pauseMs: number, work: () => Promise<void>): void {
      const round = async () => {
        await asMachine('worker', work);
        return pauseMs;
      };
      const onError = (error: unknown) => log.warn({ err: error, name }, 'a round of work failed');
      rounds.push(createRounds(round, { pauseMs, onError }));
    },
    start: () => {
      for (const one of rounds) one.wake();
    },
    stop: () => Promise.all(rounds.map((one) => one.stop())),
  };
}
