import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/index.ts';

type Span = { readonly from: string; readonly to: string };
export type NewAccounts = { readonly day: string; readonly count: number };
const first = '00000000-0000-0000-0000-000000000000';

/** 账户: citizens the house knows with a phone, gone through in their order and counted by day. */
export function createCounting(db: Db) {
  return {
    /** The next accounts in the order of their ids, after one or from the first. */
    async accountsAfter(tx: Tx, { after = first, limit }: { after?: string | undefined; limit: number }) {
      const { rows } = await sql<{ person_id: string }>`select person_id from identity.person
        where kind = 'citizen' and phone is not null and person_id > ${after}::uuid
        order by person_id
        limit ${limit}`.execute(tx);
      return rows.map(({ person_id: id }) => id);
    },
    /** How many accounts each day of Shanghai brought; days that brought none are left out. */
    async newAccounts({ from, to }: Span): Promise<NewAccounts[]> {
      const { rows } =
        await sql<NewAccounts>`select (created_at at time zone 'Asia/Shanghai')::date::text as day, count(*)::integer
        from identity.person
        where kind = 'citizen' and phone is not null
          and created_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
          and created_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
        group by 1
        order by 1`.execute(db);
      return rows;
    },
  };
}
