import { addDays } from '@tongban/calendar';
import type { ReplyRow, ReplyView } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type SearchAsked, type SignedIn, searchInStages, type Tx } from '../../platform/index.ts';
import type { Gaps } from './gaps.ts';
import { type Parts, placeOf, warnDays } from './parts.ts';
import type { ReplyState } from './rules.ts';
import type { Hit, Narrow } from './store/finding.ts';
import type { Views } from './views.ts';
import { sentences } from './words.ts';

type Asked = {
  q?: string;
  scope?: string;
  item?: string;
  kind?: 'reply' | 'article';
  state?: ReplyState;
  expiring?: boolean;
  /** Whether whoever types has come to an end. */
  done?: boolean;
  after?: string;
};
type Found = { rows: ReplyRow[]; next?: string; near: boolean };
const pageSize = 50;
const standing: readonly ReplyState[] = ['draft', 'review', 'in-force', 'expired'];

/** 口径库: what a post reads of it, by words or by filters, and that it used something. */
export function createLibrary(parts: Parts & { views: Views; gaps: Gaps }) {
  const { store, scopes, names, clock, views } = parts;
  const endsBy = () => addDays(shanghaiDay(clock()), warnDays);
  return {
    async list(caller: SignedIn, asked: Asked): Promise<Found> {
      const narrow = narrowOf(parts, caller, asked);
      if (narrow.scopes.length === 0) return { rows: [], near: false };
      return (asked.q ?? '').trim() === ''
        ? listed(parts, narrow, asked)
        : searched(parts, caller, { ...asked, narrow, q: asked.q ?? '' });
    },
    async about(caller: SignedIn) {
      const at = placeOf(caller);
      const [readable, writable] = [scopes.readable(at), scopes.writable(at)];
      const named = (scope: string) => ({ id: scope, name: scopes.nameOf(scope) });
      const mine = caller.role === 'spokesperson' ? writable : [];
      const items = readable.length === 0 ? [] : await store.items(readable);
      const gaps = mine.length === 0 ? 0 : await store.countGaps(mine);
      return {
        scopes: readable.map(named),
        writes: mine.map(named),
        items: items.map((id) => ({ id, name: names.item(id).zh })),
        waiting: { ...(await store.waiting(mine.length === 0 ? readable : mine, endsBy())), gaps },
      };
    },
    async get(caller: SignedIn, entryId: string): Promise<ReplyView> {
      const whole = await store.get(placeOf(caller), entryId);
      if (whole === undefined) throw missing();
      return views.view(caller, whole);
    },
    /** 引用: counts that somebody used an entry in force, for one thing once. */
    cite: (tx: Tx, cited: { entry: string; by: SignedIn; about?: string }) => cite(parts, tx, cited),
    /** 推荐口径: what of the library fits a text somebody tells; nothing is counted as a gap. */
    async suggest(caller: SignedIn, text: string, most = 5): Promise<ReplyRow[]> {
      const narrow = {
        scopes: scopes.readable(placeOf(caller)),
        states: ['in-force'] as const,
        weakest: 0.15,
      };
      const { hits, asked } = await hitsOf(parts, narrow, { q: text, most });
      return views.rows(hits, asked);
    },
  };
}

/** The best hits of a text, stage after stage. */
export async function hitsOf(
  { store, search }: Pick<Parts, 'store' | 'search'>,
  narrow: Narrow,
  { q, most }: { q: string; most: number },
): Promise<{ hits: Hit[]; asked: SearchAsked; near: boolean }> {
  const asked = search.askedOf(q);
  let strict = 0;
  const found = await searchInStages<Hit>(asked, {
    enough: 3,
    idOf: ({ entry_id, version }) => `${entry_id} ${version}`,
    async find(stage) {
      const hits = await store.find(stage, narrow, most);
      if (stage.name !== 'some') strict += hits.length;
      return hits;
    },
  });
  return { hits: found.slice(0, most), asked, near: strict === 0 && found.length > 0 };
}

async function searched(
  parts: Parts & { views: Views; gaps: Gaps },
  caller: SignedIn,
  { narrow, q, ...filters }: Asked & { narrow: Narrow; q: string },
): Promise<Found> {
  const { hits, asked, near } = await hitsOf(parts, narrow, { q, most: pageSize });
  const scope = parts.scopes.readable(placeOf(caller)).at(-1);
  // What a filter keeps out is no gap of the library, and neither is half a word.
  if (hits.length === 0 && asked.stages.length > 0 && isWholeSearch(filters) && scope !== undefined)
    await parts.gaps.count({ scope, text: q, outside: false });
  return { rows: await parts.views.rows(hits, asked), near };
}

function isWholeSearch({ done, scope, item, kind, state, expiring }: Asked): boolean {
  return done === true && [scope, item, kind, state, expiring].every((one) => one === undefined);
}

async function listed(
  { store, clock, views }: Parts & { views: Views },
  narrow: Narrow,
  asked: Asked,
): Promise<Found> {
  const isExpiring = asked.expiring === true;
  const endsBy = isExpiring ? { endsBy: addDays(shanghaiDay(clock()), warnDays) } : {};
  const after = asked.after === undefined ? {} : { after: cursorOf(asked.after) };
  const found = await store.list({ ...narrow, ...endsBy, ...after, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const more = found.length > pageSize && last !== undefined && !isExpiring;
  return {
    rows: await views.rows(shown),
    near: false,
    ...(more ? { next: `${last.changed_at.toISOString()}~${last.entry_id}` } : {}),
  };
}

function narrowOf(
  { scopes }: Parts,
  caller: SignedIn,
  { scope, item, kind, state, expiring }: Asked,
): Narrow {
  const readable = scopes.readable(placeOf(caller));
  const expired: readonly ReplyState[] = ['in-force', 'expired'];
  const states = state === undefined ? (expiring === true ? expired : standing) : [state];
  return {
    scopes: scope === undefined ? readable : readable.filter((one) => one === scope),
    states,
    kind,
    item,
  };
}

async function cite(
  { store, clock }: Parts,
  tx: Tx,
  { entry, by, about }: { entry: string; by: SignedIn; about?: string },
): Promise<{ cites: number }> {
  const at = placeOf(by);
  const whole = await store.get(at, entry, tx);
  if (whole === undefined) throw missing();
  const inForce = whole.versions.find(({ state }) => state === 'in-force');
  if (inForce === undefined)
    throw new Problem('replies.not-in-force', 'conflict', sentences['replies.not-in-force']?.zh ?? '');
  await store.insertCitation(tx, {
    ...{ citation_id: newId(), entry_id: entry, version: inForce.version, branch: at.branch },
    ...{ about, by_id: by.personId, at: clock() },
  });
  return { cites: (await store.cites([entry], tx)).get(entry) ?? 0 };
}

export function missing(): Problem {
  return new Problem('replies.missing', 'missing', sentences['replies.missing']?.zh ?? '');
}

/** Where a page went on; what nobody was given begins at the beginning. */
function cursorOf(text: string): { at: string; entry: string } {
  const [at = '', entry = ''] = text.split('~');
  const isSound = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(entry);
  if (!isSound) throw new Problem('request.malformed', 'invalid', '列表的位置不对，从头再看');
  return { at, entry };
}
