import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import type { SealedColumn } from './sealed-columns.ts';

/** A row of a sealed column: its key and what binds it, as text, the sealed value and its blind index. */
export type SealedRow = {
  readonly key: Readonly<Record<string, string>>;
  readonly sealed: Buffer;
  readonly index: Buffer | undefined;
};
export type Replacement = {
  readonly row: SealedRow;
  readonly sealed: Buffer;
  readonly index: Buffer | undefined;
};

/** A column and the types of its key. */
export type Kind = { readonly column: SealedColumn; readonly types: readonly string[] };

/** SQL over any registered column; run as the owner of the tables, for some of them are insert-only. */
export function createRotationStore(db: Db) {
  return {
    replace: (kind: Kind, all: readonly Replacement[]) => replace(db, kind, all),
    /** How many values are sealed with any other key than the one whose head is given. */
    async others({ table, column }: SealedColumn, head: Buffer): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count
        from ${sql.table(table)}
        where substring(${sql.ref(column)} from 1 for ${head.length}) <> ${head}`.execute(db);
      return rows[0]?.count ?? 0;
    },
    /** The types of the key columns, so that keys can be compared as what they are. */
    async typesOf({ table, key }: SealedColumn): Promise<string[]> {
      const { rows } = await sql<{ name: string; type: string }>`
        select attname as name, format_type(atttypid, atttypmod) as type
        from pg_attribute
        where attrelid = ${table}::regclass and attname = any(${[...key]})`.execute(db);
      return key.map((name) => rows.find((row) => row.name === name)?.type ?? 'text');
    },
    async next(
      column: SealedColumn,
      from: { types: readonly string[]; after: readonly string[] | undefined; limit: number },
    ) {
      const { table, key, bind, index } = column;
      const own = (name: string) => sql`target.${sql.ref(name)}`;
      const keys = sql.join(key.map(own));
      const told = [...new Set([...key, ...bind])].map((name) => sql`${own(name)}::text as ${sql.ref(name)}`);
      const after =
        from.after === undefined
          ? sql``
          : sql`and (${keys}) > (${sql.join(from.after.map((value, at) => castTo(value, from.types[at])))})`;
      const { rows } = await sql<Record<string, unknown>>`select
          ${sql.join(told)},
          ${sql.ref(column.column)} as "sealedValue",
          ${index === undefined ? sql`null::bytea` : sql.ref(index.column)} as "indexValue"
        from ${sql.table(table)} target
        where ${sql.ref(column.column)} is not null ${after}
        order by ${keys}
        limit ${from.limit}`.execute(db);
      return rows.map(
        ({ sealedValue, indexValue, ...keyed }): SealedRow => ({
          key: keyed as Record<string, string>,
          sealed: sealedValue as Buffer,
          index: indexValue as Buffer | undefined,
        }),
      );
    },
  };
}

/** Replaces values that nobody has changed in the meantime; tells how many. */
async function replace(db: Db, { column, types }: Kind, all: readonly Replacement[]): Promise<number> {
  const { table, key, index } = column;
  const own = key.map((_, at) => sql.ref(`key${at}`));
  const columns = key.map((name, at) =>
    unnested(
      all.map(({ row }) => row.key[name] ?? ''),
      types[at],
    ),
  );
  const set = index === undefined ? sql`` : sql`, ${sql.ref(index.column)} = fresh.indexed`;
  const same = key.map((name, at) => sql`target.${sql.ref(name)} = fresh.${own[at]}`);
  const { numAffectedRows } = await sql`update ${sql.table(table)} target
    set ${sql.ref(column.column)} = fresh.sealed ${set}
    from unnest(${sql.join(columns)},
      ${all.map(({ row }) => row.sealed)}::bytea[],
      ${all.map(({ sealed }) => sealed)}::bytea[],
      ${all.map(({ index: made }) => made ?? null)}::bytea[]
    ) as fresh (${sql.join(own)}, was, sealed, indexed)
    where ${sql.join(same, sql` and `)} and target.${sql.ref(column.column)} = fresh.was`.execute(db);
  return Number(numAffectedRows ?? 0);
}

function castTo(value: string, type = 'text'): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(type)}`;
}

function unnested(values: readonly string[], type = 'text'): RawBuilder<unknown> {
  return sql`${[...values]}::${sql.raw(type)}[]`;
}
