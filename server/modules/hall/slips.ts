import { Problem } from '@tongban/kernel';
import Type from 'typebox';
import { enqueue, job, type SignedIn, type Slip, type Tx } from '../../platform/index.ts';
import { waitOf } from './estimating.ts';
import { ticketUrl } from './new-ticket.ts';
import type { Parts } from './parts.ts';
import type { TicketRow } from './store/tables.ts';

const printJob = job('hall.print-slip', Type.Object({ ticket: Type.String() }));
/** A slip that could not be printed for so long is not wanted any more. */
const staleMs = 3 * 60_000;
export type Slips = ReturnType<typeof createSlips>;

/** 小票: printed at reception when a ticket has been given, or again as a PDF. */
export function createSlips(parts: Parts) {
  const { store, jobs, clock, receiptPrinters, printer, places } = parts;
  jobs.handle(printJob, async ({ ticket }) => {
    const row = await store.find(undefined, ticket);
    if (row === undefined || clock().getTime() - row.taken_at.getTime() > staleMs) return;
    await receiptPrinters.print(row.hall, await slipOf(parts, row));
  });
  return {
    /** Has the receipt printer of the hall print the slip once the ticket is certain. */
    print: (tx: Tx, ticket: string): Promise<void> =>
      enqueue(tx, { job: printJob, data: { ticket }, key: `hall.slip.${ticket}`, maxAttempts: 3 }),
    /** The slip of a ticket of today as a PDF of 80 mm. */
    async pdf(caller: SignedIn, ticket: string): Promise<{ number: string; bytes: Buffer }> {
      const { at } = places.of(caller);
      const row = await store.find(undefined, ticket);
      if (row === undefined || row.hall !== at.hall || row.day !== at.day) {
        throw new Problem('hall.ticket', 'missing', '没有这个号，看一眼号码再试');
      }
      return { number: row.number, bytes: await printer.printSlip(await slipOf(parts, row)) };
    },
  };
}

/** What stands on the slip; nothing tells whose ticket it is. */
async function slipOf({ items, places, vault, config, hallRules }: Parts, row: TicketRow): Promise<Slip> {
  const place = places.at(row.hall, row.day);
  const { name } = await items.facts(row.item, place);
  const key = vault.open(`hall.ticket.key|${row.ticket_id}`, row.key_sealed);
  const { within_minutes: within } = hallRules.queue.rejoin;
  return {
    ...{ hall: place.hall.name, number: row.number, url: ticketUrl({ config }, key) },
    rows: [
      { label: '事项', value: name },
      { label: '取号时间', value: clockOf(row.taken_at) },
      ...(row.booked_for === undefined ? [] : [{ label: '预约时间', value: clockOf(row.booked_for) }]),
      ...expectation(row),
    ],
    closing: [`听到叫号到窗口办理。过号 ${within} 分钟内可以扫码重新排队。`],
  };
}

function expectation(row: TicketRow): Slip['rows'] {
  if (row.come_back_at !== undefined)
    return [{ label: '回来时间', value: `${clockOf(row.come_back_at)} 前回到大厅` }];
  if (row.foreseen_p50 === undefined || row.foreseen_p80 === undefined) return [];
  const { wait } = waitOf({ p50: row.foreseen_p50, p80: row.foreseen_p80 });
  return wait === undefined ? [] : [{ label: '预计等候', value: `${wait.from}–${wait.to} 分钟` }];
}

/** `09:05`, by the clock of Shanghai. */
export function clockOf(moment: Date): string {
  return moment.toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
}
