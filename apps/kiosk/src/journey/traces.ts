import { machineKey, startKey } from '../machine/machine.ts';
import { numbersKey } from '../machine/numbers.ts';

type Around = {
  readonly local: Storage;
  readonly session: Storage;
  readonly databases: Pick<IDBFactory, 'databases' | 'deleteDatabase'> | undefined;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  readonly revoke: (url: string) => void;
};

/** What belongs to the machine and says nothing of a person. */
const own: readonly string[] = [machineKey, startKey, numbersKey];

/** 清除痕迹: what was made for a person on this machine, and how all of it is taken away. */
export function createTraces({ local, session, databases, caches, revoke }: Around) {
  const urls = new Set<string>();
  return {
    /** An address of bytes in memory, e.g. a paper to print; taken back at the wipe at the latest. */
    keepUrl(url: string): string {
      urls.add(url);
      return url;
    },
    async wipe(): Promise<void> {
      for (const url of urls) revoke(url);
      urls.clear();
      session.clear();
      for (const key of Object.keys(local)) if (!own.includes(key)) local.removeItem(key);
      await dropDatabases(databases);
      for (const name of (await caches?.keys()) ?? []) await caches?.delete(name);
    },
  };
}
export type Traces = ReturnType<typeof createTraces>;

async function dropDatabases(databases: Around['databases']): Promise<void> {
  for (const { name } of (await databases?.databases()) ?? [])
    if (name !== undefined) databases?.deleteDatabase(name);
}
