import type { ReplyAct, ReplyRow, ReplyVersion, ReplyView, WrittenReply } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { markedHit, type SearchAsked, type SignedIn, type Tx } from '../../platform/index.ts';
import { type Parts, placeOf, warnDays } from './parts.ts';
import { lightOf, mayEdit } from './rules.ts';
import type { WholeEntry } from './store/entries.ts';
import type { EntryRow, VersionRow } from './store/tables.ts';

/** A version with what its entry says of it. */
export type ListedVersion = VersionRow & Pick<EntryRow, 'kind' | 'origin' | 'scope' | 'item'>;
const nothingAsked: Pick<SearchAsked, 'words' | 'pairs'> = { words: [], pairs: new Set() };

/** 口径 as the desk reads it: a line of a list, and the whole entry. */
export function createViews(parts: Parts) {
  const { store, names, scopes, clock } = parts;
  const today = () => shanghaiDay(clock());
  const rowOf = (one: ListedVersion, cites: number, asked = nothingAsked): ReplyRow => ({
    ...{ entry: one.entry_id, version: one.version, kind: one.kind, origin: one.origin, state: one.state },
    ...{ scope: one.scope, scopeName: scopes.nameOf(one.scope), public: one.public, cites },
    ...(one.item === undefined ? {} : { item: one.item, itemName: names.item(one.item).zh }),
    ...(one.valid_until === undefined ? {} : { validUntil: one.valid_until }),
    ...markedHit(one, asked),
    light: lightOf({ state: one.state, validUntil: one.valid_until }, { today: today(), warnDays }),
    changedAt: one.changed_at.toISOString(),
  });
  return {
    /** The lines of a list, in its order. */
    async rows(
      found: readonly { entry_id: string; version: number }[],
      asked?: SearchAsked,
    ): Promise<ReplyRow[]> {
      if (found.length === 0) return [];
      const versions = await store.versions(undefined, found);
      const cites = await store.cites(found.map((one) => one.entry_id));
      const rows = found.flatMap(
        ({ entry_id, version }) =>
          versions.find((one) => one.entry_id === entry_id && one.version === version) ?? [],
      );
      return rows.map((one) => rowOf(one, cites.get(one.entry_id) ?? 0, asked));
    },
    async view(caller: SignedIn, whole: WholeEntry, tx?: Tx): Promise<ReplyView> {
      const { entry, versions } = whole;
      const name = await names.people(versions.flatMap(peopleOf));
      const cites = await store.cites([entry.entry_id], tx);
      const standing = versions.find(({ state }) => state === 'in-force') ?? versions[0];
      const stands = { state: standing?.state ?? 'draft', validUntil: standing?.valid_until };
      return {
        ...{ entry: entry.entry_id, kind: entry.kind, origin: entry.origin },
        ...{ scope: entry.scope, scopeName: scopes.nameOf(entry.scope) },
        ...(entry.item === undefined ? {} : { item: entry.item, itemName: names.item(entry.item).zh }),
        cites: cites.get(entry.entry_id) ?? 0,
        light: lightOf(stands, { today: today(), warnDays }),
        versions: versions.map((one) => versionView(one, name)),
        may: mayOf(parts, caller, whole),
      };
    },
  };
}
export type Views = ReturnType<typeof createViews>;

/** What stands in a version, as an editor writes it. */
function writtenOf(row: VersionRow): WrittenReply {
  return {
    ...{ title: row.title, usedWhen: row.used_when, text: row.text, also: row.also, public: row.public },
    ...(row.title_en === undefined ? {} : { titleEn: row.title_en }),
    ...(row.text_en === undefined ? {} : { textEn: row.text_en }),
    ...(row.basis === undefined ? {} : { basis: row.basis }),
    ...(row.valid_until === undefined ? {} : { validUntil: row.valid_until }),
  };
}

function peopleOf({ author_ids, approver_id }: VersionRow): string[] {
  return approver_id === undefined ? author_ids : [...author_ids, approver_id];
}

function versionView(row: VersionRow, name: (id: string) => string): ReplyVersion {
  return {
    ...writtenOf(row),
    ...{ version: row.version, revision: row.revision, state: row.state },
    authors: row.author_ids.map(name),
    ...(row.approver_id === undefined ? {} : { approver: name(row.approver_id) }),
    ...(row.note === undefined ? {} : { note: row.note }),
    changedAt: row.changed_at.toISOString(),
    ...(row.in_force_at === undefined ? {} : { inForceAt: row.in_force_at.toISOString() }),
    ...(row.ended_at === undefined ? {} : { endedAt: row.ended_at.toISOString() }),
  };
}

function mayOf({ scopes }: Parts, caller: SignedIn, { entry, versions }: WholeEntry): ReplyAct[] {
  const inForce = versions.find(({ state }) => state === 'in-force');
  const open = versions.find(({ state }) => state === 'draft' || state === 'review');
  const cite: ReplyAct[] = inForce === undefined ? [] : ['cite'];
  const writes = caller.role === 'spokesperson' && scopes.writable(placeOf(caller)).includes(entry.scope);
  if (!writes || entry.origin === 'edition') return cite;
  const by = { personId: caller.personId, origin: entry.origin };
  const shown = open ?? inForce;
  const acts = (['save', 'send', 'approve', 'return', 'withdraw'] as const).filter(
    (act) => shown !== undefined && mayEdit(act, factsOf(shown), by).ok,
  );
  return [...acts, ...(open === undefined ? (['revise'] as const) : []), ...cite];
}

/** What decides about a version. */
export function factsOf({ state, revision, author_ids }: VersionRow) {
  return { state, revision, authorIds: author_ids };
}
