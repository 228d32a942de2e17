import type {
  ForumBrief,
  ForumItem,
  ForumLedger,
  OrderForums,
  PublicForum,
  ForumRow as RowView,
} from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import { isWithin } from '../offices/index.ts';
import { notesOf, type Parts, postOf, refused } from './parts.ts';
import { stateOf } from './rules.ts';
import type { ForumRow } from './store/tables.ts';

const mostForums = 200;
const mostOffered = 20;
const pageSize = 100;
const takers: readonly string[] = ['operator', 'spokesperson'];
const reporters: readonly string[] = ['clerk', 'approver', 'supervisor'];
const leaders: readonly string[] = ['supervisor', 'hall-manager', 'spokesperson'];

/** 专场和台账 as the desk reads them, and what anybody may read of a collection. */
export function createViews(parts: Parts) {
  const { forums, clock } = parts;
  return {
    async list(caller: SignedIn): Promise<{ forums: RowView[]; mayOpen: boolean }> {
      const rows = await forums.latest(mostForums);
      const sizes = await forums.sizes(rows.map(({ forum_id }) => forum_id));
      return {
        forums: rows.map((row) => rowView(parts, row, sizes.get(row.forum_id) ?? 0)),
        mayOpen: leaders.includes(caller.role),
      };
    },
    /** What is taken in at this post at this moment may belong to one of these. */
    async now(caller: SignedIn): Promise<{ forums: ForumBrief[] }> {
      return { forums: (await begunFor(parts, caller, true)).map(briefOf) };
    },
    async ledger(caller: SignedIn, { forum, after }: Wanted, tx?: Tx): Promise<ForumLedger> {
      const row = await forums.find(forum, tx);
      if (row === undefined) throw refused('missing', 'missing');
      return ledgerOf(parts, { caller, row, after });
    },
    ofOrder: (caller: SignedIn, order: string, tx?: Tx): Promise<OrderForums> =>
      ofOrder(parts, { caller, order, tx }),
    /** 正在征集: of the desk that takes in what the people of a division write, and of those above it. */
    async collecting(division: string): Promise<{ forums: PublicForum[] }> {
      const desk = parts.offices.intakeFor(division.slice(0, 4));
      if (desk === undefined) return { forums: [] };
      const begun = { branch: desk.branch, now: clock(), lasting: true, limit: mostOffered };
      const rows = await asMachine('worker', () => forums.begun(begun));
      return { forums: rows.filter(({ kind }) => kind === 'collection').map(publicView) };
    },
  };
}

type Wanted = { readonly forum: string; readonly after?: string | undefined };
type Seen = { readonly caller: SignedIn; readonly row: ForumRow; readonly after: string | undefined };

async function ledgerOf(parts: Parts, { caller, row, after }: Seen): Promise<ForumLedger> {
  const { entries, hotline } = parts;
  const keys = await entries.keys(row.forum_id);
  const found = await entries.page(row.forum_id, { limit: pageSize + 1, after });
  const shown = found.slice(0, pageSize);
  const notes = await notesOf(
    parts,
    await entries.notesIn(
      row.forum_id,
      shown.map(({ orderId }) => orderId),
    ),
  );
  const post = postOf(caller);
  const items = (await hotline.standing.rows(shown)).map(
    ({ key, branch, order, solved }): ForumItem => ({
      ...{ order, notes: notes(row.forum_id, key.orderId) },
      ...(solved === undefined ? {} : { solved }),
      mayNote: reporters.includes(caller.role) && isWithin(branch, post),
    }),
  );
  const last = shown.at(-1);
  return {
    ...rowView(parts, row, keys.length),
    ...{ figures: await hotline.standing.count(keys), items },
    ...(found.length > pageSize && last !== undefined ? { next: last.orderId } : {}),
    mayChange: leaders.includes(caller.role) && mayBeWritten(row, post),
  };
}

/** A contact desk is changed and ended by nobody. */
function mayBeWritten({ branch, kind, closed_at }: ForumRow, post: string): boolean {
  return branch === post && kind !== 'contact-desk' && closed_at === undefined;
}

type OfOrder = { readonly caller: SignedIn; readonly order: string; readonly tx: Tx | undefined };

async function ofOrder(parts: Parts, { caller, order, tx }: OfOrder): Promise<OrderForums> {
  const { entries, forums, hotline } = parts;
  const found = await hotline.standing.find(order);
  // A tip-off is in no forum, and nothing is said of it here.
  if (found === undefined) return { forums: [], offered: [], mayPut: false, mayNote: false };
  const { orderId } = found.key;
  const ids = await entries.ofOrder(orderId, tx);
  const rows = await forums.byIds(ids);
  const notes = await notesOf(parts, await entries.notesOf(orderId, tx));
  const mayPut = takers.includes(caller.role);
  const begun = mayPut ? await begunFor(parts, caller, false) : [];
  return {
    forums: rows.map((row) => ({ ...briefOf(row), notes: notes(row.forum_id, orderId) })),
    offered: begun.filter(({ forum_id }) => !ids.includes(forum_id)).map(briefOf),
    mayPut,
    mayNote: reporters.includes(caller.role) && isWithin(found.branch, postOf(caller)),
  };
}

/** Forums that have begun and take what this post takes in. */
function begunFor({ forums, clock }: Parts, caller: SignedIn, lasting: boolean): Promise<ForumRow[]> {
  return forums.begun({ branch: postOf(caller), now: clock(), lasting, limit: mostOffered });
}

function rowView(
  { offices, clock }: Pick<Parts, 'offices' | 'clock'>,
  row: ForumRow,
  orders: number,
): RowView {
  const { forum_id: forum, branch, kind, title, host, words, version, title_en, words_en, line } = row;
  const unit = offices.organisations().find((one) => one.branch === branch)?.name ?? branch;
  return {
    ...{ forum, kind, title, host, words, version, unit, orders, state: stateOf(row, clock()) },
    ...{ startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() },
    ...(title_en === undefined ? {} : { titleEn: title_en }),
    ...(words_en === undefined ? {} : { wordsEn: words_en }),
    ...(line === undefined ? {} : { line }),
    ...(row.closed_at === undefined ? {} : { closedAt: row.closed_at.toISOString() }),
  };
}

function briefOf({ forum_id: forum, kind, title, host }: ForumRow): ForumBrief {
  return { forum, kind, title, host };
}

function publicView({ forum_id: forum, title, title_en, words, words_en, ends_at }: ForumRow): PublicForum {
  return {
    forum,
    title: { zh: title, ...(title_en === undefined ? {} : { en: title_en }) },
    words: { zh: words, ...(words_en === undefined ? {} : { en: words_en }) },
    endsOn: shanghaiDay(ends_at),
  };
}
