import type { DocumentRow } from '@tongban/contract';
import type { ColumnType, Selectable } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../../platform/index.ts';
import type { CaseKey } from '../store/tables.ts';

type SittingTable = {
  person_id: string;
  sitting_id: string;
  clerk_id: string;
  branch: string;
  window_id: Maybe<string>;
  identified_by: 'card' | 'code' | 'typed' | 'ticket';
  /** The ticket of the queue it began with. */
  ticket_id: Maybe<string>;
  /** A jsonb column: arrives parsed, is written as text. */
  receipt: ColumnType<DocumentRow | undefined, string | undefined, string>;
  began_at: Moment;
  seen_at: Moment;
  ended_at: Maybe<Date>;
};
type TakenTable = {
  person_id: string;
  sitting_id: string;
  draft_id: string;
  position: number;
  taken_at: Moment;
  city: Maybe<string>;
  case_id: Maybe<string>;
  confirmation: Maybe<number>;
};
type ConfirmationTable = {
  person_id: string;
  sitting_id: string;
  seq: number;
  state: 'asked' | 'signed' | 'declined' | 'paper';
  shown: Buffer;
  signature_id: Maybe<string>;
  sealed: Maybe<Buffer>;
  at: Moment;
};
type MarkTable = {
  person_id: string;
  sitting_id: string;
  draft_id: string;
  material: string;
  of_person: number;
  checkpoint: string;
  result: 'ok' | 'defect';
  sealed: Maybe<Buffer>;
};
type Tables = {
  'cases.sitting': SittingTable;
  'cases.sitting_draft': TakenTable;
  'cases.sitting_confirmation': ConfirmationTable;
  'cases.sitting_mark': MarkTable;
};
export type SittingRow = Selectable<SittingTable>;
export type TakenRow = Selectable<TakenTable>;
export type ConfirmationRow = Selectable<ConfirmationTable>;
export type MarkRow = Selectable<MarkTable>;

type NewSitting = Omit<SittingRow, 'receipt' | 'ended_at'>;
type Key = Pick<SittingRow, 'person_id' | 'sitting_id'>;
type DraftKey = Key & { draft_id: string };

/** The most drafts one sitting takes up, and the most sittings one sweep ends. */
export const mostTaken = 12;
const mostSwept = 200;

/** All SQL of sittings. */
export function createSittingStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const sittings = (tx: Tx | undefined) => within(tx).selectFrom('cases.sitting').selectAll();
  return {
    ...createTakenStore(db),
    /** Begins a sitting; undefined when this clerk has just begun another. */
    insert: (tx: Tx, row: NewSitting): Promise<SittingRow | undefined> =>
      within(tx)
        .insertInto('cases.sitting')
        .values(row)
        .onConflict((conflict) => conflict.column('clerk_id').where('ended_at', 'is', null).doNothing())
        .returningAll()
        .executeTakeFirst(),
    find: (tx: Tx | undefined, clerkId: string, sittingId: string): Promise<SittingRow | undefined> =>
      sittings(tx).where('sitting_id', '=', sittingId).where('clerk_id', '=', clerkId).executeTakeFirst(),
    lock: (tx: Tx, clerkId: string, sittingId: string): Promise<SittingRow | undefined> =>
      sittings(tx)
        .where('sitting_id', '=', sittingId)
        .where('clerk_id', '=', clerkId)
        .forUpdate()
        .executeTakeFirst(),
    lockOpen: (tx: Tx, clerkId: string): Promise<SittingRow | undefined> =>
      sittings(tx)
        .where('clerk_id', '=', clerkId)
        .where('ended_at', 'is', null)
        .forUpdate()
        .executeTakeFirst(),
    findOpen: (tx: Tx, clerkId: string): Promise<SittingRow | undefined> =>
      sittings(tx).where('clerk_id', '=', clerkId).where('ended_at', 'is', null).executeTakeFirst(),
    /** The open sitting at a window, the latest where clerks took turns. */
    atWindow: (tx: Tx | undefined, windowId: string): Promise<SittingRow | undefined> =>
      sittings(tx)
        .where('window_id', '=', windowId)
        .where('ended_at', 'is', null)
        .orderBy('began_at', 'desc')
        .orderBy('sitting_id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    leftOpen: (before: Date): Promise<SittingRow[]> =>
      sittings(undefined)
        .where('ended_at', 'is', null)
        .where('seen_at', '<', before)
        .orderBy('seen_at')
        .limit(mostSwept)
        .execute(),
    touch: (tx: Tx, key: Key, at: Date) => changed(tx, key, { seen_at: at }),
    end: (tx: Tx, key: Key, at: Date) => changed(tx, key, { ended_at: at }),
    setReceipt: (tx: Tx, key: Key, receipt: DocumentRow) =>
      changed(tx, key, { receipt: JSON.stringify(receipt) }),
  };
}

function changed(
  tx: Tx,
  key: Key,
  to: { seen_at?: Date; ended_at?: Date; receipt?: string },
): Promise<unknown> {
  return tx
    .withTables<Tables>()
    .updateTable('cases.sitting')
    .set(to)
    .where('person_id', '=', key.person_id)
    .where('sitting_id', '=', key.sitting_id)
    .execute();
}

/** SQL of what stands in a sitting: drafts, marks and confirmations. */
function createTakenStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    taken: (tx: Tx | undefined, key: Key): Promise<TakenRow[]> =>
      within(tx)
        .selectFrom('cases.sitting_draft')
        .selectAll()
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .orderBy('position')
        .orderBy('draft_id')
        .execute(),
    take: (tx: Tx, row: DraftKey & { position: number; taken_at: Date }) =>
      within(tx)
        .insertInto('cases.sitting_draft')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    drop: (tx: Tx, { person_id, sitting_id, draft_id }: DraftKey) =>
      within(tx)
        .deleteFrom('cases.sitting_draft')
        .where('person_id', '=', person_id)
        .where('sitting_id', '=', sitting_id)
        .where('draft_id', '=', draft_id)
        .where('case_id', 'is', null)
        .execute(),
    filed: (tx: Tx, key: DraftKey, as: CaseKey & { confirmation: number }) =>
      within(tx)
        .updateTable('cases.sitting_draft')
        .set({ city: as.city, case_id: as.caseId, confirmation: as.confirmation })
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .where('draft_id', '=', key.draft_id)
        .execute(),
    marks: (tx: Tx | undefined, key: Key): Promise<MarkRow[]> =>
      within(tx)
        .selectFrom('cases.sitting_mark')
        .selectAll()
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .orderBy('draft_id')
        .orderBy('material')
        .orderBy('of_person')
        .orderBy('checkpoint')
        .execute(),
    /** Puts new marks in the place of all those of these drafts. */
    replaceMarks: async (tx: Tx, key: Key, { drafts, rows }: { drafts: string[]; rows: MarkRow[] }) => {
      if (drafts.length === 0) return;
      await within(tx)
        .deleteFrom('cases.sitting_mark')
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .where('draft_id', 'in', drafts)
        .execute();
      if (rows.length > 0) await within(tx).insertInto('cases.sitting_mark').values(rows).execute();
    },
    /** Forgets the marks of one material, since something else lies there now. */
    forgetMarks: (tx: Tx, key: DraftKey, slot: { material: string; of_person: number }) =>
      within(tx)
        .deleteFrom('cases.sitting_mark')
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .where('draft_id', '=', key.draft_id)
        .where('material', '=', slot.material)
        .where('of_person', '=', slot.of_person)
        .execute(),
    lastConfirmation: (tx: Tx | undefined, key: Key): Promise<ConfirmationRow | undefined> =>
      within(tx)
        .selectFrom('cases.sitting_confirmation')
        .selectAll()
        .where('person_id', '=', key.person_id)
        .where('sitting_id', '=', key.sitting_id)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    insertConfirmation: (tx: Tx, row: ConfirmationRow) =>
      within(tx).insertInto('cases.sitting_confirmation').values(row).execute(),
  };
}
export type SittingStore = ReturnType<typeof createSittingStore>;
