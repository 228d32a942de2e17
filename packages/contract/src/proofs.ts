import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Id, ItemId, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const work = { roles: ['clerk', 'approver'], scope: 'assigned' } as const;
const readers = { roles: ['clerk', 'approver', 'dispatcher', 'supervisor'], scope: 'branch' } as const;
const AtCase = Type.Object({ case: CaseNumber }, closed);
const Slot = {
  material: Type.String({ maxLength: 80 }),
  person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
};

/** 数据核验: one question put to a data source in place of a paper, and what came back. */
export const DataCheck = Type.Object(
  {
    check: Id,
    ...Slot,
    source: Type.String({ description: '数据来源的名称' }),
    simulated: Type.Boolean({ description: '来自模拟器' }),
    state: Type.Enum(['asking', 'match', 'mismatch', 'unknown', 'away', 'manual']),
    at: Moment,
    facts: Type.Array(Type.Object({ label: Words, value: Type.String() }, closed)),
    say: Type.Optional(Type.String({ description: '不一致的地方、没查到的原因，或人工核验的理由' })),
    by: Type.Optional(Type.String()),
  },
  closed,
);
export type DataCheck = Static<typeof DataCheck>;

/** 调查任务: staff find out what no paper is asked for. */
export const Investigation = Type.Object(
  {
    task: Id,
    case: CaseNumber,
    ...Slot,
    what: Type.String(),
    dueOn: Day,
    state: Type.Enum(['open', 'found', 'not-found']),
    assignee: Type.Optional(Type.String()),
    mine: Type.Boolean(),
    finding: Type.Optional(Type.String()),
    doneAt: Type.Optional(Moment),
  },
  closed,
);
export type Investigation = Static<typeof Investigation>;

/** 告知承诺: what the applicant is told before they may promise instead of bringing a paper. */
export const UndertakingNotice = Type.Object(
  {
    material: Type.String(),
    materialName: Words,
    title: Type.String(),
    basis: Type.Array(Type.String(), { description: '设定依据' }),
    conditions: Type.Array(Type.String(), { description: '要满足的条件' }),
    proves: Type.String({ description: '本来要证明的内容' }),
    liability: Type.Array(Type.String(), { description: '不实承诺的后果' }),
    checkedWithin: Type.String({ description: '事后多久内核查' }),
    public: Type.Boolean({ description: '承诺书是否公开' }),
    commits: Type.Array(Type.String(), { description: '承诺的内容，逐条' }),
    allowed: Type.Boolean(),
    why: Type.Optional(Type.String({ description: '不能承诺的原因，例如有过虚假承诺' })),
  },
  closed,
);
export type UndertakingNotice = Static<typeof UndertakingNotice>;

/** 承诺核查: the later check of a promise. */
export const PromiseCheck = Type.Object(
  {
    task: Id,
    case: CaseNumber,
    itemName: Type.String(),
    applicant: Type.String({ description: '已打码' }),
    ...Slot,
    materialName: Type.String(),
    promisedAt: Moment,
    dueOn: Day,
    light: Type.Enum(['green', 'yellow', 'red']),
    state: Type.Enum(['open', 'kept', 'correcting', 'corrected', 'broken']),
    correctBy: Type.Optional(Day),
    finding: Type.Optional(Type.String()),
    document: Type.Optional(Id),
  },
  closed,
);
export type PromiseCheck = Static<typeof PromiseCheck>;

/** What stands in for the papers of one case. */
export const CaseProofs = Type.Object(
  {
    checks: Type.Array(DataCheck),
    investigations: Type.Array(Investigation),
    promises: Type.Array(PromiseCheck),
  },
  closed,
);
export type CaseProofs = Static<typeof CaseProofs>;

/** 不再索要、不再开具: a paper somebody asks for that is no longer asked for or issued, and what serves instead. */
export const NotNeeded = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    also: Type.Array(Type.String()),
    kind: Type.Enum(['retired', 'not-issued']),
    say: Type.String({ description: '现在怎么办' }),
    reason: Type.Optional(Type.String()),
    law: Type.Optional(Type.String()),
    items: Type.Array(ItemId, { description: '只在这些事项不再索要；空表示都不要' }),
    source: Type.String(),
  },
  closed,
);
export type NotNeeded = Static<typeof NotNeeded>;

export const proofsRoutes = {
  notNeeded: route({
    method: 'GET',
    path: '/not-needed-papers',
    access: 'public',
    summary: 'Papers no longer asked for and certificates no longer issued; found by any of their names',
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
    reply: Type.Array(NotNeeded),
  }),
  notice: route({
    method: 'GET',
    path: '/drafts/:draft/undertakings/:material',
    access: own,
    summary: 'What I am told before I promise instead of bringing this paper',
    params: Type.Object({ draft: Id, material: Type.String({ maxLength: 80 }) }, closed),
    reply: UndertakingNotice,
  }),
  windowNotice: route({
    method: 'GET',
    path: '/desk/sittings/:sitting/drafts/:draft/undertakings/:material',
    access: { roles: ['clerk'], scope: 'hall' },
    summary: 'The same notice for the person at the window',
    params: Type.Object({ sitting: Id, draft: Id, material: Type.String({ maxLength: 80 }) }, closed),
    reply: UndertakingNotice,
  }),
  ofCase: route({
    method: 'GET',
    path: '/desk/cases/:case/proofs',
    access: readers,
    summary: 'Data checks, investigations and promises of one case',
    params: AtCase,
    reply: CaseProofs,
  }),
  check: route({
    method: 'POST',
    path: '/desk/cases/:case/data-checks',
    access: work,
    summary: 'Ask the data source of a material (again)',
    params: AtCase,
    body: Type.Object(Slot, closed),
    reply: CaseProofs,
    audit: 'proofs.check',
  }),
  checkByHand: route({
    method: 'POST',
    path: '/desk/cases/:case/manual-checks',
    access: work,
    summary: 'The source is away: record how it was verified by hand, with the reason',
    params: AtCase,
    body: Type.Object(
      {
        ...Slot,
        verdict: Type.Enum(['match', 'mismatch']),
        reason: Type.String({ minLength: 4, maxLength: 300 }),
      },
      closed,
    ),
    reply: CaseProofs,
    audit: 'proofs.check-by-hand',
  }),
  investigate: route({
    method: 'POST',
    path: '/desk/cases/:case/investigations',
    access: work,
    summary: 'Open a task to find out what a material would prove',
    params: AtCase,
    body: Type.Object(
      { ...Slot, what: Type.String({ minLength: 4, maxLength: 300 }), dueOn: Type.Optional(Day) },
      closed,
    ),
    reply: CaseProofs,
    audit: 'proofs.investigate',
  }),
  finishInvestigation: route({
    method: 'POST',
    path: '/desk/investigations/:task/findings',
    access: work,
    summary: 'Finish an investigation with its finding',
    params: Type.Object({ task: Id }, closed),
    body: Type.Object(
      { verdict: Type.Enum(['found', 'not-found']), finding: Type.String({ minLength: 4, maxLength: 1000 }) },
      closed,
    ),
    reply: Investigation,
    audit: 'proofs.finish-investigation',
  }),
  promises: route({
    method: 'GET',
    path: '/desk/promises',
    access: { roles: ['clerk', 'approver'], scope: 'branch' },
    summary: 'Promises to be checked in my branch, the most urgent first',
    query: Type.Object(
      {
        state: Type.Optional(Type.Enum(['open', 'correcting', 'done'])),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object({ promises: Type.Array(PromiseCheck), next: Type.Optional(Type.String()) }, closed),
  }),
  settlePromise: route({
    method: 'POST',
    path: '/desk/promises/:task/outcomes',
    access: work,
    summary:
      'What the check found: kept; to be corrected within time; broken, so that the decision is revoked and the person recorded',
    params: Type.Object({ task: Id }, closed),
    body: Type.Object(
      {
        outcome: Type.Enum(['kept', 'correct', 'corrected', 'broken']),
        finding: Type.String({ minLength: 4, maxLength: 1000 }),
        correctBy: Type.Optional(Day),
      },
      closed,
    ),
    reply: PromiseCheck,
    audit: 'proofs.settle-promise',
  }),
  undertaking: route({
    method: 'GET',
    path: '/desk/promises/:task/document',
    access: readers,
    summary: 'The signed promise as a PDF',
    params: Type.Object({ task: Id }, closed),
    reply: rawReply('application/pdf'),
  }),
};
