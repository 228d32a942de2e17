import type { Route, Scope } from '@tongban/contract';
import type { Action, Kind } from './subject.ts';
import type { Reach } from './table.ts';

/** What lies at which address; the first line that fits counts. */
const places: readonly (readonly [RegExp, Kind])[] = [
  [/^\/desk\/cases\/:case\/dispatch/, 'dispatch'],
  [/^\/desk\/cases\/:case\/(proofs|data-checks|manual-checks|investigations|promises|licence-uses)/, 'proof'],
  [/^\/desk\/(investigations|promises)/, 'proof'],
  [/^\/desk\/(dispatch|assignments|absences|loads|rules)/, 'dispatch'],
  [/^\/desk\/(queue(?!-)|calls|tickets|check-ins|hall\/searches|hall\/days\/:day\/bookings)/, 'queue'],
  [/^\/desk\/hall\/(days|templates)/, 'day-plan'],
  [/^\/desk\/hall\b/, 'hall'],
  [/^\/desk\/devices/, 'device'],
  [/^(\/desk)?\/(held-)?payment/, 'payment'],
  [/^\/(bookings|booking-wishes|bookable-people|hand-offs)/, 'booking'],
  [/^\/desk\/(views|exports)/, 'view'],
  [/^\/desk\/sittings?\b/, 'sitting'],
  [/^\/desk\/(screens?|window)\b/, 'screen'],
  [/^\/desk\/shipments\/:case/, 'case'],
  [/^\/desk\/(collections|waiting-results|express-labels|shipments)/, 'collection'],
  [/^(\/desk)?\/(cases|case-lists|queue-counts|bulk-[a-z]+)/, 'case'],
  [/^\/drafts/, 'draft'],
  [/^\/notice(s|-choice)\b/, 'notice'],
  [/^\/desk\/notices/, 'outbox'],
  [/^\/(licences|family)/, 'licence'],
  [/^\/partner\/licence-checks/, 'licence-check'],
  [/^\/files/, 'file'],
  [/^\/desk\/(repairs|rating-figures|phone-ratings)/, 'repair'],
  [/^\/desk\/praises/, 'praise'],
  [/^(\/desk)?\/ratings/, 'rating'],
  [/^(\/desk)?\/surveys/, 'survey'],
  [/^(\/desk)?\/order(s|-figures|-calls|-procedures|-visits|-visit-tours|-terms|-duties)\b/, 'order'],
  [/^\/desk\/stuck-orders/, 'order'],
  [/^\/desk\/guide-defects/, 'defect'],
  [/^\/desk\/hot-topics\/:topic\/(words|publications)/, 'hot-words'],
  [/^\/desk\/hot-topics\/:topic\/notes/, 'hot-note'],
  [/^\/desk\/hot-(topics|months)/, 'hot-topic'],
  [/^\/desk\/replies\/:entry\/citations/, 'citation'],
  [/^\/desk\/(replies|reply-gaps)/, 'reply'],
  [/^\/desk\/forums\/:forum\/orders\/:order\/notes/, 'forum-note'],
  [/^\/desk\/forums\/:forum\/orders/, 'forum-order'],
  [/^\/desk\/forum(s|-orders)\b/, 'forum'],
  [/^(\/desk\/volunteers|\/contact-desk)\b/, 'volunteer'],
  [/^\/desk\/insight/, 'insight'],
  [/^\/access-log/, 'access-log'],
  [/^\/audit/, 'audit'],
  [/^\/admin/, 'account'],
  [/^\/(session|sign-out)/, 'session'],
];

/** Addresses that are asked by POST but change nothing. */
const asking = /^\/desk\/(case-lists|bulk-prints|hall\/searches|hall\/days\/:day\/previews)/;

/** What a route is about and what is done there; undefined where the policy has not heard of the address. */
export function placeOf(route: Pick<Route, 'method' | 'path'>): { kind: Kind; action: Action } | undefined {
  const { method, path } = route;
  const kind = places.find(([pattern]) => pattern.test(path))?.[1];
  if (kind === undefined) return undefined;
  if (path.endsWith('/unmaskings')) return { kind, action: 'unmask' };
  return { kind, action: method === 'GET' || asking.test(path) ? 'read' : 'change' };
}

/** By which words of the contract a reach may be declared; a route for applicants and the desk alike says the wider one. */
export const scopesFor: Readonly<Record<Reach, readonly Scope[]>> = {
  own: ['own', 'branch'],
  mandate: ['own', 'mandate'],
  branch: ['branch', 'item', 'hall'],
  held: ['assigned', 'hall', 'branch'],
  bureau: ['bureau'],
};
