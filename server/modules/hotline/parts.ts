import type { WorkingCalendar } from '@tongban/calendar';
import { Problem } from '@tongban/kernel';
import { can, type Platform, type SignedIn, type Words } from '../../platform/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import type { TelephoneSystem } from './ports/telephone.ts';
import type { Rules } from './rules/barring.ts';
import type { OrderRules } from './rules/order-rules.ts';
import type { Post } from './rules/reach.ts';
import type { OrderStore } from './store/orders.ts';

/** What the hotline stands on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'live'> & {
  offices: Pick<Offices, 'organisations' | 'organisation' | 'intakeFor' | 'publishedPhones'>;
  identity: Pick<Identity, 'person' | 'persons'>;
  files: Pick<Files, 'mine' | 'letGo' | 'labels' | 'openTo'>;
  licences: Pick<Licences, 'wallet'>;
  cases: { own: Pick<Cases['own'], 'openOf'>; desk: Pick<Cases['desk'], 'get' | 'reaches'> };
  calendar: WorkingCalendar;
  rules: OrderRules;
  words: Words;
  /** A bureau without one takes orders without a screen-pop. */
  telephone?: TelephoneSystem;
};
/** What the parts of the hotline share. */
export type Parts = Deps & { store: OrderStore; timing: Rules };

/** Where sealed values of a row stand. */
export const places = {
  owner: (orderId: string) => `hotline.order.owner|${orderId}`,
  phone: (orderId: string) => `hotline.order.phone|${orderId}`,
  caller: (orderId: string) => `hotline.order.caller|${orderId}`,
  said: (orderId: string) => `hotline.order.said|${orderId}`,
  attachment: (orderId: string, place: number) => `hotline.attachment.file|${orderId}|${place}`,
  step: (orderId: string, seq: number) => `hotline.step.sealed|${orderId}|${seq}`,
  procedurePhone: (number: string) => `hotline.procedure.phone|${number}`,
  procedureNumber: (number: string) => `hotline.procedure.citizen_number|${number}`,
  finding: (orderId: string) => `hotline.stuck_cause.finding|${orderId}`,
  callPhone: (callId: string) => `hotline.call.phone|${callId}`,
};
/** The names blind indexes are made under. */
export const indexes = {
  owner: 'hotline.order.owner',
  phone: 'hotline.order.phone',
  file: 'hotline.attachment.file',
  citizenNumber: 'hotline.procedure.citizen_number',
  /** Tells only whether two were said by one; never the index of a column, so that it leads nowhere. */
  saidBy: 'hotline.said-by',
} as const;

/** The post somebody looks at orders from. */
export function postOf(caller: SignedIn): Post {
  const { filter } = can(caller, 'read', { kind: 'order' });
  if (filter.rows === 'branch') return { role: caller.role, branch: filter.branch };
  throw new Problem('orders.no-post', 'forbidden', '先选一个岗位');
}

/** What a unit is called. */
export function unitName({ offices }: Pick<Deps, 'offices'>, branch: string): string {
  return offices.organisations().find((one) => one.branch === branch)?.name ?? branch;
}

/** The branch of an organisation somebody named. */
export function branchOf({ offices }: Pick<Deps, 'offices'>, organisation: string): string {
  const found = offices.organisation(organisation);
  if (found === undefined) throw new Problem('orders.unit', 'invalid', '没有这个单位，重新选一个');
  return found.branch;
}

/** 所属: the four digits an order is kept and numbered under; a province has zeros after its two. */
export function cityOf(division: string): string {
  return division.slice(0, 4).padEnd(4, '0');
}
