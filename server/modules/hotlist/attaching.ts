import type { LaidFile } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import { createAttachmentStore } from './store/attachments.ts';

type Deps = Pick<Platform, 'db'> & { files: Pick<Files, 'mine' | 'letGo' | 'labels'> };
type Laid = { topicId: string; stepId: string; by: string; files: readonly string[] };
export type Attaching = ReturnType<typeof createAttaching>;

/** 佐证附件: what lies under a step is read by whoever sees the matter, and never stands on the public board. */
export function createAttaching({ db, files: kept }: Deps) {
  const store = createAttachmentStore(db);
  return {
    /** Only whole files of whoever takes the step go along with it. */
    async lay(tx: Tx, { topicId, stepId, by, files }: Laid): Promise<void> {
      if (files.length === 0) return;
      const found = await kept.mine(tx, by, files);
      if (found.some(({ complete }) => !complete))
        throw new Problem('hotlist.files', 'invalid', '有的附件没有传完，传完再交');
      await store.insert(
        tx,
        files.map((file_id, place) => ({ topic_id: topicId, step_id: stepId, place, file_id })),
      );
      await kept.letGo(tx, files);
    },
    /** What lies under each step of a matter somebody sees. */
    async byStep(topicId: string, tx: Tx | undefined): Promise<ReadonlyMap<string, LaidFile[]>> {
      const rows = await store.ofTopic(topicId, tx);
      const labels = await kept.labels(rows.map(({ file_id }) => file_id));
      const label = new Map(labels.map((one) => [one.file, one]));
      const steps = Map.groupBy(rows, ({ step_id }) => step_id);
      return new Map(
        [...steps].map(([id, those]) => [id, those.flatMap((row) => label.get(row.file_id) ?? [])]),
      );
    },
    /** The row policies show what lies under a matter to whoever sees the matter, and to nobody else. */
    opens: (_caller: SignedIn, file: string): Promise<boolean> => store.lies(file),
  };
}
