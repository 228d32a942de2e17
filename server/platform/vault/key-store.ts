import { sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import type { SuiteName } from './suites.ts';

export type Purpose = 'seal' | 'index';
/** `incoming`: known, not yet used for writing; `retiring`: no longer used for writing; `retired`: no row needs it. */
type KeyState = 'incoming' | 'active' | 'retiring' | 'retired';
export type KeyRow = {
  purpose: Purpose;
  id: number;
  suite: SuiteName;
  wrapped: Buffer | undefined;
  state: KeyState;
};

/** The channel on which processes tell each other that keys have changed. */
export const keyChannel = 'tongban_vault_keys';

/** SQL of data keys. */
export function createKeyStore(db: Db) {
  return {
    async all(): Promise<KeyRow[]> {
      const { rows } = await sql<KeyRow>`select purpose, key_id as id, suite, wrapped, state
        from platform.vault_key
        order by purpose, key_id`.execute(db);
      return rows;
    },
    /** Two processes that make the same key at once make one. */
    async insert({ purpose, id, suite, wrapped, state }: KeyRow): Promise<void> {
      await sql`insert into platform.vault_key (purpose, key_id, suite, wrapped, state)
        values (${purpose}, ${id}, ${suite}, ${wrapped ?? null}, ${state})
        on conflict do nothing`.execute(db);
    },
    /** What was incoming is used from now on, what was used until now is on its way out. */
    async activate(tx: Tx): Promise<void> {
      await sql`update platform.vault_key set state = 'retiring' where state = 'active'`.execute(tx);
      await sql`update platform.vault_key set state = 'active' where state = 'incoming'`.execute(tx);
    },
    async retire(): Promise<void> {
      await sql`update platform.vault_key set state = 'retired', retired_at = now()
        where state = 'retiring'`.execute(db);
    },
    async tell(): Promise<void> {
      await sql`select pg_notify(${keyChannel}, '')`.execute(db);
    },
  };
}
