import type { Role } from '@tongban/contract';
import type { Action, Kind } from './subject.ts';

/**
 * 范围: how far a grant reaches. `own` one's own rows, `mandate` those of the principal, `branch` the branch of the post
 * and below with the items of the post, `held` of these only what one has in hand, `bureau` everything.
 */
export type Reach = 'own' | 'mandate' | 'branch' | 'held' | 'bureau';
export type Grant = { readonly on: Kind; readonly may: readonly Action[]; readonly within: Reach };

const see = ['read'] as const;
const both = ['read', 'change'] as const;
const session: Grant = { on: 'session', may: ['change'], within: 'own' };

function applicant(within: 'own' | 'mandate'): readonly Grant[] {
  return [
    session,
    { on: 'case', may: both, within },
    { on: 'draft', may: both, within: 'own' },
    { on: 'file', may: both, within: 'own' },
    { on: 'licence', may: both, within: 'own' },
    { on: 'booking', may: both, within: 'own' },
    { on: 'payment', may: both, within },
    { on: 'notice', may: both, within: 'own' },
    { on: 'rating', may: both, within },
    { on: 'survey', may: both, within: 'own' },
    { on: 'order', may: both, within: 'own' },
    { on: 'volunteer', may: see, within: 'own' },
    { on: 'access-log', may: see, within },
  ];
}

/** What everybody may who answers people: read the reply library and say what was used. */
const answerer: readonly Grant[] = [
  { on: 'reply', may: see, within: 'branch' },
  { on: 'citation', may: ['change'], within: 'branch' },
];
/** What whoever works on cases may do with them besides their own kind of work. */
const reader: readonly Grant[] = [
  session,
  { on: 'case', may: see, within: 'branch' },
  { on: 'file', may: see, within: 'branch' },
  { on: 'proof', may: see, within: 'branch' },
  { on: 'view', may: both, within: 'held' },
  { on: 'dispatch', may: see, within: 'branch' },
  ...answerer,
];
const caseworker: readonly Grant[] = [
  ...reader,
  { on: 'case', may: ['change', 'unmask'], within: 'held' },
  { on: 'proof', may: ['change'], within: 'held' },
];
/** What those do who see to it that a bad rating is put right. */
const mender: Grant = { on: 'repair', may: ['read', 'change', 'unmask'], within: 'branch' };
/** What those do who take orders in or handle them. */
const orders: Grant = { on: 'order', may: ['read', 'change', 'unmask'], within: 'branch' };
/** Their own uploads; what was laid under an order or a matter is read by whoever sees that. */
const uploads: Grant = { on: 'file', may: both, within: 'own' };
const registrar: readonly Grant[] = [
  { on: 'praise', may: both, within: 'branch' },
  { on: 'survey', may: see, within: 'branch' },
];
/** What those do who read the hot list, write of it for the public, and report on it. */
const hotList: Grant = { on: 'hot-topic', may: see, within: 'branch' };
const hotWords: Grant = { on: 'hot-words', may: ['change'], within: 'branch' };
const hotNotes: Grant = { on: 'hot-note', may: ['change'], within: 'branch' };
/** What those do who read the ledger of a forum, lead one, take orders into it, and report on them. */
const forums: Grant = { on: 'forum', may: see, within: 'branch' };
const forumLead: Grant = { on: 'forum', may: both, within: 'branch' };
const forumOrders: Grant = { on: 'forum-order', may: ['change'], within: 'branch' };
const forumNotes: Grant = { on: 'forum-note', may: ['change'], within: 'branch' };
/** Who reads of volunteer supervisors, and who appoints them. */
const volunteers: Grant = { on: 'volunteer', may: see, within: 'branch' };
const appointing: Grant = { on: 'volunteer', may: both, within: 'branch' };
const dispatcher: readonly Grant[] = [...reader, { on: 'dispatch', may: ['change'], within: 'branch' }];

/**
 * 权限表: what each role may do, and how far; what is not written here nobody may. Roles whose rooms are not built yet
 * may sign in and nothing else.
 */
export const table: Readonly<Record<Role, readonly Grant[]>> = {
  anyone: [session],
  citizen: applicant('own'),
  agent: applicant('mandate'),
  enterprise: applicant('own'),
  clerk: [
    ...caseworker,
    { on: 'sitting', may: both, within: 'held' },
    { on: 'screen', may: both, within: 'held' },
    { on: 'collection', may: both, within: 'held' },
    { on: 'queue', may: both, within: 'branch' },
    { on: 'payment', may: both, within: 'branch' },
    uploads,
    { on: 'rating', may: see, within: 'held' },
    ...[orders, forums, forumNotes],
  ],
  approver: [...caseworker, uploads, mender, orders, hotList, hotNotes, forums, forumNotes],
  dispatcher,
  operator: [session, orders, uploads, forums, forumOrders, ...answerer],
  spokesperson: [
    session,
    orders,
    uploads,
    { on: 'reply', may: both, within: 'branch' },
    { on: 'citation', may: ['change'], within: 'branch' },
    ...[hotList, hotWords, forumLead, forumOrders, volunteers],
  ],
  'hall-manager': [
    session,
    { on: 'queue', may: both, within: 'branch' },
    { on: 'payment', may: both, within: 'branch' },
    { on: 'hall', may: both, within: 'branch' },
    { on: 'day-plan', may: both, within: 'branch' },
    { on: 'device', may: both, within: 'branch' },
    ...[mender, orders, uploads, forumLead, volunteers, ...registrar, ...answerer],
  ],
  supervisor: [
    ...dispatcher,
    { on: 'hall', may: see, within: 'branch' },
    { on: 'payment', may: see, within: 'branch' },
    mender,
    orders,
    uploads,
    ...registrar,
    { on: 'hot-topic', may: both, within: 'branch' },
    { on: 'insight', may: see, within: 'branch' },
    ...[hotWords, hotNotes, forumLead, forumNotes, appointing],
  ],
  auditor: [session, { on: 'audit', may: see, within: 'bureau' }],
  admin: [
    session,
    { on: 'device', may: both, within: 'branch' },
    { on: 'outbox', may: both, within: 'bureau' },
    { on: 'defect', may: both, within: 'branch' },
  ],
  'security-admin': [session, { on: 'account', may: both, within: 'bureau' }],
  partner: [{ on: 'licence-check', may: ['change'], within: 'own' }],
};
