import { join } from 'node:path';
import type { Environment } from './config.ts';
import { breakGround } from './ground.ts';
import { createFilesResealing } from './modules/files/index.ts';
import { openDatabase, openKeys, type Progress, rotateKeys, secretNamed } from './platform/index.ts';
import { houseBytes } from './sealed.ts';

/** How a change of keys is watched and stopped. */
export type Rotation = { readonly tell: (progress: Progress) => void; readonly signal?: AbortSignal };

/**
 * 换钥: takes new data keys of the configured suite into use and seals everything anew, in the database and on the disk, while servers on the same
 * database go on working. Returns the number of values sealed anew.
 */
export async function rotateHouseKeys(environment: Environment, { tell, signal }: Rotation): Promise<number> {
  const ground = await breakGround(environment, () => undefined);
  const { config, db } = ground.platform;
  // The owner may change rows the application may only add; as the worker it sees the rows of everybody.
  const owner = openDatabase(ground.owner, {
    max: 2,
    whoActs: () => ({ role: 'worker' }),
    onError: () => undefined,
  });
  try {
    const keys = await openKeys({
      ...{ db, suite: config.suite },
      secret: secretNamed(config, 'TONGBAN_VAULT_SECRET'),
    });
    const stores = [createFilesResealing(join(config.dataFolder, 'files'), owner.db)];
    return await rotateKeys({ owner: owner.db, keys, columns: houseBytes.sealed, stores, tell, signal });
  } finally {
    await owner.close();
    await ground.stop();
  }
}
