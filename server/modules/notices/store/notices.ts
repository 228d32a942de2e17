import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { NewDelivery } from './deliveries.ts';
import type { ChoiceRow, ClaimRow, NoticeRow, Tables } from './tables.ts';

type NewNotice = Pick<NoticeRow, 'notice_id' | 'kind' | 'sealed' | 'at'> & {
  [K in 'person_id' | 'about' | 'case_number' | 'key']: string | null;
} & { stale_after: Date | null };
/** Which notices a page of them holds. */
export type Wish = { caseNumber?: string; after?: { at: Date; id: string }; limit: number; now: Date };
/** More unread notices than this are not counted. */
const mostUnread = 99;
const mostCases = 30;

/** All SQL of notices themselves and of how people want to be told. */
export function createNoticeStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** Keeps a notice and its deliveries; false where something has been told under this key before. */
    async insert(tx: Tx, row: NewNotice, deliveries: readonly NewDelivery[]): Promise<boolean> {
      if (row.key === null) {
        await sql`with told as (${insertion(row)}) ${deliveriesOf(deliveries)}`.execute(tx);
        return true;
      }
      const { numAffectedRows } = await sql`${insertion(row)} on conflict (key) do nothing`.execute(tx);
      if (numAffectedRows !== 1n) return false;
      await deliveriesOf(deliveries).execute(tx);
      return true;
    },
    byIds: (ids: readonly string[]) =>
      within(undefined)
        .selectFrom('notices.notice')
        .selectAll()
        .where('notice_id', 'in', [...ids])
        .execute(),
    page(personId: string, { caseNumber, after, limit, now }: Wish): Promise<NoticeRow[]> {
      let query = within(undefined)
        .selectFrom('notices.notice')
        .selectAll()
        .where('person_id', '=', personId)
        .where('at', '<=', now);
      if (caseNumber !== undefined) query = query.where('case_number', '=', caseNumber);
      if (after !== undefined)
        query = query.where(sql<boolean>`(at, notice_id) < (${after.at}, ${after.id})`);
      return query.orderBy('at', 'desc').orderBy('notice_id', 'desc').limit(limit).execute();
    },
    /** The cases there are notices of, the latest first. */
    cases: async (personId: string, now: Date): Promise<string[]> => {
      const rows = await within(undefined)
        .selectFrom('notices.notice')
        .select(['case_number', sql<Date>`max(at)`.as('last')])
        .where('person_id', '=', personId)
        .where('case_number', 'is not', null)
        .where('at', '<=', now)
        .groupBy('case_number')
        .orderBy('last', 'desc')
        .limit(mostCases)
        .execute();
      return rows.flatMap(({ case_number: number }) => number ?? []);
    },
    unread: async (personId: string, now: Date): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (
          select from notices.notice
          where person_id = ${personId} and read_at is null and at <= ${now}
          limit ${mostUnread}
        ) as shown`.execute(db);
      return rows[0]?.count ?? 0;
    },
    read: (tx: Tx, personId: string, read: { notice?: string; until: Date; now: Date }) => {
      const query = within(tx)
        .updateTable('notices.notice')
        .set({ read_at: read.now })
        .where('person_id', '=', personId)
        .where('read_at', 'is', null)
        .where('at', '<=', read.until);
      return (read.notice === undefined ? query : query.where('notice_id', '=', read.notice)).execute();
    },
    ...createChoiceStore(db),
    ...createClaimStore(db),
  };
}

/** Nothing is read back, for whoever tells somebody something may not read what that one is told. */
function insertion(row: NewNotice) {
  return sql`insert into notices.notice (notice_id, person_id, kind, about, case_number, key, sealed, at, stale_after)
    values (${row.notice_id}, ${row.person_id}, ${row.kind}, ${row.about}, ${row.case_number}, ${row.key},
      ${row.sealed}, ${row.at}, ${row.stale_after})`;
}

/** One delivery for each channel that reaches the reader. */
function deliveriesOf(deliveries: readonly NewDelivery[]) {
  return sql`insert into notices.delivery (delivery_id, notice_id, person_id, channel, state, urgent, once, attempts,
      made_at, due_at, first_due_at, stale_after, claimed_at, handed_at, ended_at)
    select delivery_id, notice_id, person_id, channel, state, urgent, once, coalesce(attempts, 0),
      made_at, due_at, first_due_at, stale_after, claimed_at, handed_at, ended_at
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as one (delivery_id uuid, notice_id uuid,
      person_id uuid, channel text, state text, urgent boolean, once boolean, attempts smallint,
      made_at timestamptz, due_at timestamptz, first_due_at timestamptz, stale_after timestamptz,
      claimed_at timestamptz, handed_at timestamptz, ended_at timestamptz)
    left join notices.reach using (person_id)
    where channel = 'sms' or once or (channel = 'wechat' and reach.wechat) or (channel = 'mail' and reach.mail)`;
}

type NewChoice = Omit<ChoiceRow, 'openid' | 'mail_address' | 'quiet_from' | 'quiet_to'> & {
  quiet_from: string | null;
  quiet_to: string | null;
};

function createChoiceStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    choices: (personIds: readonly string[], tx?: Tx): Promise<ChoiceRow[]> =>
      personIds.length === 0
        ? Promise.resolve([])
        : within(tx)
            .selectFrom('notices.choice')
            .selectAll()
            .where('person_id', 'in', [...personIds])
            .execute(),
    choose: (tx: Tx, row: NewChoice) => {
      const { person_id: _person, ...rest } = row;
      return within(tx)
        .insertInto('notices.choice')
        .values(row)
        .onConflict((one) => one.column('person_id').doUpdateSet(rest))
        .execute();
    },
    async setMail(tx: Tx, personId: string, address: Buffer | null): Promise<void> {
      await within(tx)
        .updateTable('notices.choice')
        .set({ mail_address: address, mail: address !== null })
        .where('person_id', '=', personId)
        .execute();
      await setReach(tx, personId, { mail: address !== null });
    },
    async setAccount(tx: Tx, personId: string, openid: Buffer | null): Promise<void> {
      await within(tx)
        .updateTable('notices.choice')
        .set({ openid })
        .where('person_id', '=', personId)
        .execute();
      await setReach(tx, personId, { wechat: openid !== null });
    },
  };
}

function setReach(tx: Tx, personId: string, reach: { wechat: boolean } | { mail: boolean }) {
  return tx
    .withTables<Tables>()
    .insertInto('notices.reach')
    .values({ person_id: personId, ...reach })
    .onConflict((one) => one.column('person_id').doUpdateSet(reach))
    .execute();
}

/** Addresses that wait for their code. */
function createClaimStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    claim: (personId: string, tx?: Tx): Promise<ClaimRow | undefined> =>
      within(tx)
        .selectFrom('notices.mail_claim')
        .selectAll()
        .where('person_id', '=', personId)
        .executeTakeFirst(),
    /** The claim under lock, so that no two tries are counted as one. */
    lockClaim: (tx: Tx, personId: string): Promise<ClaimRow | undefined> =>
      within(tx)
        .selectFrom('notices.mail_claim')
        .selectAll()
        .where('person_id', '=', personId)
        .forUpdate()
        .executeTakeFirst(),
    setClaim: (tx: Tx, row: Omit<ClaimRow, 'tries'>) => {
      const { person_id: _person, ...rest } = row;
      return within(tx)
        .insertInto('notices.mail_claim')
        .values(row)
        .onConflict((one) => one.column('person_id').doUpdateSet({ ...rest, tries: 0 }))
        .execute();
    },
    countTry: (tx: Tx, personId: string, tries: number) =>
      within(tx).updateTable('notices.mail_claim').set({ tries }).where('person_id', '=', personId).execute(),
    dropClaim: (tx: Tx, personId: string) =>
      within(tx).deleteFrom('notices.mail_claim').where('person_id', '=', personId).execute(),
  };
}
export type NoticeStore = ReturnType<typeof createNoticeStore>;
