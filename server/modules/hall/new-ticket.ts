import type { NewTicket } from '@tongban/contract';
import { ahead, type Estimate } from '@tongban/queueing';
import { waitOf } from './estimating.ts';
import type { Parts } from './parts.ts';
import { isWaiting, type Snapshot, servingOf, waitingOf } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

/** What is known of the queue before somebody. */
export type Outlook = { readonly ahead: number; readonly found: Estimate | undefined };

/** 新取的号: what is printed and shown when a ticket has been taken, or is printed again. */
export async function newTicketView(
  parts: Parts,
  row: TicketRow,
  { ahead: before, found }: Outlook,
): Promise<NewTicket> {
  const place = parts.places.at(row.hall, row.day);
  const { name } = await parts.items.facts(row.item, place);
  const key = parts.vault.open(`hall.ticket.key|${row.ticket_id}`, row.key_sealed);
  return {
    ...{ ticket: row.ticket_id, key, number: row.number, itemName: name, hallName: place.hall.name },
    kind: row.kind,
    ahead: before,
    ...waitOf(found),
    ...(row.come_back_at === undefined ? {} : { comeBackAt: row.come_back_at.toISOString() }),
    takenAt: row.taken_at.toISOString(),
    url: ticketUrl(parts, key),
  };
}

/** Where the page of a ticket is. */
export function ticketUrl({ config }: Pick<Parts, 'config'>, key: string): string {
  return `${config.publicOrigin}/t/${key}`;
}

/** 前面几个人: how many wait who will be called before a ticket. */
export function aheadOf({ tickets, windows }: Snapshot, row: TicketRow): number {
  return ahead(waitingOf(row), tickets.filter(isWaiting).map(waitingOf), windows.map(servingOf));
}
