import type { ModuleBytes } from '../../platform/index.ts';

const sealedTicket = (column: string, name = column) => ({
  ...{ table: 'hall.ticket', column, key: ['city', 'ticket_id'] },
  ...{ name: `hall.ticket.${name}`, bind: ['ticket_id'] },
});

/** 密封列: the keys of ticket pages, phones left by walk-ins, and what is said about somebody's ticket. */
export const hallBytes: ModuleBytes = {
  sealed: [
    sealedTicket('key_sealed', 'key'),
    sealedTicket('phone'),
    sealedTicket('note'),
    {
      ...{ table: 'hall.ticket_event', column: 'said', key: ['city', 'ticket_id', 'seq'] },
      ...{ name: 'hall.ticket_event.said', bind: ['ticket_id', 'seq'] },
    },
  ],
  other: [{ table: 'hall.ticket', column: 'key_hash', holds: 'hash' }],
};
