import { shanghaiDay } from '@tongban/kernel';
import { sql } from 'kysely';
import type { Sql } from '../../../platform/index.ts';
import type { Light, Place, TaskWish } from './wish.ts';

type Asked = { after?: Place; newestFirst?: boolean };

/** The conditions of a wish on a case named `task`; the columns stand in the indexes of the lists. */
export function narrowed(
  wish: Omit<TaskWish, 'items'> & { items?: TaskWish['items'] | undefined },
  asked: Asked,
): Sql[] {
  const { items, number, lights, dueBy, submittedFrom, submittedBefore, office, today } = wish;
  return [
    ...(items === undefined ? [] : [sql`task.item = any(${[...items]}::text[])`]),
    ...(number === undefined ? [] : [numberSql(number)]),
    ...(lights === undefined ? [] : [lightsSql(lights, today)]),
    ...(dueBy === undefined ? [] : [sql`task.urgent_on <= ${dueBy}`]),
    ...(submittedFrom === undefined ? [] : [sinceSql(submittedFrom)]),
    ...(submittedBefore === undefined ? [] : [sql`task.submitted_at < ${submittedBefore}`]),
    ...(office === undefined ? [] : [sql`task.office = ${office}`]),
    ...(asked.after === undefined ? [] : [beyondSql(asked.after, asked.newestFirst === true)]),
  ];
}

/** '[' follows 'Z' byte by byte, so that the range holds exactly the numbers that begin so, by their own index. */
function numberSql(number: string): Sql {
  return sql`(task.case_number ~>=~ ${number} and task.case_number ~<~ ${`${number}[`})`;
}

/** Nothing about a case is due before it was handed in, so that the days before are not even looked at. */
function sinceSql(moment: Date): Sql {
  return sql`(task.urgent_on >= ${shanghaiDay(moment)} and task.submitted_at >= ${moment})`;
}

function beyondSql({ urgentOn, caseId }: Place, newestFirst: boolean): Sql {
  const here = sql`(${urgentOn}::date, ${caseId}::uuid)`;
  return newestFirst
    ? sql`(task.urgent_on, task.case_id) < ${here}`
    : sql`(task.urgent_on, task.case_id) > ${here}`;
}

function lightsSql(lights: readonly Light[], today: string): Sql {
  if (lights.length === 0) return sql`false`;
  const of: Readonly<Record<Light, Sql>> = {
    red: sql`task.red_on <= ${today}`,
    yellow: sql`(task.yellow_on <= ${today} and coalesce(task.red_on > ${today}, true))`,
    green: sql`coalesce(task.yellow_on > ${today}, true)`,
  };
  return sql`(${sql.join(
    lights.map((light) => of[light]),
    sql` or `,
  )})`;
}
