import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Connection, settingsOf } from './database.ts';
import type { Log } from './log.ts';

/** 监听: one connection that hears what other processes notify; it comes back by itself after a loss. */
export type Listener = {
  readonly on: (channel: string, hear: (payload: string) => void) => void;
  /** Called each time the connection has come back, when something may have been missed. */
  readonly onReturn: (again: () => void) => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const retryMs = 500;

/** Creates a listener on a database; nothing is heard before it is started. */
export function createListener(connection: Connection, log: Log): Listener {
  const hearers = new Map<string, ((payload: string) => void)[]>();
  const returns: (() => void)[] = [];
  let client: pg.Client | undefined;
  let stopped = false;

  const open = async () => {
    const fresh = new pg.Client({
      ...settingsOf(connection),
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    fresh.on('notification', ({ channel, payload }) => {
      for (const hear of hearers.get(channel) ?? []) hear(payload ?? '');
    });
    fresh.on('error', (error) => log.warn({ err: error }, 'listener lost its connection'));
    await fresh.connect();
    fresh.once('end', () => void comeBack());
    for (const channel of hearers.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    client = fresh;
  };
  const comeBack = async () => {
    while (!stopped) {
      await sleep(retryMs, undefined, { ref: false });
      const back =
        stopped ||
        (await open().then(
          () => true,
          () => false,
        ));
      if (back) break;
    }
    if (!stopped) for (const again of returns) again();
  };
  return {
    on: (channel, hear) => {
      hearers.set(channel, [...(hearers.get(channel) ?? []), hear]);
    },
    onReturn: (again) => {
      returns.push(again);
    },
    start: open,
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
