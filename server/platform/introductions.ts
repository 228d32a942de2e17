import type pg from 'pg';
import { type Acting, isMachine } from './acting.ts';
import { type Reach, table } from './policy/table.ts';

type Taken = (error: Error | undefined, client?: pg.PoolClient, done?: (drop?: boolean) => void) => void;

const settings = [
  'app.role',
  'app.person',
  'app.applicant',
  'app.branch',
  'app.below',
  'app.beyond',
] as const;
const statement = `select ${settings.map((name, at) => `set_config('${name}', $${at + 1}, false)`).join(', ')}`;

/**
 * 引见: makes a pool tell each connection who acts before it hands it out. A connection that served the same one last
 * is handed out as it is; one that cannot be told is thrown away.
 */
export function introduceConnections(pool: pg.Pool, whoActs: () => Acting | undefined): void {
  const told = new WeakMap<pg.PoolClient, string>();
  const take = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;

  const connect = async (): Promise<pg.PoolClient> => {
    const values = valuesOf(whoActs());
    const client = await take();
    const key = values.join('\n');
    if ((told.get(client) ?? nobody) === key) return client;
    try {
      await client.query(statement, values);
    } catch (error) {
      client.release(true);
      throw error;
    }
    told.set(client, key);
    return client;
  };
  pool.connect = ((taken?: Taken) => {
    if (taken === undefined) return connect();
    connect().then(
      (client) => taken(undefined, client, client.release),
      (error: Error) => taken(error),
    );
  }) as pg.Pool['connect'];
}

/**
 * What the row policies compare with. Only applicants have an applicant and only the desk has a branch, so that a policy
 * need not ask for the role of each row again: whoever is neither finds nothing equal to nothing.
 */
function valuesOf(acting: Acting | undefined): string[] {
  if (acting === undefined) return ['', '', '', '', '', ''];
  const { role, personId = '', principalId = '', branch = '' } = acting;
  const mandated = reachesCases(role, 'mandate') ? principalId : '';
  // '0' follows '/' byte by byte, so that below and beyond hold exactly the branches under this one.
  const places =
    branch !== '' && reachesCases(role, 'branch') ? [branch, `${branch}/`, `${branch}0`] : ['', '', ''];
  return [role, personId, reachesCases(role, 'own') ? personId : mandated, ...places];
}

function reachesCases(role: Acting['role'], within: Reach): boolean {
  const grants = isMachine(role) ? [] : table[role];
  return grants.some((grant) => grant.on === 'case' && grant.within === within);
}

/** A fresh connection has been told nothing. */
const nobody = valuesOf(undefined).join('\n');
