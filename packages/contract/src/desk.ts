import Type, { type Static } from 'typebox';
import { CaseNumber, CitizenStatus, ClockView, Correction } from './cases.ts';
import { MaterialSlot } from './drafts.ts';
import { DocumentRow } from './files.ts';
import { rawReply, route } from './route.ts';
import { AnswerPairs, closed, Day, Division, Id, ItemId, Moment, Words } from './words.ts';

const readers = { roles: ['clerk', 'approver', 'dispatcher', 'supervisor'], scope: 'branch' } as const;
const intake = { roles: ['clerk'], scope: 'assigned' } as const;
const work = { roles: ['clerk', 'approver'], scope: 'assigned' } as const;
const AtCase = Type.Object({ case: CaseNumber }, closed);

/** 待办队列: which cases a list shows. */
export const queues = ['intake', 'correction', 'review', 'issue', 'mine', 'closed', 'all'] as const;

/** 待办: one case in a desk list; persons are masked. */
export const TaskRow = Type.Object(
  {
    case: CaseNumber,
    item: ItemId,
    itemName: Type.String(),
    applicant: Type.String({ description: '已打码' }),
    state: Type.String(),
    stateName: Type.String(),
    office: Type.String(),
    submittedAt: Moment,
    clock: Type.Optional(ClockView),
    holder: Type.Optional(Type.String()),
    mine: Type.Boolean(),
  },
  closed,
);
export type TaskRow = Static<typeof TaskRow>;

export const TaskList = Type.Object(
  {
    tasks: Type.Array(TaskRow),
    counts: Type.Record(Type.String(), Type.Integer()),
    next: Type.Optional(Type.String()),
  },
  closed,
);
export type TaskList = Static<typeof TaskList>;

/** 核对结果: what a clerk or reviewer found at one checkpoint of one material. */
export const Mark = Type.Object(
  {
    material: Type.String({ maxLength: 80 }),
    person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    checkpoint: Type.String({ maxLength: 80 }),
    result: Type.Enum(['ok', 'defect']),
    say: Type.Optional(Type.String({ maxLength: 300, description: '缺陷说明，群众会看到' })),
  },
  closed,
);
export type Mark = Static<typeof Mark>;

/** What the person at the desk may do with the case now; `why` says why not, in words. */
const Permitted = Type.Object(
  { command: Type.String(), may: Type.Boolean(), why: Type.Optional(Type.String()) },
  closed,
);

/** 办件（内部）: one case as the desk sees it, persons masked. */
export const DeskCase = Type.Object(
  {
    case: CaseNumber,
    item: ItemId,
    itemName: Type.String(),
    edition: Id,
    division: Division,
    office: Type.String(),
    state: Type.String(),
    stateName: Type.String(),
    status: CitizenStatus,
    step: Type.Optional(Type.Object({ id: Type.String(), name: Type.String(), role: Type.String() }, closed)),
    applicant: Type.Object(
      { name: Type.String(), citizenNumber: Type.String(), phone: Type.Optional(Type.String()) },
      closed,
    ),
    answers: AnswerPairs,
    summary: Type.Array(Type.Object({ label: Words, value: Type.String() }, closed)),
    slots: Type.Array(MaterialSlot),
    marks: Type.Array(Mark),
    clocks: Type.Array(ClockView),
    actions: Type.Array(
      Type.Object(
        { at: Moment, by: Type.String(), what: Type.String(), detail: Type.Optional(Type.String()) },
        closed,
      ),
    ),
    correction: Type.Optional(Correction),
    noticeDueOn: Type.Optional(Day),
    documents: Type.Array(DocumentRow),
    permitted: Type.Array(Permitted),
    version: Type.Integer({ description: '办件动作数，用来发现同时操作' }),
  },
  closed,
);
export type DeskCase = Static<typeof DeskCase>;

const Version = Type.Integer({ minimum: 0, description: '看到的版本；与现在不同则 409' });
const Refusal = {
  reason: Type.String({ minLength: 4, maxLength: 1000 }),
  basis: Type.String({ minLength: 2, maxLength: 400 }),
};

export const deskRoutes = {
  tasks: route({
    method: 'GET',
    path: '/desk/cases',
    access: readers,
    summary: 'Cases of my branch by queue, the most urgent first',
    query: Type.Object(
      {
        queue: Type.Optional(Type.Enum([...queues])),
        q: Type.Optional(Type.String({ maxLength: 60 })),
        item: Type.Optional(ItemId),
        after: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    reply: TaskList,
  }),
  get: route({
    method: 'GET',
    path: '/desk/cases/:case',
    access: readers,
    summary: 'One case of my branch, with what I may do now',
    params: AtCase,
    reply: DeskCase,
    audit: 'cases.read',
  }),
  claim: route({
    method: 'POST',
    path: '/desk/cases/:case/claims',
    access: { roles: ['clerk', 'approver'], scope: 'branch' },
    summary: 'Take a case into my hands',
    params: AtCase,
    body: Type.Object({ version: Version }, closed),
    reply: DeskCase,
    audit: 'cases.claim',
  }),
  mark: route({
    method: 'PUT',
    path: '/desk/cases/:case/marks',
    access: { roles: ['clerk', 'approver'], scope: 'assigned' },
    summary: 'Keep what was found at the checkpoints',
    params: AtCase,
    body: Type.Object({ marks: Type.Array(Mark, { maxItems: 400 }) }, closed),
    reply: DeskCase,
    audit: 'cases.mark',
  }),
  notify: route({
    method: 'POST',
    path: '/desk/cases/:case/correction-notices',
    access: work,
    summary: 'Send the one-time notice: every defect marked, at once',
    params: AtCase,
    body: Type.Object({ version: Version }, closed),
    reply: DeskCase,
    audit: 'cases.notify-correction',
  }),
  accept: route({
    method: 'POST',
    path: '/desk/cases/:case/acceptances',
    access: intake,
    summary: 'Accept the application; the clocks start',
    params: AtCase,
    body: Type.Object({ version: Version }, closed),
    reply: DeskCase,
    audit: 'cases.accept',
  }),
  turnAway: route({
    method: 'POST',
    path: '/desk/cases/:case/non-acceptances',
    access: intake,
    summary: 'Refuse to accept, with reason, legal basis and remedies',
    params: AtCase,
    body: Type.Object({ version: Version, ...Refusal }, closed),
    reply: DeskCase,
    audit: 'cases.not-accept',
  }),
  passStep: route({
    method: 'POST',
    path: '/desk/cases/:case/step-decisions',
    access: work,
    summary: 'Finish my step: pass it on, or return it with a reason',
    params: AtCase,
    body: Type.Object(
      {
        version: Version,
        step: Type.String({ maxLength: 40 }),
        verdict: Type.Enum(['pass', 'return']),
        note: Type.String({ maxLength: 1000 }),
      },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.pass-step',
  }),
  decide: route({
    method: 'POST',
    path: '/desk/cases/:case/decisions',
    access: work,
    summary: 'Decide: grant, or refuse with reason, legal basis and remedies',
    params: AtCase,
    body: Type.Object(
      {
        version: Version,
        verdict: Type.Enum(['grant', 'refuse']),
        reason: Type.Optional(Type.String({ maxLength: 1000 })),
        basis: Type.Optional(Type.String({ maxLength: 400 })),
      },
      closed,
    ),
    reply: DeskCase,
    audit: 'cases.decide',
  }),
  finish: route({
    method: 'POST',
    path: '/desk/cases/:case/productions',
    access: intake,
    summary: 'The result is made; the applicant may collect it',
    params: AtCase,
    body: Type.Object({ version: Version }, closed),
    reply: DeskCase,
    audit: 'cases.finish-production',
  }),
  handOver: route({
    method: 'POST',
    path: '/desk/cases/:case/hand-overs',
    access: intake,
    summary: 'Hand the result over and close the case',
    params: AtCase,
    body: Type.Object({ version: Version, receivedBy: Type.String({ maxLength: 40 }) }, closed),
    reply: DeskCase,
    audit: 'cases.hand-over',
  }),
  document: route({
    method: 'GET',
    path: '/desk/cases/:case/documents/:document',
    access: readers,
    summary: 'A signed document of a case, to print',
    params: Type.Object({ case: CaseNumber, document: Id }, closed),
    reply: rawReply('application/pdf'),
  }),
};
