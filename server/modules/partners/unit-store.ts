import type { Partner, PartnerLimits } from '@tongban/contract';
import { sql } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../platform/index.ts';

type PartnerTable = {
  partner_id: string;
  name: string;
  key_sealed: Buffer;
  purposes: string[];
  types: string[];
  registered_by: string;
  registered_at: Moment;
  ended_at: Maybe<Date>;
};
type Tables = { 'partners.partner': PartnerTable; 'partners.nonce': { at: Moment } };
type NewPartner = Omit<PartnerTable, 'registered_at' | 'ended_at'> & { registered_at: Date };
export type PartnerRow = Pick<PartnerTable, 'partner_id' | 'name' | 'key_sealed' | 'purposes' | 'types'>;
/** One signed request, told apart from every other. */
export type Once = { readonly partner: string; readonly nonce: string };

/** SQL of relying units, and of the signed requests they have sent. */
export function createUnitStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ...createNonceStore(db),
    /** A unit that has not been switched off. */
    working: (partner: string): Promise<PartnerRow | undefined> =>
      within(undefined)
        .selectFrom('partners.partner')
        .select(['partner_id', 'name', 'key_sealed', 'purposes', 'types'])
        .where('partner_id', '=', partner)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    async list(): Promise<Partner[]> {
      const rows = await within(undefined)
        .selectFrom('partners.partner')
        .select(['partner_id', 'name', 'purposes', 'types', 'registered_at', 'ended_at'])
        .orderBy('registered_at', 'desc')
        .orderBy('partner_id', 'desc')
        .limit(500)
        .execute();
      return rows.map((row) => ({
        ...{ partner: row.partner_id, name: row.name, purposes: row.purposes, types: row.types },
        ...{ registeredAt: row.registered_at.toISOString(), ended: row.ended_at !== undefined },
      }));
    },
    insert: (tx: Tx, row: NewPartner) => within(tx).insertInto('partners.partner').values(row).execute(),
    /** Answers false where there is no such unit, or none that works. */
    limit: async (tx: Tx, partner: string, { purposes, types }: PartnerLimits): Promise<boolean> =>
      (
        await within(tx)
          .updateTable('partners.partner')
          .set({ purposes, types })
          .where('partner_id', '=', partner)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
      ).numUpdatedRows > 0n,
    end: (tx: Tx, partner: string, at: Date) =>
      within(tx)
        .updateTable('partners.partner')
        .set({ ended_at: at })
        .where('partner_id', '=', partner)
        .where('ended_at', 'is', null)
        .execute(),
  };
}

function createNonceStore(db: Db) {
  return {
    /** Notes signed requests; answers those that had not been sent before, as `partner nonce`. */
    takeOnce: async (tx: Tx, asked: readonly Once[], at: Date): Promise<Set<string>> => {
      const { rows } = await sql<{ partner_id: string; nonce: string }>`
        insert into partners.nonce (partner_id, nonce, at)
        select distinct partner, nonce, ${at}::timestamptz
        from unnest(${asked.map(({ partner }) => partner)}::uuid[], ${asked.map(({ nonce }) => nonce)}::text[])
          as asked (partner, nonce)
        order by partner, nonce
        on conflict on constraint nonce_once do nothing
        returning partner_id, nonce`.execute(tx);
      return new Set(rows.map((row) => `${row.partner_id} ${row.nonce}`));
    },
    forgetBefore: (before: Date) =>
      db.withTables<Tables>().deleteFrom('partners.nonce').where('at', '<', before).execute(),
  };
}
