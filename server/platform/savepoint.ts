import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Does work behind a savepoint: when it fails, what it did is undone and the transaction goes on as if it had not been
 * tried. Where the connection itself is lost the undoing fails too, and the whole transaction with it.
 */
export async function apart<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint apart`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint apart`.execute(tx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint apart`.execute(tx);
    throw error;
  }
}
