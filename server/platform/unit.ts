import { type ControlledTransaction, sql } from 'kysely';
import type { Caller } from './caller.ts';
import type { Db, NoTables, Tx } from './database.ts';

/** 工作单元: the one transaction of a request, opened at its first use. */
export type Unit = {
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly commit: () => Promise<void>;
  readonly abandon: () => Promise<void>;
};

/** Creates the unit of a request; the database knows inside it who acts, for row policies. */
export function createUnit(db: Db, caller: Caller): Unit {
  let opening: Promise<ControlledTransaction<NoTables>> | undefined;
  let over = false;

  const abandon = async () => {
    const open = opening;
    over = true;
    opening = undefined;
    if (open !== undefined) await (await open).rollback().execute();
  };
  return {
    abandon,
    async run(work) {
      if (over) throw new Error('The transaction of this request has ended');
      opening ??= open(db, caller);
      try {
        return await work(await opening);
      } catch (error) {
        await abandon().catch(() => undefined);
        throw error;
      }
    },
    async commit() {
      const open = opening;
      over = true;
      opening = undefined;
      if (open !== undefined) await (await open).commit().execute();
    },
  };
}

async function open(db: Db, caller: Caller): Promise<ControlledTransaction<NoTables>> {
  const tx = await db.startTransaction().execute();
  await sql`select set_config('lock_timeout', '5s', true),
    set_config('app.person', ${caller.personId ?? ''}, true),
    set_config('app.role', ${caller.role}, true),
    set_config('app.branch', ${caller.assignment?.branch ?? ''}, true)`.execute(tx);
  return tx;
}
