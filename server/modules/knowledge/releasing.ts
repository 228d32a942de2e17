import { createHash } from 'node:crypto';
import { type ItemEdition, localise, repliesOf } from '@tongban/catalogue';
import type { LocalFields, ReplyLibrary } from '@tongban/catalogue/author';
import { asMachine, newId, type Tx, transaction } from '../../platform/index.ts';
import { endVersion, indexVersion } from './ending.ts';
import type { Parts } from './parts.ts';
import type { EntryRow, VersionRow } from './store/tables.ts';

/** What the library takes from the content of the house. */
export type LibraryContent = {
  readonly editions: readonly ItemEdition[];
  readonly local: readonly LocalFields[];
  readonly replies: readonly ReplyLibrary['replies'][number][];
};
const batch = 200;
/** What is said of words whose source nobody has looked up yet. */
const notChecked = '还没有核对到出处';
/** An entry the house brings itself. */
type Released = Pick<EntryRow, 'kind' | 'scope' | 'item'> & {
  readonly key: string;
  readonly origin: 'content' | 'edition';
} & Pick<VersionRow, 'title' | 'used_when' | 'text' | 'basis' | 'valid_until' | 'public'>;
type Known = Awaited<ReturnType<Parts['store']['released']>>[number];

/**
 * 发布口径: entries written in the content, and those that follow from item editions, made anew where an edition has changed. What
 * editors have written over stays theirs. Returns how many versions are new.
 */
export async function releaseContent(parts: Parts, content: LibraryContent): Promise<number> {
  const wanted = [...content.replies.map(fromContent), ...fromEditions(parts, content)];
  return asMachine('startup', () =>
    transaction(parts.db, async (tx) => {
      await parts.store.lockReleasing(tx);
      const known = new Map((await parts.store.released(tx)).map((row) => [row.key ?? '', row]));
      const fresh: Fresh[] = [];
      for (const one of wanted) {
        const made = await freshOf(parts, tx, { one, known: known.get(one.key) });
        if (made !== undefined) fresh.push(made);
      }
      await insertFresh(parts, tx, fresh);
      await endMissing(parts, tx, { known, wanted: new Set(wanted.map(({ key }) => key)) });
      return fresh.length;
    }),
  );
}

function fromContent(reply: LibraryContent['replies'][number]): Released {
  return {
    ...{ key: `content/${reply.id}`, kind: 'reply', origin: 'content', scope: reply.scope.division },
    ...{ item: reply.item, title: reply.name, used_when: reply.when, text: reply.text },
    ...{ basis: reply.source === 'recalled' ? notChecked : undefined, valid_until: reply.valid_until },
    // Content does not say of a reply that anybody may read it.
    public: false,
  };
}

/** What the guide says of each item, for the province, and for a city only where it says something else. */
function fromEditions({ offices }: Parts, { editions, local }: LibraryContent): Released[] {
  return editions.flatMap((edition) => {
    const { name, line } = edition.folder.item;
    const master = repliesOf(edition);
    const texts = new Map(master.map(({ id, text }) => [id, text]));
    const ofCities = local.flatMap((fields) => {
      const localised = localise(edition, fields);
      if (!localised.ok) return [];
      const own = repliesOf(localised.edition, offices.halls(fields.city, { item: edition.id, line }));
      const others = own.filter(({ id, text }) => texts.get(id) !== text);
      return others.map((reply) => fromEdition(reply, { name, scope: fields.city }));
    });
    return [...master.map((reply) => fromEdition(reply, { name, scope: '44' })), ...ofCities];
  });
}

type ItemReply = ReturnType<typeof repliesOf>[number];

/** A question of the guide does not say what it is about; here it stands among those of all items. */
function fromEdition(
  { id, item, ask, text, topic }: ItemReply,
  of: { name: string; scope: string },
): Released {
  const title = topic === 'faq' ? `${of.name}：${ask}` : ask;
  return {
    ...{ key: `edition/${id}@${of.scope}`, kind: 'reply', origin: 'edition', scope: of.scope, item },
    ...{ title, used_when: '', text, basis: undefined, valid_until: undefined, public: true },
  };
}

/** What is new of one entry, or nothing; a version that was in force ends. */
async function freshOf(
  parts: Parts,
  tx: Tx,
  { one, known }: { one: Released; known: Known | undefined },
): Promise<Fresh | undefined> {
  const hash = hashOf(one);
  if (known?.hash === hash && (known.state === 'in-force' || one.origin === 'content')) return undefined;
  if (known !== undefined && known.author_ids.length > 0) return undefined;
  const branch = parts.scopes.ownerOf(one.scope);
  if (branch === undefined) return undefined;
  const entry = entryOf(one, { branch, entryId: known?.entry_id ?? newId() });
  if (known !== undefined) {
    await endBefore(parts, tx, entry);
    await parts.store.show(tx, entry.entry_id, one.public);
  }
  const version = versionOf(one, { entry, hash, number: (known?.version ?? 0) + 1, at: parts.clock() });
  return { entry, version, isNew: known === undefined };
}

type Fresh = { entry: EntryRow; version: VersionRow; isNew: boolean };

/** Many at once, for the first start brings them all. */
async function insertFresh(parts: Parts, tx: Tx, fresh: readonly Fresh[]): Promise<void> {
  for (let at = 0; at < fresh.length; at += batch) {
    const some = fresh.slice(at, at + batch);
    const entries = some.filter(({ isNew }) => isNew).map(({ entry }) => entry);
    if (entries.length > 0) await parts.store.insertEntry(tx, entries);
    await parts.store.insertVersion(
      tx,
      some.map(({ version }) => version),
    );
    for (const { entry, version } of some) await indexVersion(parts, tx, entry, version);
  }
}

function entryOf(one: Released, { branch, entryId }: { branch: string; entryId: string }): EntryRow {
  const { key, kind, origin, scope, item } = one;
  return { entry_id: entryId, key, kind, origin, branch, scope, item, shown: one.public };
}

type Numbered = { entry: EntryRow; hash: string; number: number; at: Date };

function versionOf(one: Released, { entry, hash, number, at }: Numbered): VersionRow {
  const { title, used_when, text, basis, valid_until } = one;
  return {
    ...{ entry_id: entry.entry_id, version: number, branch: entry.branch, state: 'in-force', revision: 0 },
    ...{
      public: one.public,
      title,
      used_when,
      text,
      title_en: undefined,
      text_en: undefined,
      also: [],
      basis,
    },
    ...{ valid_until, edition_id: undefined, hash, author_ids: [], approver_id: undefined, note: undefined },
    ...{ changed_at: at, in_force_at: at, ended_at: undefined },
  };
}

async function endBefore(parts: Parts, tx: Tx, entry: EntryRow): Promise<void> {
  for (const version of await parts.store.inForceOf(tx, [entry.entry_id]))
    await endVersion(parts, tx, { entry, version, to: 'replaced' });
}

/** An item that is gone takes its entries with it. */
async function endMissing(
  parts: Parts,
  tx: Tx,
  { known, wanted }: { known: ReadonlyMap<string, Known>; wanted: ReadonlySet<string> },
): Promise<void> {
  const gone = [...known.values()].filter(
    (row) => row.state === 'in-force' && row.author_ids.length === 0 && !wanted.has(row.key ?? ''),
  );
  const rows = await parts.store.inForceOf(
    tx,
    gone.map((row) => row.entry_id),
  );
  for (const version of rows) {
    const scope = gone.find((row) => row.entry_id === version.entry_id)?.scope ?? '';
    const entry = { entry_id: version.entry_id, scope };
    await endVersion(parts, tx, { entry, version, to: 'withdrawn', note: '事项或内容里已经没有这一条' });
  }
}

function hashOf({ title, used_when, text, valid_until, public: shown }: Released): string {
  const words = JSON.stringify([title, used_when, text, valid_until ?? '', shown]);
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}
