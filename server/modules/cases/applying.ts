import type { Db, Tx } from '../../platform/index.ts';
import { createDrafts, type OpenDraft } from './drafts.ts';
import { createProvingFirst } from './proof/proving-first.ts';
import type { Proofs } from './proof/service.ts';
import { createDraftStore } from './store/drafts.ts';
import { createSubmitting } from './submitting.ts';

type Deps = Omit<Parameters<typeof createDrafts>[0], 'store' | 'provingOf'> &
  Omit<Parameters<typeof createSubmitting>[0], 'drafts' | 'draftStore' | 'proofs'> & {
    db: Db;
    proofs: Proofs;
  };

/** 申请: drafts, what data sources say of them, and how they become cases. */
export function createApplying({ db, proofs, ...deps }: Deps) {
  const draftStore = createDraftStore(db);
  const drafts = createDrafts({ ...deps, store: draftStore, provingOf: proofs.provingOf });
  const prove = async (tx: Tx | undefined, draft: OpenDraft) =>
    proofs.prove(tx, draft, await drafts.means(tx, draft));
  return {
    drafts,
    prove,
    /** Asks the data sources for a draft that is about to be handed in. */
    proveFirst: createProvingFirst({ db, drafts, prove }),
    submitting: createSubmitting({ ...deps, drafts, draftStore, proofs }),
  };
}
