import { sql } from 'kysely';
import { isMachine, whoActs } from './acting.ts';
import type { Db, Tx } from './database.ts';
import type { Gate } from './gate.ts';
import { patience } from './introductions.ts';

/** 工作单元: the one transaction of a request, opened at its first use. */
export type Unit = {
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Whether anything has been done in it. */
  readonly isBegun: () => boolean;
  readonly commit: () => Promise<void>;
  readonly abandon: () => Promise<void>;
};

type Open = {
  readonly tx: Promise<Tx>;
  readonly keep: () => void;
  readonly drop: (reason: Error) => void;
  readonly done: Promise<void>;
};

/** Creates the unit of a request. Nobody waits longer than five seconds for a row another holds. */
export function createUnit({ db, gate }: { db: Db; gate: Gate }): Unit {
  let opened: Open | undefined;
  let over = false;

  const abandon = async () => {
    over = true;
    opened?.drop(new Error('The transaction of this request was abandoned'));
    await opened?.done.catch(() => undefined);
  };
  return {
    abandon,
    isBegun: () => opened !== undefined,
    async run(work) {
      if (over) throw new Error('The transaction of this request has ended');
      opened ??= open({ db, gate });
      try {
        return await work(await opened.tx);
      } catch (error) {
        await abandon();
        throw error;
      }
    },
    async commit() {
      over = true;
      opened?.keep();
      await opened?.done;
    },
  };
}

/**
 * Holds a transaction open until it is told to end. Its connection goes back to the pool however it ends, even when
 * the database dies in between.
 */
function open({ db, gate }: { db: Db; gate: Gate }): Open {
  const begun = Promise.withResolvers<Tx>();
  const ended = Promise.withResolvers<void>();
  const done = gate(() =>
    db.transaction().execute(async (tx) => {
      if (!isPatient()) await sql`set local lock_timeout = ${sql.lit(patience)}`.execute(tx);
      begun.resolve(tx);
      await ended.promise;
    }),
  );
  done.catch(begun.reject);
  ended.promise.catch(() => undefined);
  return { tx: begun.promise, keep: ended.resolve, drop: ended.reject, done };
}

/** A connection introduced for a person has its patience already. */
function isPatient(): boolean {
  const acting = whoActs();
  return acting !== undefined && !isMachine(acting.role);
}
