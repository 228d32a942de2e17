import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';

/** 事件: a past fact with ids, as told to those who subscribe. */
export type Event<T extends string = string, D = unknown> = {
  readonly id: string;
  readonly type: T;
  readonly at: Date;
  readonly data: D;
};

/** A fact ready to be published. */
export type Stated = { readonly type: string; readonly data: unknown };

/** A kind of fact: called with its data it states one. */
export type Fact<T extends string = string, S extends TSchema = TSchema> = {
  (data: Static<S>): Stated;
  readonly type: T;
  readonly schema: S;
};

/** The event a kind of fact becomes. */
export type EventOf<F> = F extends Fact<infer T, infer S> ? Event<T, Static<S>> : never;

export const eventChannel = 'tongban_event';

/** Declares a kind of fact by its name `module.happened` and the shape of its data. */
export function fact<const T extends string, S extends TSchema>(type: T, schema: S): Fact<T, S> {
  const checker = Compile(schema);
  const state = (data: Static<S>): Stated => {
    if (!checker.Check(data)) throw new Error(`A fact ${type} does not have its promised shape`);
    return { type, data };
  };
  return Object.assign(state, { type, schema });
}

/** Publishes a fact in the transaction that made it true: both happen or neither. */
export async function publish(tx: Tx, stated: Stated, at = new Date()): Promise<void> {
  await sql`with kept as (
      insert into platform.event (id, at, type, data)
      values (${newId()}, ${at}, ${stated.type}, ${JSON.stringify(stated.data)})
    )
    select pg_notify(${eventChannel}, '')`.execute(tx);
}
