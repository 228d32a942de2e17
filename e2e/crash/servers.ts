import { startPostgres } from '../../server/platform/index.ts';
import { freePort, type House, openHouse } from '../house/house.ts';

/** The database as its owner, for what no screen shows. */
type Owned = Awaited<ReturnType<typeof startPostgres>>['superuser'];
type Reached = Awaited<ReturnType<typeof startPostgres>>['migrator'];

/** Several processes of the real server on one database, the next one opening while the last one dies. */
export type Servers = {
  /** A server nobody has used yet; another is opened in its place as long as one more is needed. */
  readonly next: () => Promise<House>;
  readonly database: Owned;
  readonly stop: () => Promise<void>;
};

const ahead = 3;

/** Starts a database of its own and as many servers as will be asked for, some of them ahead of their use. */
export async function startServers(folder: string, needed: number): Promise<Servers> {
  const postgres = await startPostgres({ folder });
  const environment = {
    DATABASE_URL: addressOf(postgres.application),
    DATABASE_MIGRATOR_URL: addressOf(postgres.migrator),
    TONGBAN_PROXIES: '1',
    TONGBAN_LOG: 'silent',
  };
  const open = async () => openHouse({ folder, port: await freePort(), environment });
  const opened: Promise<House>[] = [];
  const opening: Promise<House>[] = [];
  const begin = () => {
    if (opened.length === needed) return;
    const house = open();
    opened.push(house);
    opening.push(house);
  };
  // The first one migrates and publishes the content; those after it find everything ready.
  begin();
  await opening[0];
  for (let more = 1; more < ahead; more += 1) begin();
  return {
    database: { ...postgres.superuser, database: 'tongban' },
    async next() {
      begin();
      const house = opening.shift();
      if (house === undefined) throw new Error('no server was opened ahead');
      return house;
    },
    async stop() {
      await Promise.all(opened.map(async (house) => (await house).kill()));
      await postgres.stop();
    },
  };
}

/** The address of a database as DATABASE_URL takes it. */
export function addressOf(connection: Reached): string {
  if ('url' in connection) return connection.url;
  const { host, port, user, password, database } = connection;
  const words = [user, password].map(encodeURIComponent).join(':');
  return `postgres://${words}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
