import type { NoticeFacts } from '@tongban/catalogue';
import Type from 'typebox';
import { enqueue, type Jobs, job, newId, type Tx } from '../../platform/index.ts';
import type { Box } from './kept.ts';
import type { NewDelivery } from './store/deliveries.ts';
import type { NoticeStore } from './store/notices.ts';
import type { Channel } from './store/tables.ts';
import type { Texts } from './texts.ts';

type Parts = {
  jobs: Pick<Jobs, 'isRunning'>;
  clock: () => Date;
  box: Box;
  notices: NoticeStore;
  texts: Texts;
  /** The channels somebody carries. */
  outward: ReadonlySet<Channel>;
};
/** What is to be told, to a person the house knows or to a phone somebody left. */
export type NewNotice = {
  personId?: string;
  phone?: string;
  /** Which text of content/notices says it. */
  event: string;
  facts: NoticeFacts;
  /** What it is about, e.g. `booking:ID`. */
  about?: string;
  caseNumber?: string;
  /** Told once under this name, however often it comes up. */
  key?: string;
  /** Not before; absent means at once. */
  at?: Date;
  /** From then on it is of no use and is dropped. */
  staleAfter?: Date;
};

/** Comes back to the lanes, for what is due by then. */
export const carryDue = job('notices.carry', Type.Object({}));

/** Keeps a notice and one delivery for each channel that reaches its reader, in the transaction of the act that makes it necessary. */
export function createTelling(parts: Parts) {
  const { clock, box, notices, texts, jobs } = parts;
  return {
    async tell(tx: Tx, notice: NewNotice): Promise<void> {
      const [noticeId, now] = [newId(), clock()];
      const { at = now, event, facts, phone } = notice;
      const said = texts.said(event, facts);
      const rows = deliveriesOf(parts, notice, { noticeId, at, now });
      const isNew = await notices.insert(
        tx,
        {
          ...{ ...rowOf(notice), notice_id: noticeId, at },
          sealed: box.seal(noticeId, phone === undefined ? { said } : { said, phone }),
        },
        rows,
      );
      // A house that is open looks for itself what is due.
      if (isNew && !jobs.isRunning() && rows.length > 0)
        await enqueue(tx, { job: carryDue, data: {}, runAt: at });
    },
  };
}

/** What a notice is about, as it is kept; what is left out is kept as unknown. */
function rowOf({ event, personId, about, caseNumber, key, staleAfter }: NewNotice) {
  return {
    ...{ kind: event, person_id: personId ?? null, about: about ?? null },
    ...{ case_number: caseNumber ?? null, key: key ?? null, stale_after: staleAfter ?? null },
  };
}

type Told = { noticeId: string; at: Date; now: Date };

/** By which channels an event leaves the house; the centre shows it by itself once its time has come. */
function deliveriesOf(
  { texts, outward }: Parts,
  notice: NewNotice,
  { noticeId, at, now }: Told,
): NewDelivery[] {
  const { channels, urgent, once } = texts.event(notice.event);
  const isKnown = notice.personId !== undefined;
  return channels
    .filter((one) => one === 'sms' || (isKnown && outward.has(one)))
    .map((channel) => ({
      ...{ delivery_id: newId(), notice_id: noticeId, person_id: notice.personId ?? null, channel },
      ...{ urgent: urgent === true, once: once === true, stale_after: notice.staleAfter ?? null },
      ...{ made_at: now, due_at: at, first_due_at: at, state: 'waiting' as const },
    }));
}
