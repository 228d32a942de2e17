import { sql } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../platform/index.ts';
import type { KeptState } from './rules.ts';

type ShowTable = {
  show_id: string;
  person_id: string;
  licence_id: string;
  by_id: string;
  by_name: Maybe<string>;
  disclosure: 'face' | 'adult' | 'validity';
  made_at: Moment;
  expires_at: Moment;
};
type ShareTable = { person_id: string; licence_id: string; relative_id: string; made_at: Moment };
type Tables = { 'licences.show': ShowTable; 'licences.share': ShareTable };

/** Who reads a code, as the holder is told. */
export type Reader = { readonly byId: string | undefined; readonly byName: string; readonly cause: string };
/** A licence found by a show code; `fresh` is false where the code had been read before, or may not be read by this reader. */
export type ReadShow = {
  readonly fresh: boolean;
  /** Whether the type of the licence is one the reader may check. */
  readonly open: boolean;
  readonly disclosure: ShowTable['disclosure'];
  readonly licence_id: string;
  readonly type: string;
  readonly state: KeptState;
  readonly issuer: string;
  readonly issued_on: string;
  readonly valid_until?: string | undefined;
  readonly sealed: Buffer;
};
/** One reading: by whom, what for, and of which types; of any where none are named. */
type Reading = Reader & { readonly useId: string; readonly types: readonly string[] | undefined };
type NewShow = {
  show_id: string;
  person_id: string;
  licence_id: string;
  by_id: string;
  by_name?: string;
  disclosure: ShowTable['disclosure'];
  at: Date;
  until: Date;
};
export type ShowStore = ReturnType<typeof createShowStore>;

/** SQL of show codes and of cards shared with relatives. */
export function createShowStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insertShow: (tx: Tx, { at, until, ...row }: NewShow) =>
      within(tx)
        .insertInto('licences.show')
        .values({ ...row, made_at: at, expires_at: until })
        .execute(),
    /** Codes that are over, with what is noted of their reading; the holder keeps the use. */
    forgetShows: (before: Date) =>
      within(undefined).deleteFrom('licences.show').where('expires_at', '<', before).execute(),
    readShows,
    readKept,
    ...createShares(db),
  };
}

/**
 * Reads codes and uses them up in one statement: the key of `shown` lets one reader in, and only that one's use is logged. No code is
 * named twice in it. Answers what was found, by code.
 */
async function readShows(
  tx: Tx,
  asked: ReadonlyMap<string, Reading>,
  at: Date,
): Promise<Map<string, ReadShow>> {
  const wanted = [...asked].map(([showId, { byId, byName, cause, useId, types }]) => ({
    ...{ show_id: showId, use_id: useId, by_name: byName, cause },
    ...(byId === undefined ? {} : { by_id: byId }),
    ...(types === undefined ? {} : { types }),
  }));
  const { rows } = await sql<ReadShow & { show_id: string }>`
    with asked as materialized (
      select wanted.*, show.person_id, show.licence_id, show.by_name as shown_by, show.disclosure
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (show_id uuid, use_id uuid, by_id uuid, by_name text, cause text, types jsonb),
        -- By the key, each: not knowing how few they are, the planner would read every code there is.
        lateral (select * from licences.show where show_id = wanted.show_id limit 1) show
    ), found as materialized (
      select asked.*, licence.type, licence.state, licence.issuer, licence.issued_on, licence.valid_until,
        licence.sealed, coalesce(asked.types ? licence.type, true) as open
      from asked, lateral (
        select * from licences.licence where person_id = asked.person_id and licence_id = asked.licence_id limit 1
      ) licence
    ), used as (
      insert into licences.shown (show_id, at) select show_id, ${at}::timestamptz from found where open order by show_id
      on conflict on constraint shown_once do nothing
      returning show_id
    ), noted as (
      insert into licences.use (person_id, use_id, licence_id, by_id, by_name, cause, at)
      select person_id, use_id, licence_id, by_id, by_name,
        cause || coalesce('（家人' || shown_by || '亮的码）', ''), ${at}::timestamptz
      from found join used using (show_id)
    )
    select show_id, used.show_id is not null as fresh, open, disclosure, licence_id, type, state, issuer, issued_on,
      valid_until, sealed
    from found left join used using (show_id)`.execute(tx);
  return new Map(rows.map(({ show_id: showId, ...row }) => [showId, row]));
}

type Kept = { readonly personId: string; readonly licenceId: string };

/** Reads a licence by a code that was kept; every reading of it is logged. */
async function readKept(
  tx: Tx,
  { personId, licenceId }: Kept,
  { byId, byName, cause, useId, types, at }: Reading & { at: Date },
): Promise<ReadShow | undefined> {
  const { rows } = await sql<ReadShow>`
    with found as materialized (
      select *, coalesce(${types === undefined ? null : JSON.stringify(types)}::jsonb ? type, true) as open
      from licences.licence where person_id = ${personId} and licence_id = ${licenceId}
    ), noted as (
      insert into licences.use (person_id, use_id, licence_id, by_id, by_name, cause, at)
      select person_id, ${useId}::uuid, licence_id, ${byId ?? null}::uuid, ${byName}::text, ${cause}::text || '（离线证）',
        ${at}::timestamptz
      from found where open
    )
    select true as fresh, open, 'validity' as disclosure, licence_id, type, state, issuer, issued_on, valid_until, sealed
    from found`.execute(tx);
  return rows[0];
}

function createShares(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** With whom a card is shared. */
    sharesOf: (personId: string, licenceId: string) =>
      within(undefined)
        .selectFrom('licences.share')
        .select('relative_id')
        .where('person_id', '=', personId)
        .where('licence_id', '=', licenceId)
        .limit(50)
        .execute(),
    /** What others share with a person. */
    sharedWith: (relativeId: string) =>
      within(undefined)
        .selectFrom('licences.share')
        .select(['person_id', 'licence_id'])
        .where('relative_id', '=', relativeId)
        .orderBy('made_at')
        .limit(100)
        .execute(),
    share: (tx: Tx, row: { person_id: string; licence_id: string; relative_id: string; made_at: Date }) =>
      within(tx)
        .insertInto('licences.share')
        .values(row)
        .onConflict((conflict) => conflict.constraint('share_pk').doNothing())
        .execute(),
    ...createUnsharing(),
    unshare: (tx: Tx, row: { person_id: string; licence_id: string; relative_id: string }) =>
      within(tx)
        .deleteFrom('licences.share')
        .where('person_id', '=', row.person_id)
        .where('licence_id', '=', row.licence_id)
        .where('relative_id', '=', row.relative_id)
        .execute(),
  };
}

function createUnsharing() {
  return {
    /** Nothing is shared between two people any more, in either direction. */
    unshareBetween: (tx: Tx, one: string, other: string) =>
      tx
        .withTables<Tables>()
        .deleteFrom('licences.share')
        .where((see) =>
          see.or([
            see.and([see('person_id', '=', one), see('relative_id', '=', other)]),
            see.and([see('person_id', '=', other), see('relative_id', '=', one)]),
          ]),
        )
        .execute(),
  };
}
