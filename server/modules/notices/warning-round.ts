import type { NoticeFacts } from '@tongban/catalogue';
import Type from 'typebox';
import { type Db, type Jobs, job, type Tx, transaction } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { WarningRow } from './store/tables.ts';
import type { WarningStore } from './store/warnings.ts';
import type { NewNotice } from './telling.ts';

export type RoundParts = {
  db: Db;
  clock: () => Date;
  jobs: Pick<Jobs, 'handle' | 'every'>;
  warnings: WarningStore;
  identity: Pick<Identity, 'accountsAfter'>;
  tell: (tx: Tx, notice: NewNotice) => Promise<void>;
};
/** Which text says a warning: only the urgent one goes by text message. */
export const warningEvents = { usual: 'notices.warning', urgent: 'notices.urgent-warning' } as const;
/** Goes through the people of every warning that is confirmed. */
export const tellEverybody = job('notices.warn', Type.Object({}));

/** House default: so many people are told in one transaction. */
const batch = 200;

/**
 * 群发: the people of a warning are told in batches, in the order of their ids. How far it has come is kept with those who
 * were told, so that a process that dies has told nobody twice and left nobody out; within a minute another goes on.
 */
export function createWarningRound(parts: RoundParts): void {
  const { jobs, warnings } = parts;
  const round = async () => {
    for (const id of await warnings.going()) while (await tellSome(parts, id));
  };
  jobs.handle(tellEverybody, round);
  jobs.every('notices.warn-on', '* * * * *', round);
}

/** One batch; tells whether there are more people. */
function tellSome({ db, clock, warnings, identity, tell }: RoundParts, id: string): Promise<boolean> {
  return transaction(db, async (tx) => {
    const row = await warnings.take(tx, id);
    if (row === undefined) return false;
    if (row.stale_after <= clock()) {
      await warnings.end(tx, id, 'stale', clock());
      return false;
    }
    const people = await identity.accountsAfter(tx, { after: row.reached, limit: batch });
    for (const personId of people) await tell(tx, noticeOf(row, personId));
    const reached = people.at(-1) ?? row.reached ?? null;
    await warnings.reach(tx, id, { told: row.told + people.length, reached });
    if (people.length === batch) return true;
    await warnings.end(tx, id, 'told', clock());
    return false;
  });
}

function noticeOf(row: WarningRow, personId: string): NewNotice {
  return {
    ...{ personId, event: row.urgent ? warningEvents.urgent : warningEvents.usual },
    ...{ key: `warning:${row.warning_id}:${personId}`, staleAfter: row.stale_after },
    facts: warningFacts({
      ...{ title: row.title_zh, text: row.text_zh },
      ...(row.title_en === undefined || row.text_en === undefined
        ? {}
        : { english: { title: row.title_en, text: row.text_en } }),
    }),
  };
}

type Written = { title: string; text: string; english?: { title: string; text: string } };

/** A warning without English is told to everybody in Chinese: better that than not at all. */
export function warningFacts({ title, text, english }: Written): NoticeFacts {
  return {
    title: { zh: title, en: english?.title ?? title },
    text: { zh: text, en: english?.text ?? text },
  };
}
