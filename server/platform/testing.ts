import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';
import pg from 'pg';
import { inject } from 'vitest';
import { readConfig } from '../config.ts';
import { type Arrival, anonymous, type Caller } from './caller.ts';
import { type Connection, settingsOf } from './database.ts';
import { newId } from './ids.ts';
import { createLog, type Log } from './log.ts';
import { createPlatform, type Platform } from './platform.ts';
import type { TestPostgres } from './testing-setup.ts';

/** 试验屋: the real house on its own database, with a clock that can be moved and callers to pretend. */
export type TestHouse = Awaited<ReturnType<typeof createTestHouse>>;

export type TestOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly startsAt?: Date;
  /** Where the house writes its log; by default nowhere. */
  readonly log?: Log;
};

const callerHeader = 'x-test-caller';

/** Builds a house from the modules a test is about. Close it with `stop` after the tests of the file. */
export async function createTestHouse(build: (platform: Platform) => unknown, options: TestOptions = {}) {
  const postgres = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(postgres, `create database ${database} template ${postgres.template}`);
  const connection = at(postgres.application, database);
  const { clock, moveTo, moveBy } = createMovingClock(options.startsAt);
  const folder = `${postgres.folder}/data-${database}`;
  const config = readConfig({
    TONGBAN_DATA: folder,
    TONGBAN_POOL: '5',
    TONGBAN_HOLD: '0',
    ...options.environment,
  });
  const platform = await createPlatform({
    ...{ config, log: options.log ?? createLog('silent'), clock, connection },
    // What a test asks of the database directly, it asks as the house; what it asks over HTTP, as its caller.
    standIn: 'worker',
  });
  const stop = async () => {
    await platform.stop();
    await asSuperuser(postgres, `drop database ${database} with (force)`);
  };
  platform.http.identifyBy(identifyPretended);
  try {
    await build(platform);
    await platform.http.fastify.ready();
  } catch (error) {
    await stop();
    throw error;
  }
  /** `connection` is the application's, `ownerConnection` that of the owner of the tables. */
  const house = { platform, db: platform.db, connection, ownerConnection: at(postgres.migrator, database) };
  return { ...house, ...createVisitors(platform), ...createDriving(platform), clock, moveTo, moveBy, stop };
}

/** The ways to come to the house. */
function createVisitors(platform: Platform) {
  return {
    /** The client of a caller who is signed in in this part. */
    as: (caller: Caller): Call => createCall((sent) => send(platform, sent, caller), newId),
    /** The client of someone who has not signed in. */
    anyone: createCall((sent) => send(platform, sent, undefined), newId),
    /** A bare request, to test what a client would never send. */
    inject: platform.http.fastify.inject.bind(platform.http.fastify),
    /** Headers by which a bare request pretends to come from a caller. */
    headersOf: (caller: Caller) => ({ [callerHeader]: JSON.stringify(caller) }),
  };
}

/** The ways to make the house go on by itself. */
function createDriving(platform: Platform) {
  return {
    /** Starts everything and opens a real port, for streams; returns its origin. */
    async listen(): Promise<string> {
      await platform.start();
      await platform.http.fastify.listen({ port: 0, host: '127.0.0.1' });
      const { port } = platform.http.fastify.server.address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    },
    /** Carries all events and does all jobs due by the house's clock. */
    async settle(): Promise<void> {
      await platform.outbox.settle();
      await platform.jobs.runDue();
      await platform.outbox.settle();
    },
  };
}

function identifyPretended({ header }: Arrival): Promise<Caller> {
  const pretended = header(callerHeader);
  return Promise.resolve(pretended === undefined ? anonymous : readCaller(pretended));
}

/** A clock that stands where it was put and moves only when told. */
function createMovingClock(startsAt = new Date('2026-03-02T01:30:00Z')) {
  let now = startsAt;
  return {
    clock: () => new Date(now),
    moveTo: (moment: Date) => {
      now = moment;
    },
    moveBy: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => {
      const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}

async function send(platform: Platform, sent: Sent, caller: Caller | undefined): Promise<Received> {
  const pretended = caller === undefined ? {} : { [callerHeader]: JSON.stringify(caller) };
  const answer = await platform.http.fastify.inject({
    method: sent.method as 'GET',
    url: sent.url,
    headers: { ...sent.headers, ...pretended },
    ...(sent.body === undefined
      ? {}
      : { payload: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }),
  });
  return {
    status: answer.statusCode,
    contentType: String(answer.headers['content-type'] ?? ''),
    bytes: () => Promise.resolve(answer.rawPayload),
    text: () => Promise.resolve(answer.payload),
  };
}

function readCaller(text: string): Caller {
  const { steppedUpAt, ...caller } = JSON.parse(text) as Caller & { steppedUpAt?: string };
  return steppedUpAt === undefined ? caller : { ...caller, steppedUpAt: new Date(steppedUpAt) };
}

function at(connection: Connection, database: string): Connection {
  if ('host' in connection) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

async function asSuperuser(postgres: TestPostgres, statement: string): Promise<void> {
  const client = new pg.Client(settingsOf(postgres.superuser));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
