import Type from 'typebox';
import { enqueue, job, newId, type Platform, type Tx } from '../../platform/index.ts';
import type { Identity, IdentityPorts } from '../identity/index.ts';
import { createStore } from './store.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs'> & {
  identity: Pick<Identity, 'persons'>;
  sms: IdentityPorts['sms'];
};
/** What is to be told, to a person the house knows or to a phone somebody left. */
export type NewNotice = {
  personId?: string;
  phone?: string;
  kind: string;
  text: string;
  /** What it is about, e.g. `booking:ID`. */
  about?: string;
  /** Not before; absent means at once. */
  at?: Date;
  /** From then on it is of no use and is dropped. */
  staleAfter?: Date;
};
export type Notices = ReturnType<typeof createNotices>;

const sendNotice = job('notices.send', Type.Object({ notice: Type.String({ format: 'uuid' }) }));

/** 通知: keeps what is to be told with the act that makes it necessary, and sends it once, in time or never. */
export function createNotices({ db, clock, vault, jobs, identity, sms }: Deps) {
  const store = createStore(db);
  const place = (noticeId: string) => `notices.notice.sealed|${noticeId}`;

  jobs.handle(sendNotice, async ({ notice: noticeId }) => {
    const row = await store.waiting(noticeId);
    if (row === undefined) return;
    const { text, phone: left } = JSON.parse(vault.open(place(noticeId), row.sealed)) as Content;
    const known = row.person_id === undefined ? undefined : await identity.persons([row.person_id]);
    const phone = left ?? known?.get(row.person_id ?? '')?.phone;
    const isStale = row.stale_after !== undefined && row.stale_after <= clock();
    if (isStale || phone === undefined) return void (await store.end(noticeId, 'dropped', clock()));
    // Handed over again after a failure, it carries the same reference, and the gateway takes it over once.
    await sms.send({ phone, text, reference: noticeId });
    await store.end(noticeId, 'sent', clock());
  });

  return {
    async tell(tx: Tx, notice: NewNotice): Promise<void> {
      const { personId, phone, kind, text, about, at = clock(), staleAfter } = notice;
      const noticeId = newId();
      const content: Content = phone === undefined ? { text } : { text, phone };
      await store.insert(tx, {
        ...{ notice_id: noticeId, kind, at, state: 'waiting' },
        person_id: personId ?? null,
        about: about ?? null,
        stale_after: staleAfter ?? null,
        sealed: vault.seal(place(noticeId), JSON.stringify(content)),
      });
      await enqueue(tx, { job: sendNotice, data: { notice: noticeId }, runAt: at });
    },
  };
}
type Content = { text: string; phone?: string };
