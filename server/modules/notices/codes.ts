import type { NoticeBook } from '@tongban/catalogue/author';
import { asMachine, newId, type Platform, transaction } from '../../platform/index.ts';
import type { Carrying } from './carrying.ts';
import { createBox } from './kept.ts';
import { resultOf } from './lanes.ts';
import { createDeliveryStore } from './store/deliveries.ts';
import { createNoticeStore } from './store/notices.ts';
import type { OutwardChannel } from './store/tables.ts';
import { createTexts } from './texts.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault'> & {
  book: NoticeBook;
  carrying: Carrying;
  /** Which text says it, and by which channel. */
  event: string;
  channel: OutwardChannel;
};
export type CodeSender = ReturnType<typeof createCodeSender>;
type Code = { readonly to: string; readonly code: string; readonly minutes: number };
const hidden = '······';

/**
 * 验证码: hands a one-time code over at once and never by itself again: that it goes is written down before it goes. What is
 * kept does not hold the code. Throws where surely no provider has taken it.
 */
export function createCodeSender({ db, clock, vault, book, carrying, event, channel }: Deps) {
  const notices = createNoticeStore(db);
  const deliveries = createDeliveryStore(db);
  const box = createBox(vault);
  const texts = createTexts(book);
  const begin = (to: string, minutes: string) =>
    transaction(db, async (tx) => {
      const [noticeId, deliveryId, now] = [newId(), newId(), clock()];
      const said = texts.said(event, { code: hidden, minutes });
      const notice = {
        ...{ notice_id: noticeId, kind: event, at: now },
        sealed: box.seal(noticeId, channel === 'sms' ? { said, phone: to } : { said, mail: to }),
        ...{ person_id: null, about: null, case_number: null, key: null, stale_after: null },
      };
      await notices.insert(tx, notice, [
        {
          ...{ delivery_id: deliveryId, notice_id: noticeId, person_id: null, channel },
          ...{ state: 'sending', urgent: true, once: true, attempts: 1, claimed_at: now },
          ...{ made_at: now, due_at: now, first_due_at: now, stale_after: null },
        },
      ]);
      return deliveryId;
    });
  return {
    kind: carrying.carriers.every(({ kind }) => kind === 'simulator')
      ? ('simulator' as const)
      : ('http' as const),
    send: ({ to, code, minutes }: Code): Promise<void> =>
      asMachine('worker', async () => {
        const reference = await begin(to, String(minutes));
        const said = texts.said(event, { code, minutes: String(minutes) });
        const carried = await carrying.hand({
          reference,
          to,
          ...texts.letter(said, { channel, locale: 'zh' }),
        });
        const row = { delivery_id: reference, attempts: 1, once: true };
        await transaction(db, (tx) => deliveries.record(tx, [resultOf(row, carried, clock())]));
        await carrying.balance();
        // After a silence the code may still arrive, and then it must work.
        if (carried.how === 'away' || carried.how === 'refused') throw new Error(carried.why);
      }),
  };
}
