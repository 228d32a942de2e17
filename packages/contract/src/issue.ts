import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { DocumentRow } from './files.ts';
import { rawReply, route } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const issue = { roles: ['clerk'], scope: 'hall' } as const;
const AtCollection = Type.Object({ collection: Id }, closed);

/** 待领结果: one result that waits at the issue desk. */
export const Waiting = Type.Object(
  {
    case: CaseNumber,
    itemName: Type.String(),
    applicant: Type.String({ description: '已打码' }),
    result: Type.String(),
    readySince: Moment,
    how: Type.Enum(['desk', 'express'], { description: '申请时填了收件地址的寄递' }),
    /** 已寄出：快递单号。 */
    waybill: Type.Optional(Type.String()),
    /** 打印面单时快递给的单号；交寄时已经填好。 */
    ordered: Type.Optional(Type.String()),
    documents: Type.Array(DocumentRow),
  },
  closed,
);
export type Waiting = Static<typeof Waiting>;

/** 领取: one person collecting one or several results at the issue desk. */
export const Collection = Type.Object(
  {
    collection: Id,
    person: Type.Object({ name: Type.String(), citizenNumber: Type.String() }, closed),
    verified: Type.Boolean({ description: '证件与办件申请人（或受托人）一致' }),
    byAgent: Type.Optional(Type.String({ description: '代领人姓名，已打码' })),
    results: Type.Array(Waiting),
    signature: Type.Enum(['none', 'asked', 'signed', 'declined', 'paper']),
    /** Why it was signed on paper, or what the person said instead of signing. */
    note: Type.Optional(Type.String()),
    /** What has been handed over; the results are what still waits. */
    handed: Type.Array(CaseNumber),
    handedAt: Type.Optional(Moment),
  },
  closed,
);
export type Collection = Static<typeof Collection>;

export const issueRoutes = {
  find: route({
    method: 'POST',
    path: '/desk/collections',
    access: issue,
    summary: 'Find what waits for a person by the pickup code or case number scanned at the issue desk',
    body: Type.Object({ code: Type.String({ minLength: 4, maxLength: 60 }) }, closed),
    reply: Collection,
    status: 201,
    audit: 'issue.find',
    limit: { max: 300, seconds: 3600 },
  }),
  get: route({
    method: 'GET',
    path: '/desk/collections/:collection',
    access: issue,
    summary: 'The collection as it stands',
    params: AtCollection,
    reply: Collection,
  }),
  verify: route({
    method: 'POST',
    path: '/desk/collections/:collection/verifications',
    access: issue,
    summary: 'Compare the card that was read with the applicant; somebody else needs a letter of authority',
    params: AtCollection,
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 40 }),
        citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
        /** The letter of authority, uploaded, when somebody else collects. */
        authority: Type.Optional(Id),
      },
      closed,
    ),
    reply: Collection,
    audit: 'issue.verify',
  }),
  askSignature: route({
    method: 'POST',
    path: '/desk/collections/:collection/signature-requests',
    access: issue,
    summary:
      'Show what is handed over on the second screen, to be signed; or record why it was signed on paper',
    params: AtCollection,
    body: Type.Object({ paper: Type.Optional(Type.String({ minLength: 2, maxLength: 200 })) }, closed),
    reply: Collection,
    audit: 'issue.ask-signature',
  }),
  handOver: route({
    method: 'POST',
    path: '/desk/collections/:collection/hand-overs',
    access: issue,
    summary: 'Hand the results over and close their cases',
    params: AtCollection,
    body: Type.Object({ cases: Type.Array(CaseNumber, { minItems: 1, maxItems: 20 }) }, closed),
    reply: Collection,
    audit: 'issue.hand-over',
  }),
  waiting: route({
    method: 'GET',
    path: '/desk/waiting-results',
    access: issue,
    summary: 'What waits at the issue desk of my branch, the longest waiting first',
    query: Type.Object(
      {
        how: Type.Optional(Type.Enum(['desk', 'express'])),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object({ results: Type.Array(Waiting), next: Type.Optional(Type.String()) }, closed),
  }),
  labels: route({
    method: 'POST',
    path: '/desk/express-labels',
    access: issue,
    summary:
      'Labels for results that go by express, one page each; the address is the one the applicant gave',
    body: Type.Object({ cases: Type.Array(CaseNumber, { minItems: 1, maxItems: 50 }) }, closed),
    reply: rawReply('application/pdf'),
    repeatable: true,
    audit: 'issue.labels',
  }),
  send: route({
    method: 'POST',
    path: '/desk/shipments',
    access: issue,
    summary: 'Record the waybills of results given to the express',
    body: Type.Object(
      {
        shipments: Type.Array(
          Type.Object({ case: CaseNumber, waybill: Type.String({ minLength: 4, maxLength: 40 }) }, closed),
          { minItems: 1, maxItems: 50 },
        ),
      },
      closed,
    ),
    reply: Type.Object(
      {
        done: Type.Array(CaseNumber),
        failed: Type.Array(Type.Object({ case: CaseNumber, why: Type.String() }, closed)),
      },
      closed,
    ),
    audit: 'issue.send',
  }),
};
