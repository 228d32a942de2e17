import type { Platform } from '../../platform/index.ts';
import type { Notices } from '../notices/index.ts';
import { paymentOpened, paymentPaid, paymentRefunded } from './events.ts';
import { yuanText } from './rules.ts';

type Deps = Pick<Platform, 'outbox'> & { notices: Pick<Notices, 'tell'> };

/** 缴费通知: that something has to be paid, is paid, or is paid back reaches the one who pays. */
export function tellPayers({ outbox, notices }: Deps): void {
  outbox.subscribe({
    name: 'payments.tell-payers',
    on: [paymentOpened, paymentPaid, paymentRefunded] as const,
    handle: (tx, { type, data }) => {
      const { personId, number, title, fen, about } = data;
      const amount = { zh: `${yuanText(fen)} 元`, en: `CNY ${yuanText(fen)}` };
      const facts = { item: { zh: title.zh, en: title.en }, amount, number };
      const [, caseNumber] = /^case:(.+)$/.exec(about) ?? [];
      const of = caseNumber === undefined ? {} : { caseNumber };
      return notices.tell(tx, { personId, event: type, facts, about: `payment:${data.order}`, ...of });
    },
  });
}
