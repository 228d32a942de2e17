import { addDays, type WorkingCalendar, workingDaysBetween } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import { type Tx, transaction } from '../../platform/index.ts';
import type { Ledger } from './ledger.ts';
import type { Parts } from './parts.ts';
import type { OrderCommand } from './rules/commands.ts';
import { decideOrder } from './rules/decide.ts';
import type { OrderRow } from './store/tables.ts';

/** Just after midnight in Shanghai, every day. */
const nightly = '20 16 * * *';
const atOnce = 200;
type Find = (tx: Tx) => Promise<OrderRow[]>;
type Round = { readonly find: Find; readonly command: OrderCommand };

/** 到期催办、超期通报、回访到期: what the days bring about by themselves, the day after each last one. */
export function sweepOrders(parts: Parts & { ledger: Ledger }): void {
  const { jobs, store, timing } = parts;
  jobs.every('hotline.sweep', nightly, async (now) => {
    const today = shanghaiDay(now);
    const before = namedBefore(timing.calendar, { today, after: timing.limits.criticism.days });
    const rounds: Round[] = [
      { find: (tx) => store.due(tx, { today, limit: atOnce }), command: { type: 'remind' } },
      { find: (tx) => store.toName(tx, { before, limit: atOnce }), command: { type: 'name' } },
      { find: (tx) => store.silent(tx, { today, limit: atOnce }), command: { type: 'close' } },
    ];
    for (const round of rounds) await sweep(parts, round, today);
  });
}

/** In portions of one transaction each; a portion in which nothing could be done is the last. */
async function sweep(
  { db, ledger, timing }: Parts & { ledger: Ledger },
  { find, command }: Round,
  today: string,
) {
  let done = atOnce;
  while (done === atOnce) {
    done = await transaction(db, async (tx) => {
      let given = 0;
      for (const row of await find(tx)) {
        const open = await ledger.read(row, tx);
        const situation = { state: open.state, actor: { kind: 'house' } as const, today };
        if (!decideOrder(situation, command, timing).ok) continue;
        await ledger.give(tx, open, { actor: { kind: 'house' }, command });
        given += 1;
      }
      return given;
    });
  }
}

/** Whoever was reminded before this day has had more working days than the rules give. */
function namedBefore(calendar: WorkingCalendar, { today, after }: { today: string; after: number }): string {
  const until = addDays(today, -1);
  let day = until;
  while (workingDaysBetween(calendar, day, until) < after) day = addDays(day, -1);
  return addDays(day, 1);
}
