import { EventEmitter, on } from 'node:events';
import type { Told } from '@tongban/contract';
import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import type { Tx } from './database.ts';
import type { Listener } from './listener.ts';

/** A subject screens follow live, e.g. the board of a hall; each thing of the kind has its key. */
export type Topic<S extends TSchema = TSchema> = {
  readonly name: string;
  readonly schema: S;
  readonly fits: (data: unknown) => boolean;
};

export type Live = ReturnType<typeof createLive>;

const channel = 'tongban_live';
const roomyBytes = 7500;
const lost = Symbol('lost');

/** Declares a live topic by its name `module.subject` and the shape of what is told. */
export function topic<S extends TSchema>(name: string, schema: S): Topic<S> {
  const checker = Compile(schema);
  return { name, schema, fits: (data) => checker.Check(data) };
}

/** Tells every screen following this key, once the transaction is committed; send ids, not documents. */
export async function announce<S extends TSchema>(
  tx: Tx,
  told: { readonly topic: Topic<S>; readonly key: string; readonly data: Static<S> },
): Promise<void> {
  const payload = JSON.stringify({ name: `${told.topic.name} ${told.key}`, data: told.data });
  if (!told.topic.fits(told.data))
    throw new Error(`What is told on ${told.topic.name} does not have its promised shape`);
  if (Buffer.byteLength(payload) > roomyBytes)
    throw new Error(`What is told on ${told.topic.name} is too long`);
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
}

/** Ends every stream that was opened in these sessions, in whichever process it runs, once the transaction is committed. */
export async function endStreams(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const payloads = sessionIds.map((id) => JSON.stringify({ name: overName(id) }));
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as told(payload)`.execute(
    tx,
  );
}

const overName = (sessionId: string) => `platform.session-over ${sessionId}`;

/** 实时: hears announcements of all server processes and passes them to the streams of this one. */
export function createLive(listener: Listener) {
  const hub = new EventEmitter().setMaxListeners(0);
  listener.on(channel, (payload) => {
    const { name, data } = JSON.parse(payload) as { name: string; data?: unknown };
    hub.emit(name, data);
  });
  // What was told meanwhile is lost; ending the streams makes every screen come back and read afresh.
  listener.onReturn(() => hub.emit(lost as never));
  return {
    /** The same signal, which also comes when the session of whoever listens is over. */
    untilOver(sessionId: string, gone: AbortSignal): AbortSignal {
      const over = new AbortController();
      const end = () => over.abort();
      hub.once(overName(sessionId), end);
      gone.addEventListener('abort', () => hub.off(overName(sessionId), end), { once: true });
      return AbortSignal.any([gone, over.signal]);
    },
    /** Everything told on one key from now on, until the signal or a loss of the connection. */
    async *listen<S extends TSchema>(
      followed: { readonly topic: Topic<S>; readonly key: string },
      gone: AbortSignal,
    ): AsyncIterable<Told<Static<S>>> {
      const over = new AbortController();
      const end = () => over.abort();
      hub.once(lost as never, end);
      const signal = AbortSignal.any([gone, over.signal]);
      try {
        for await (const [data] of on(hub, `${followed.topic.name} ${followed.key}`, { signal }))
          yield { data: data as Static<S> };
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        hub.off(lost as never, end);
      }
    },
  };
}
