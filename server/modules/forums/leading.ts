import type { ForumWish } from '@tongban/contract';
import { newId, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { forumChanged, forumClosed, forumOpened } from './events.ts';
import { happened, type Parts, postOf, refused, refusedAt } from './parts.ts';
import type { ForumRow } from './store/tables.ts';

type Versioned = { readonly forum: string; readonly version: number };

/** 设专场: a forum is set up, written anew and ended by those who lead its branch. */
export function createLeading(parts: Parts) {
  const { forums, clock } = parts;
  return {
    async open(tx: Tx, caller: SignedIn, wish: ForumWish): Promise<string> {
      const now = clock();
      const row: ForumRow = {
        ...{ forum_id: newId(), branch: postOf(caller), by_id: caller.personId, at: now, version: 0 },
        ...{ closed_at: undefined, ...columnsOf(wish, '') },
      };
      await forums.insert(tx, row);
      await publish(tx, forumOpened(happened(parts, row)), now);
      return row.forum_id;
    },
    async change(tx: Tx, caller: SignedIn, { wish, ...of }: Versioned & { wish: ForumWish }) {
      const row = await locked(parts, tx, { caller, of });
      await forums.change(tx, row.forum_id, {
        ...emptied(columnsOf(wish, '/wish')),
        version: row.version + 1,
      });
      await publish(tx, forumChanged(happened(parts, { ...row, kind: wish.kind })), clock());
    },
    async close(tx: Tx, caller: SignedIn, of: Versioned): Promise<void> {
      const row = await locked(parts, tx, { caller, of });
      const now = clock();
      await forums.change(tx, row.forum_id, { closed_at: now, version: row.version + 1 });
      await publish(tx, forumClosed(happened(parts, row)), now);
    },
  };
}

type Asked = { readonly caller: SignedIn; readonly of: Versioned };

/** A forum of one’s own branch that nobody has ended, as one has just seen it. */
async function locked(parts: Parts, tx: Tx, { caller, of }: Asked): Promise<ForumRow> {
  const found = await parts.forums.find(of.forum, tx);
  if (found === undefined) throw refused('missing', 'missing');
  if (found.branch !== postOf(caller)) throw refused('branch', 'forbidden');
  if (found.kind === 'contact-desk') throw refused('standing');
  const row = await parts.forums.lock(tx, of.forum);
  if (row === undefined || row.version !== of.version) throw refused('version');
  if (row.closed_at !== undefined) throw refused('over');
  return row;
}

/** The columns of what was written; `at` is where it stands in what was sent. */
function columnsOf(wish: ForumWish, at: string) {
  const blank = (['title', 'host', 'words'] as const).filter((name) => wish[name].trim() === '');
  if (blank.length > 0)
    throw refusedAt(
      blank.map((name) => `${at}/${name}`),
      'empty',
    );
  const [starts_at, ends_at] = [new Date(wish.startsAt), new Date(wish.endsAt)];
  if (!(starts_at < ends_at)) throw refusedAt([`${at}/endsAt`], 'times');
  return {
    ...{ kind: wish.kind, title: wish.title.trim(), host: wish.host.trim(), words: wish.words.trim() },
    ...{ title_en: wish.titleEn, words_en: wish.wordsEn, line: wish.line, starts_at, ends_at },
  };
}

/** What is not said any more is emptied. */
function emptied({ title_en = null, words_en = null, line = null, ...rest }: Optional) {
  return { ...rest, title_en, words_en, line };
}
type Optional = Omit<ReturnType<typeof columnsOf>, 'title_en' | 'words_en' | 'line'> & {
  title_en?: string | null | undefined;
  words_en?: string | null | undefined;
  line?: string | null | undefined;
};
