import { shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, type Tx } from '../../platform/index.ts';
import type { OpenCase } from './model.ts';
import type { NoteStore } from './store/notes.ts';

type Urge = { kind: 'urge'; say?: string };
type Reprint = { kind: 'reprint'; title: string; number: string; reason: string };
/** 旁记: what is kept of a case beside its course; it changes nothing in the case. */
export type Note = { at: string; day: string; by: string } & (Urge | Reprint);
export type Notes = ReturnType<typeof createNotes>;

/** Keeps notes sealed, for what people say in them may name somebody. */
export function createNotes({
  clock,
  vault,
  store,
}: Pick<Platform, 'clock' | 'vault'> & { store: NoteStore }) {
  const place = (caseId: string, noteId: string) => `cases.note.sealed|${caseId}|${noteId}`;
  return {
    async add(tx: Tx, { row }: OpenCase, note: { by: string } & (Urge | Reprint)): Promise<void> {
      const { by, kind, ...said } = note;
      const [at, noteId] = [clock(), newId()];
      await store.insert(tx, {
        ...{
          city: row.city,
          case_id: row.case_id,
          note_id: noteId,
          kind,
          day: shanghaiDay(at),
          at,
          by_id: by,
        },
        sealed: vault.seal(place(row.case_id, noteId), JSON.stringify(said)),
      });
    },
    async of(tx: Tx | undefined, { row }: OpenCase): Promise<Note[]> {
      const kept = await store.of(tx, { city: row.city, caseId: row.case_id });
      return kept.map(({ note_id, kind, day, at, by_id, sealed }) => ({
        ...{ kind, day, at: at.toISOString(), by: by_id },
        ...JSON.parse(vault.open(place(row.case_id, note_id), sealed)),
      }));
    },
  };
}

/** 催办 as screens show it. */
export function urgesOf(notes: readonly Note[]): { at: string; say?: string }[] {
  return notes
    .filter((note) => note.kind === 'urge')
    .map(({ at, say }) => ({ at, ...(say === undefined ? {} : { say }) }));
}
