import type { ReplyView, WrittenReply } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { beginVersion, endVersion, indexVersion } from './ending.ts';
import { missing } from './library.ts';
import { type Parts, placeOf } from './parts.ts';
import { type EditingAct, isOver, mayEdit, type Why } from './rules.ts';
import type { WholeEntry } from './store/entries.ts';
import type { EntryRow, VersionRow } from './store/tables.ts';
import { factsOf, type Views } from './views.ts';
import { sentences, whyNot } from './words.ts';

type Begun = { kind: 'reply' | 'article'; scope: string; item?: string; words: WrittenReply };
type Saved = { entry: string; revision?: number; words: WrittenReply };
type Acted = { entry: string; revision: number };
type Whole = Parts & { views: Views };
type Open = { tx: Tx; caller: SignedIn; whole: WholeEntry; version: VersionRow };

/** 编辑: from a draft to a version in force, by two persons; what was said before is kept. */
export function createEditing(parts: Whole) {
  const { store, clock } = parts;
  const seen = async (tx: Tx, caller: SignedIn, entryId: string): Promise<ReplyView> => {
    const whole = await store.get(placeOf(caller), entryId, tx);
    if (whole === undefined) throw missing();
    return parts.views.view(caller, whole, tx);
  };
  return {
    async create(tx: Tx, caller: SignedIn, begun: Begun): Promise<ReplyView> {
      const entry = entryFrom(parts, caller, begun);
      await store.insertEntry(tx, entry);
      await addDraft(parts, tx, { entry, caller, words: begun.words, version: 1 });
      return seen(tx, caller, entry.entry_id);
    },
    async save(tx: Tx, caller: SignedIn, saved: Saved): Promise<ReplyView> {
      await saveDraft(parts, { tx, caller, saved });
      return seen(tx, caller, saved.entry);
    },
    async send(tx: Tx, caller: SignedIn, acted: Acted): Promise<ReplyView> {
      const { version, whole } = await openFor(parts, 'send', { tx, caller, acted });
      refuseOver(parts, version);
      await store.change(tx, version, { state: 'review', note: null, changed_at: clock() });
      await indexVersion(parts, tx, whole.entry, { ...version, state: 'review' });
      return seen(tx, caller, acted.entry);
    },
    async turnBack(tx: Tx, caller: SignedIn, acted: Acted & { reason: string }): Promise<ReplyView> {
      const { version, whole } = await openFor(parts, 'return', { tx, caller, acted });
      await store.change(tx, version, { state: 'draft', note: acted.reason, changed_at: clock() });
      await indexVersion(parts, tx, whole.entry, { ...version, state: 'draft' });
      return seen(tx, caller, acted.entry);
    },
    async approve(tx: Tx, caller: SignedIn, acted: Acted): Promise<ReplyView> {
      const open = await openFor(parts, 'approve', { tx, caller, acted });
      refuseOver(parts, open.version);
      await putInForce(parts, open);
      return seen(tx, caller, acted.entry);
    },
    withdraw: async (tx: Tx, caller: SignedIn, acted: Withdrawn): Promise<ReplyView> => {
      await withdraw(parts, { tx, caller, acted });
      return seen(tx, caller, acted.entry);
    },
  };
}

type Withdrawn = Acted & { version: number; reason: string };

/** What is wrong is stopped at once, by one person, with the reason. */
async function withdraw(parts: Whole, { tx, caller, acted }: { tx: Tx; caller: SignedIn; acted: Withdrawn }) {
  const whole = await locked(parts, { tx, caller, entryId: acted.entry });
  const version = whole.versions.find((one) => one.version === acted.version);
  if (version === undefined) throw refused('order');
  refuse('withdraw', { caller, whole, version, revision: acted.revision });
  await endVersion(parts, tx, { entry: whole.entry, version, to: 'withdrawn', note: acted.reason });
}

function entryFrom({ scopes }: Whole, caller: SignedIn, { kind, scope, item }: Begun): EntryRow {
  const branch = scopes.ownerOf(scope);
  if (branch === undefined || !scopes.writable(placeOf(caller)).includes(scope))
    throw new Problem('replies.scope', 'forbidden', sentences['replies.scope']?.zh ?? '');
  return { entry_id: newId(), key: undefined, kind, origin: 'written', branch, scope, item, shown: false };
}

/** The draft that is open is written over; where none is, the next version begins. */
async function saveDraft(parts: Whole, { tx, caller, saved }: { tx: Tx; caller: SignedIn; saved: Saved }) {
  const whole = await locked(parts, { tx, caller, entryId: saved.entry });
  const { entry, versions } = whole;
  const open = versions.find(({ state }) => state === 'draft' || state === 'review');
  if (open === undefined) {
    if (entry.origin === 'edition') throw refused('generated');
    const version = (versions[0]?.version ?? 0) + 1;
    return addDraft(parts, tx, { entry, caller, words: saved.words, version });
  }
  refuse('save', { caller, whole, version: open, revision: saved.revision });
  const authors = [...new Set([...open.author_ids, caller.personId])];
  const written = { ...columnsOf(saved.words), author_ids: authors, changed_at: parts.clock() };
  await parts.store.change(tx, open, written);
  await indexVersion(parts, tx, entry, { ...open, ...readColumns(saved.words) });
}

type NewDraft = { entry: EntryRow; caller: SignedIn; words: WrittenReply; version: number };

async function addDraft(parts: Whole, tx: Tx, { entry, caller, words, version }: NewDraft): Promise<void> {
  const row: VersionRow = {
    ...{ entry_id: entry.entry_id, version, branch: entry.branch, state: 'draft', revision: 0 },
    ...readColumns(words),
    ...{ edition_id: undefined, hash: undefined, author_ids: [caller.personId], approver_id: undefined },
    ...{ note: undefined, changed_at: parts.clock(), in_force_at: undefined, ended_at: undefined },
  };
  await parts.store.insertVersion(tx, row);
  await indexVersion(parts, tx, entry, row);
}

/** The version before ends in the same act, so that there is never a moment with two. */
async function putInForce(parts: Whole, { tx, caller, whole, version }: Open): Promise<void> {
  const { entry, versions } = whole;
  const before = versions.find(({ state }) => state === 'in-force');
  if (before !== undefined) await endVersion(parts, tx, { entry, version: before, to: 'replaced' });
  for (const old of versions.filter(({ state }) => state === 'expired')) await parts.store.forget(tx, old);
  const at = parts.clock();
  const approved = {
    state: 'in-force' as const,
    approver_id: caller.personId,
    changed_at: at,
    in_force_at: at,
  };
  await parts.store.change(tx, version, approved);
  await beginVersion(parts, tx, entry, { ...version, ...approved });
}

/** The open version of an entry, if this may be done with it. */
async function openFor(
  parts: Whole,
  act: EditingAct,
  { tx, caller, acted }: { tx: Tx; caller: SignedIn; acted: Acted },
): Promise<Open> {
  const whole = await locked(parts, { tx, caller, entryId: acted.entry });
  const version = whole.versions.find(({ state }) => state === 'draft' || state === 'review');
  if (version === undefined) throw refused(whole.entry.origin === 'edition' ? 'generated' : 'order');
  refuse(act, { caller, whole, version, revision: acted.revision });
  return { tx, caller, whole, version };
}

async function locked(
  { store }: Whole,
  { tx, caller, entryId }: { tx: Tx; caller: SignedIn; entryId: string },
) {
  const at = placeOf(caller);
  const whole = await store.lock(tx, at, entryId);
  if (whole !== undefined) return whole;
  if ((await store.get(at, entryId, tx)) === undefined) throw missing();
  throw new Problem('replies.scope', 'forbidden', sentences['replies.scope']?.zh ?? '');
}

type Refusable = { caller: SignedIn; whole: WholeEntry; version: VersionRow; revision: number | undefined };

function refuse(act: EditingAct, { caller, whole, version, revision }: Refusable): void {
  const by = { personId: caller.personId, origin: whole.entry.origin, revision };
  const verdict = mayEdit(act, factsOf(version), by);
  if (!verdict.ok) throw refused(verdict.why);
}

function refuseOver({ clock }: Whole, { valid_until }: VersionRow): void {
  if (isOver(valid_until, shanghaiDay(clock()))) throw refused('ended');
}

function refused(why: Why): Problem {
  return new Problem(`replies.${why}`, 'conflict', whyNot[why]);
}

/** Words as the columns keep them; what is not there is emptied. */
function columnsOf(words: WrittenReply) {
  const { titleEn = null, textEn = null, basis = null, validUntil = null } = words;
  return {
    ...{ title: words.title.trim(), used_when: words.usedWhen.trim(), text: words.text.trim() },
    ...{ title_en: titleEn, text_en: textEn, also: words.also, basis, public: words.public },
    valid_until: validUntil,
  };
}

function readColumns(words: WrittenReply) {
  const { titleEn, textEn, basis, validUntil } = words;
  return { ...columnsOf(words), title_en: titleEn, text_en: textEn, basis, valid_until: validUntil };
}
