import { type Db, transaction } from '../../../platform/index.ts';
import type { Drafter } from '../drafter.ts';
import type { Drafts, OpenDraft } from '../drafts.ts';
import type { KeptCheck } from '../kept.ts';

type Deps = {
  db: Db;
  drafts: Pick<Drafts, 'opened' | 'locked' | 'change'>;
  prove: (tx: undefined, draft: OpenDraft) => Promise<KeptCheck[]>;
};

/**
 * 提交前核验: asks the sources before a draft is handed in and keeps what they say, so that no lock is held while they
 * answer, and so that the person still sees it when handing in is refused.
 */
export function createProvingFirst({ db, drafts, prove }: Deps) {
  return async (who: Drafter, draftId: string): Promise<void> => {
    const draft = await drafts.opened(who, draftId);
    if (draft.row.case_number !== undefined) return;
    const checks = await prove(undefined, draft);
    if (checks.length === 0 || checks === draft.content.checks) return;
    await transaction(db, async (tx) => {
      const { row } = await drafts.locked(tx, who, draftId);
      // Somebody handed it in meanwhile, with what was known then.
      if (row.case_number !== undefined) return;
      await drafts.change(tx, who, { draft: draftId, to: ({ content }) => ({ ...content, checks }) });
    });
  };
}
