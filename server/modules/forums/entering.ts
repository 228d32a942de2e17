import type { ForumNote } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { type EventOf, newId, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import { orderRegistered } from '../hotline/index.ts';
import { isWithin } from '../offices/index.ts';
import { orderEntered, orderLeft, progressNoted } from './events.ts';
import { happened, notesOf, type Parts, postOf, refused, refusedAt, saidPlace } from './parts.ts';
import { stateOf, takesOrders } from './rules.ts';
import type { ForumRow } from './store/tables.ts';
import { isAlong } from './volunteers.ts';

type Entry = { readonly forum: string; readonly order: string };
type Noted = Entry & { readonly on: string; readonly say: string };

/** 入场和进展: an order is put into a forum or taken out of it, and what was done about it is noted day by day. */
export function createEntering(parts: Parts) {
  const { forums, entries, clock } = parts;
  return {
    async put(tx: Tx, caller: SignedIn, { forum, order }: Entry): Promise<void> {
      const row = await seen(forum, tx);
      const { key } = await orderOf(parts, order);
      if (!isWithin(postOf(caller), row.branch)) throw refused('elsewhere', 'forbidden');
      if (row.kind === 'contact-desk') throw refused('volunteers-only');
      if (!takesOrders(row, clock())) throw refused('closed');
      const by = caller.personId;
      if (!(await entries.put(tx, { forumId: forum, key, at: clock(), by }))) return;
      await publish(tx, orderEntered({ ...happened(parts, row), ...key }), clock());
    },
    async takeOut(tx: Tx, { forum, order }: Entry): Promise<void> {
      const row = await seen(forum, tx);
      const { key } = await orderOf(parts, order);
      if (!(await entries.takeOut(tx, forum, key))) throw refused('entry', 'missing');
      await publish(tx, orderLeft({ ...happened(parts, row), ...key }), clock());
    },
    /** By the unit where the order stands, or above it. */
    async note(tx: Tx, caller: SignedIn, { forum, order, on, say }: Noted): Promise<ForumNote> {
      const row = await seen(forum, tx);
      const { key, branch } = await orderOf(parts, order);
      if (!(await entries.ofOrder(key.orderId, tx)).includes(forum)) throw refused('entry', 'missing');
      if (!isWithin(branch, postOf(caller))) throw refused('unit', 'forbidden');
      if (on > shanghaiDay(clock())) throw refusedAt(['/on'], 'day');
      if (say.trim() === '') throw refusedAt(['/say'], 'empty');
      const noteId = newId();
      const note = {
        ...{ forum_id: forum, order_id: key.orderId, note_id: noteId, on_day: on, at: clock() },
        ...{ by_id: caller.personId, said: parts.vault.seal(saidPlace(noteId), say.trim()) },
      };
      await entries.insertNote(tx, note);
      await publish(tx, progressNoted({ ...happened(parts, row), ...key }), clock());
      const [told] = (await notesOf(parts, [note]))(forum, key.orderId);
      if (told === undefined) throw refused('entry', 'missing');
      return told;
    },
  };

  async function seen(forumId: string, tx: Tx) {
    const row = await forums.find(forumId, tx);
    if (row === undefined) throw refused('missing', 'missing');
    return row;
  }
}

async function orderOf({ hotline }: Parts, number: string) {
  const found = await hotline.standing.find(number);
  if (found === undefined) throw refused('order', 'missing');
  return found;
}

/** 随工单入场: what was said to belong to a forum enters it with the order itself. */
export function followOrders(parts: Parts): void {
  const { outbox, forums, entries, hotline } = parts;
  outbox.subscribe({
    name: 'forums.follow-orders',
    on: [orderRegistered] as const,
    handle: async (tx, { data }) => {
      if (data.forum === undefined || data.tipOff) return;
      const row = await forums.find(data.forum, tx);
      const found = await hotline.standing.find(data.number);
      if (row === undefined || found === undefined) return;
      if (!belongs(row, data) || !(await maySay(parts, row, { ...data, by: found.namedPerson }))) return;
      const at = new Date(data.at);
      if (await entries.put(tx, { forumId: row.forum_id, key: found.key, at }))
        await publish(tx, orderEntered({ ...happened(parts, row), ...found.key }), at);
    },
  });
}

type Said = {
  readonly by: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly at: string;
};

/** To a contact desk only its volunteers of that day say something, in their own name; to the others anybody. */
async function maySay({ volunteers }: Parts, row: ForumRow, { by, receivedAt, at }: Said): Promise<boolean> {
  if (row.kind !== 'contact-desk') return true;
  const moment = new Date(receivedAt ?? at);
  if (by === undefined) return false;
  const branches = await volunteers.branchesOf(by, { day: shanghaiDay(moment), at: moment });
  return branches.includes(row.branch);
}

type Registered = EventOf<typeof orderRegistered>['data'];

/** Whether an order came while the forum was open, to a desk it takes from, and on a way that leads to its kind. */
function belongs(row: ForumRow, { desk, branch, channel, receivedAt, at }: Registered): boolean {
  const isFromOutside = channel === 'web' || channel === 'wechat';
  if (row.kind === (isFromOutside ? 'leader-answering' : 'contact-desk')) return false;
  const isHere = row.kind === 'contact-desk' ? isAlong : isWithin;
  return isHere(desk ?? branch, row.branch) && stateOf(row, new Date(receivedAt ?? at)) === 'open';
}
