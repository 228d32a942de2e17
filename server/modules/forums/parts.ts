import type { ForumNote } from '@tongban/contract';
import { Problem, type ProblemKind } from '@tongban/kernel';
import { asMachine, can, type Platform, type SignedIn } from '../../platform/index.ts';
import type { Hotline } from '../hotline/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { EntryStore } from './store/entries.ts';
import type { ForumStore } from './store/forums.ts';
import type { ForumRow, NoteRow } from './store/tables.ts';
import type { VolunteerStore } from './store/volunteers.ts';
import { sentences } from './words.ts';

/** What forums stand on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'outbox'> & {
  hotline: Pick<Hotline, 'standing'>;
  offices: Pick<Offices, 'organisations' | 'intakeFor'>;
  identity: Pick<Identity, 'persons' | 'findByNumber'>;
};
/** What the parts of forums share. */
export type Parts = Deps & { forums: ForumStore; entries: EntryStore; volunteers: VolunteerStore };

/** The branch of the post somebody asks from. */
export function postOf(caller: SignedIn): string {
  const { filter } = can(caller, 'read', { kind: 'forum' });
  if (filter.rows === 'branch') return filter.branch;
  throw refused('no-post', 'forbidden');
}

export function refused(why: string, kind: ProblemKind = 'conflict'): Problem {
  const code = `forums.${why}`;
  return new Problem(code, kind, sentences[code]?.zh ?? '');
}

/** What was written cannot stand, and where that is. */
export function refusedAt(pointers: readonly string[], why: string): Problem {
  const { code, message } = refused(why, 'invalid');
  const faults = pointers.map((pointer) => ({ pointer, code: why, message }));
  return new Problem(code, 'invalid', message, faults);
}

/** What an event says of a forum. */
export function happened({ clock }: Pick<Parts, 'clock'>, row: ForumRow) {
  return { forumId: row.forum_id, branch: row.branch, kind: row.kind, at: clock().toISOString() };
}

/** The place a note’s words are sealed in. */
export function saidPlace(noteId: string): string {
  return `forums.note.said|${noteId}`;
}

/** The place the note of an appointment is sealed in. */
export function notePlace(volunteerId: string): string {
  return `forums.volunteer.note|${volunteerId}`;
}

/** Notes of orders as the desk reads them, each under its forum and order, with one question for everybody’s names. */
export async function notesOf(
  { identity, vault }: Pick<Parts, 'identity' | 'vault'>,
  rows: readonly NoteRow[],
): Promise<(forumId: string, orderId: string) => ForumNote[]> {
  const known = await asMachine('worker', () =>
    identity.persons([...new Set(rows.map(({ by_id }) => by_id))]),
  );
  const grouped = Map.groupBy(rows, ({ forum_id, order_id }) => `${forum_id} ${order_id}`);
  return (forumId, orderId) =>
    (grouped.get(`${forumId} ${orderId}`) ?? []).map(({ note_id, on_day, by_id, said }) => ({
      ...{ on: on_day, by: known.get(by_id)?.name ?? '' },
      say: vault.open(saidPlace(note_id), said),
    }));
}
