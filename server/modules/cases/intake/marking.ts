import type { IntakeMark } from '@tongban/contract';
import type { Platform, Tx } from '../../../platform/index.ts';
import { inHand } from './items.ts';
import type { OpenSitting } from './parts.ts';
import type { MarkRow, SittingRow, SittingStore } from './store.ts';

type Deps = Pick<Platform, 'vault'> & { store: SittingStore };
export type Marking = ReturnType<typeof createMarking>;

/** 收件核对: what was found at intake checkpoints before the drafts become cases; what is said of a defect is sealed. */
export function createMarking({ store, vault }: Deps) {
  const place = ({ sitting_id, draft_id, material, of_person, checkpoint }: Omit<MarkRow, 'sealed'>) =>
    `cases.sitting_mark.sealed|${sitting_id}|${draft_id}|${material}|${of_person}|${checkpoint}`;
  const rowOf = ({ person_id, sitting_id }: SittingRow, mark: IntakeMark): MarkRow => {
    const { draft: draft_id, material, person: of_person = 0, checkpoint, result, say } = mark;
    const row = { person_id, sitting_id, draft_id, material, of_person, checkpoint, result };
    return { ...row, sealed: say === undefined ? undefined : vault.seal(place(row), say) };
  };
  const markOf = ({ sealed, ...row }: MarkRow): IntakeMark => ({
    ...{ draft: row.draft_id, material: row.material, checkpoint: row.checkpoint, result: row.result },
    ...(row.of_person === 0 ? {} : { person: row.of_person }),
    ...(sealed === undefined ? {} : { say: vault.open(place(row), sealed) }),
  });
  return {
    list: async (tx: Tx, row: SittingRow): Promise<IntakeMark[]> => (await store.marks(tx, row)).map(markOf),
    /** Puts these marks in the place of all marks of the drafts in hand; of two on one point the later counts. */
    async replace(tx: Tx, sitting: OpenSitting, marks: readonly IntakeMark[]): Promise<void> {
      for (const { draft } of marks) inHand({ sitting }, draft);
      const rows = new Map(marks.map((mark) => rowOf(sitting.row, mark)).map((row) => [place(row), row]));
      const drafts = sitting.inHand.map(({ taken }) => taken.draft_id);
      await store.replaceMarks(tx, sitting.row, { drafts, rows: [...rows.values()] });
    },
  };
}
