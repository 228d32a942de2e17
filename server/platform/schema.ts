import pg from 'pg';
import { type Connection, settingsOf } from './database.ts';

const ours = `namespace.nspname !~ '^(pg_|information_schema$|graphile_worker$)' and namespace.nspname <> 'public'`;

/** Each query yields lines of one kind, already in a lasting order. */
const parts: readonly string[] = [
  `select format('create schema %I;', nspname) as line from pg_namespace namespace where ${ours} order by nspname`,
  `select format(
      E'create table %s (\\n%s\\n)%s;', relation.oid::regclass,
      string_agg(format('  %I %s%s%s', attname, format_type(atttypid, atttypmod),
        case when attnotnull then ' not null' else '' end,
        case
          when attidentity <> '' then ' generated always as identity'
          when attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(adbin, adrelid))
          when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
          else ''
        end), E',\\n' order by attnum),
      case when relation.relkind = 'p' then ' partition by ' || pg_get_partkeydef(relation.oid) else '' end) as line
    from pg_class relation
    join pg_namespace namespace on namespace.oid = relation.relnamespace
    join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
    left join pg_attrdef on adrelid = relation.oid and adnum = attnum
    where relation.relkind in ('r', 'p') and not relation.relispartition and ${ours}
    group by relation.oid, namespace.nspname, relation.relname, relation.relkind
    order by namespace.nspname, relation.relname`,
  `select format('create view %s as %s', relation.oid::regclass, pg_get_viewdef(relation.oid, true)) as line
    from pg_class relation join pg_namespace namespace on namespace.oid = relation.relnamespace
    where relation.relkind in ('v', 'm') and ${ours} order by namespace.nspname, relation.relname`,
  `select format('alter table %s add constraint %I %s;', relation.oid::regclass, conname, pg_get_constraintdef(one.oid)) as line
    from pg_constraint one join pg_class relation on relation.oid = one.conrelid
    join pg_namespace namespace on namespace.oid = relation.relnamespace
    where contype <> 'n' and not relation.relispartition and ${ours}
    order by namespace.nspname, relation.relname, contype, conname`,
  `select pg_get_indexdef(index.indexrelid) || ';' as line
    from pg_index index join pg_class relation on relation.oid = index.indrelid
    join pg_class own on own.oid = index.indexrelid
    join pg_namespace namespace on namespace.oid = relation.relnamespace
    where not relation.relispartition and ${ours}
      and not exists (select from pg_constraint where conindid = index.indexrelid and conrelid = relation.oid)
    order by namespace.nspname, relation.relname, own.relname`,
  `select pg_get_functiondef(routine.oid) || ';' as line
    from pg_proc routine join pg_namespace namespace on namespace.oid = routine.pronamespace
    where routine.prokind = 'f' and ${ours}
      and not exists (select from pg_depend where objid = routine.oid and deptype = 'e')
    order by namespace.nspname, routine.proname, pg_get_function_identity_arguments(routine.oid)`,
  `select pg_get_triggerdef(one.oid) || ';' as line
    from pg_trigger one join pg_class relation on relation.oid = one.tgrelid
    join pg_namespace namespace on namespace.oid = relation.relnamespace
    where not one.tgisinternal and not relation.relispartition and ${ours}
    order by namespace.nspname, relation.relname, one.tgname`,
  `select format('create policy %I on %I.%I for %s using (%s) with check (%s);',
      policyname, schemaname, tablename, lower(cmd), coalesce(qual, 'true'), coalesce(with_check, 'true')) as line
    from pg_policies join pg_namespace namespace on namespace.nspname = schemaname where ${ours}
    order by schemaname, tablename, policyname`,
];

/** 结构快照: the whole shape of the database as text, to be read by people and compared by a test. */
export async function describeSchema(connection: Connection): Promise<string> {
  const client = new pg.Client(settingsOf(connection));
  await client.connect();
  try {
    const lines: string[] = ['-- Written by scripts/schema.ts from the migrations; read it, do not edit it.'];
    for (const part of parts)
      for (const row of (await client.query<{ line: string }>(part)).rows) lines.push(row.line);
    return `${lines.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
