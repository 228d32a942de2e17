import type { HallRules } from '@tongban/catalogue/author';
import type { Platform } from '../../platform/index.ts';
import type { Bookings } from '../bookings/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Hours } from './hours.ts';
import type { Items } from './items.ts';
import type { Places } from './places.ts';
import type { ReceiptPrinters } from './ports/receipt-printers.ts';
import type { CallingStore } from './store/calling.ts';
import type { DayStore } from './store/day.ts';
import type { FigureStore } from './store/figures.ts';
import type { TicketRow } from './store/tables.ts';
import type { TicketStore } from './store/tickets.ts';

export type Priority = NonNullable<TicketRow['priority']>;

/** Somebody the house knows, or a phone they left. */
export type Reach = { personId: string } | { phone: string };
/** What the hall asks of bookings. */
type BookingsDoor = Pick<
  Bookings,
  | 'find'
  | 'arrive'
  | 'finish'
  | 'expected'
  | 'priorityOf'
  | 'openingOf'
  | 'dayPlanOf'
  | 'earliest'
  | 'view'
  | 'takeTimed'
  | 'endTimed'
  | 'endTimedBefore'
>;

export type Deps = Pick<
  Platform,
  'db' | 'clock' | 'log' | 'vault' | 'jobs' | 'live' | 'config' | 'printer'
> & {
  offices: Pick<Offices, 'hall' | 'hallOf' | 'findWindow' | 'organisation' | 'halls'>;
  catalogue: Pick<Catalogue, 'current'>;
  identity: Pick<Identity, 'persons' | 'meet' | 'findByNumber' | 'postsOf'>;
  bookings: BookingsDoor;
  notices: Pick<Notices, 'tell'>;
  hallRules: HallRules;
  receiptPrinters: ReceiptPrinters;
};
/** What the parts of the hall share. */
export type Parts = Deps & {
  store: TicketStore & CallingStore & DayStore & FigureStore;
  places: Places;
  items: Items;
  hours: Hours;
};
