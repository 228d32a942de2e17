import { Problem } from '@tongban/kernel';
import { move, type TicketAct } from '@tongban/queueing';
import type { TicketRow } from './store/tables.ts';

/** The state a ticket comes to by an act; refuses what cannot be done with it now. */
export function moved(row: Pick<TicketRow, 'state'>, act: TicketAct): TicketRow['state'] {
  const found = move(row.state, act);
  if (found.ok) return found.state;
  throw new Problem('hall.move', 'conflict', found.says);
}

export function missing(): Problem {
  return new Problem('hall.ticket', 'missing', '没有这个号，看一眼号码再试');
}

export function inHand({ number }: Pick<TicketRow, 'number'>): Problem {
  return new Problem('hall.in-hand', 'conflict', `手上的 ${number} 还没有办完，先办结、过号、暂缓或转走`);
}
