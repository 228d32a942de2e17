import type { Db, Platform } from '../../../platform/index.ts';
import { fileShown } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Situations } from '../situation.ts';
import type { CaseStore } from '../store/cases.ts';
import { createAccessLog } from './access-log.ts';
import { createAccessStore } from './store.ts';
import { createUnmasking, houseQuota, type UnmaskQuota } from './unmasking.ts';

type Deps = Pick<Platform, 'clock' | 'vault' | 'outbox'> & {
  db: Db;
  store: CaseStore;
  ledger: Ledger;
  situations: Situations;
  identity: Pick<Identity, 'posts' | 'postsOf' | 'inTransaction' | 'suspendAccount'>;
  licences: Pick<Licences, 'usesByOthers'>;
  quota?: UnmaskQuota;
};

export type Access = ReturnType<typeof createAccess>;

/** 查看与脱敏: who looked at what, and how masked numbers are shown in full. */
export function createAccess({ db, store: cases, outbox, quota = houseQuota, ...deps }: Deps) {
  const store = createAccessStore(db);
  outbox.subscribe({
    name: 'cases.note-files-shown',
    on: fileShown,
    handle: async (tx, { id, at, data }) => {
      const { ownerId, byId, role, assignmentId } = data;
      await store.insert(tx, {
        ...{ person_id: ownerId, access_id: id, at, by_id: byId, role, what: 'files' },
        ...(assignmentId === undefined ? {} : { assignment_id: assignmentId }),
      });
    },
  });
  return {
    ...createAccessLog({ ...deps, store }),
    unmask: createUnmasking({ ...deps, db, store, cases, quota }),
  };
}
