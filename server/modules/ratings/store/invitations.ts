import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { InvitationRow, ServiceRow, Tables } from './tables.ts';

/** A service somebody was invited to rate. */
export type Invited = { service: ServiceRow };
type Reply = Tables['ratings.sms_reply'];

/** SQL of invitations to rate, and of the text messages that answer them. */
export function createInvitationStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Notes that somebody is invited; false when they have been before. */
    insertInvitation: async (tx: Tx, row: InvitationRow): Promise<boolean> => {
      const added = await within(tx)
        .insertInto('ratings.invitation')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('service_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    /** The service the last invitation to a phone was about. */
    invitedAt: async (tx: Tx, indexes: readonly Buffer[], today: string): Promise<Invited | undefined> => {
      const service = await within(tx)
        .selectFrom('ratings.service')
        .innerJoin('ratings.invitation', 'ratings.invitation.service_id', 'ratings.service.service_id')
        .selectAll('ratings.service')
        .where('phone_index', 'in', [...indexes])
        .where('rate_until', '>=', today)
        .orderBy('invited_at', 'desc')
        .orderBy('ratings.service.service_id')
        .limit(1)
        .executeTakeFirst();
      return service === undefined ? undefined : { service };
    },
    /** Notes that an answer was not understood; false when that was so before. */
    noteUnclear: async (tx: Tx, serviceId: string): Promise<boolean> => {
      const noted = await within(tx)
        .updateTable('ratings.invitation')
        .set({ said_unclear: true })
        .where('service_id', '=', serviceId)
        .where('said_unclear', '=', false)
        .returning('service_id')
        .executeTakeFirst();
      return noted !== undefined;
    },
    /** Takes an answer over, once. */
    takeReply: async (tx: Tx, row: Omit<Reply, 'at'> & { at: Date }): Promise<boolean> => {
      const { rows } = await sql`insert into ratings.sms_reply (provider, message, at)
        values (${row.provider}, ${row.message}, ${row.at})
        on conflict do nothing returning 1`.execute(tx);
      return rows.length > 0;
    },
  };
}
