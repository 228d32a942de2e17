import type pg from 'pg';
import { type Acting, isMachine } from './acting.ts';
import { type Reach, table } from './policy/table.ts';

type Taken = (error: Error | undefined, client?: pg.PoolClient, done?: (drop?: boolean) => void) => void;

/** No person waits longer for a row another holds; the house itself does. */
export const patience = '5s';

const settings = [
  'app.role',
  'app.person',
  'app.applicant',
  'app.branch',
  'app.below',
  'app.beyond',
  'app.post',
  'lock_timeout',
] as const;
const statement = `select ${settings.map((name, at) => `set_config('${name}', $${at + 1}, false)`).join(', ')}`;

type Introduced = {
  readonly pool: pg.Pool;
  /** Where it is asked whose session this is, at the beginning of each request; its connections are told so once. */
  readonly doorway: pg.Pool;
  readonly whoActs: () => Acting | undefined;
};

/**
 * 引见: makes a pool tell each connection who acts before it hands it out. A connection that served the same one last is handed
 * out as it is; one that cannot be told is thrown away.
 */
export function introduceConnections({ pool, doorway, whoActs }: Introduced): void {
  const told = new WeakMap<pg.PoolClient, string>();
  const near = createNearby();
  const take = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;

  const introduced = async (acting: Acting | undefined): Promise<pg.PoolClient> => {
    const values = valuesOf(acting);
    const client = await (acting?.role === 'sign-in' ? doorway.connect() : take());
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
  const connect = async (): Promise<pg.PoolClient> => {
    const acting = whoActs();
    if (acting === undefined) return introduced(acting);
    return near.find(acting) ?? near.stay(acting, await introduced(acting));
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
 * 留在手边: a connection given back stays with whoever had it until this turn of the process is over, for one question is
 * mostly followed by the next at once; then it goes back to the pool.
 */
function createNearby() {
  const waiting = new WeakMap<Acting, pg.PoolClient[]>();
  const leave = (acting: Acting, client: pg.PoolClient): boolean => {
    const mine = waiting.get(acting) ?? [];
    const at = mine.indexOf(client);
    if (at >= 0) mine.splice(at, 1);
    return at >= 0;
  };
  return {
    find: (acting: Acting) => waiting.get(acting)?.pop(),
    stay(acting: Acting, client: pg.PoolClient): pg.PoolClient {
      const { release } = client;
      client.release = (broken) => {
        if (broken !== undefined && broken !== false) return release(broken);
        const mine = waiting.get(acting) ?? [];
        waiting.set(acting, [...mine, client]);
        setImmediate(() => {
          if (leave(acting, client)) release();
        });
      };
      return client;
    },
  };
}

/**
 * What the row policies compare with. Only applicants have an applicant and only the desk has a branch, so that a policy
 * need not ask for the role of each row again: whoever is neither finds nothing equal to nothing. The branch of a post is
 * told of every role, for what no case is.
 */
function valuesOf(acting: Acting | undefined): string[] {
  if (acting === undefined) return settings.map((name) => (name === 'lock_timeout' ? '0' : ''));
  const { role, personId = '', principalId = '', branch = '' } = acting;
  const mandated = reachesCases(role, 'mandate') ? principalId : '';
  // '0' follows '/' byte by byte, so that below and beyond hold exactly the branches under this one.
  const places =
    branch !== '' && reachesCases(role, 'branch') ? [branch, `${branch}/`, `${branch}0`] : ['', '', ''];
  const applicant = reachesCases(role, 'own') ? personId : mandated;
  return [role, personId, applicant, ...places, branch, isMachine(role) ? '0' : patience];
}

function reachesCases(role: Acting['role'], within: Reach): boolean {
  const grants = isMachine(role) ? [] : table[role];
  return grants.some((grant) => grant.on === 'case' && grant.within === within);
}

/** A fresh connection has been told nothing. */
const nobody = valuesOf(undefined).join('\n');
