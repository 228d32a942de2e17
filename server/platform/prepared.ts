import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './database.ts';

type Row<Q> = Q extends Compilable<infer R> ? R : never;

/**
 * 预备的查询: a question asked at every request, built and compiled once; after that only the values change. The builder is
 * called with stand-ins, so it may pass them on as values and do nothing else with them.
 */
export function prepared<Values extends readonly unknown[], Q extends Compilable<unknown>>(
  build: (...values: Values) => Q,
): (db: Db, ...values: Values) => Promise<Row<Q>[]> {
  const standIns = Array.from({ length: build.length }, (_, place) => ({ place }));
  let query: CompiledQuery<unknown> | undefined;
  return async (db, ...values) => {
    query ??= build(...(standIns as unknown as Values)).compile();
    const parameters = query.parameters.map((one) => filledIn(one, { standIns, values }));
    const { rows } = await db.executeQuery({ ...query, parameters });
    return rows as Row<Q>[];
  };
}

type Given = { standIns: readonly { place: number }[]; values: readonly unknown[] };

function filledIn(parameter: unknown, { standIns, values }: Given): unknown {
  const standIn = standIns.find((one) => one === parameter);
  return standIn === undefined ? parameter : values[standIn.place];
}
