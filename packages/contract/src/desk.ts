import Type, { type Static } from 'typebox';
import { CaseNumber, CitizenStatus, ClockView, Correction, Region } from './cases.ts';
import { MaterialSlot } from './drafts.ts';
import { DocumentRow } from './files.ts';
import { PaymentState } from './payments.ts';
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
    step: Type.Optional(Type.String({ description: '现在的环节' })),
    /** Nobody has it: since when, and the light of that. */
    unassigned: Type.Optional(
      Type.Object({ since: Moment, light: Type.Enum(['green', 'yellow', 'red']) }, closed),
    ),
    /** 催办次数。 */
    urges: Type.Optional(Type.Integer()),
    /** What of a bulk act is possible on this row now. */
    bulk: Type.Optional(Type.Array(Type.Enum(['claim', 'pass', 'grant', 'print']))),
  },
  closed,
);
export type TaskRow = Static<typeof TaskRow>;

/** 核对结果: what a clerk or reviewer found at one checkpoint of one material. */
export const Mark = Type.Object(
  {
    material: Type.String({ maxLength: 80 }),
    person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    checkpoint: Type.String({ maxLength: 80 }),
    result: Type.Enum(['ok', 'defect']),
    say: Type.Optional(Type.String({ maxLength: 300, description: '缺陷说明，群众会看到' })),
    region: Type.Optional(Region),
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
    /** 渠道: where it was handed in. */
    channel: Type.String(),
    office: Type.String(),
    state: Type.String(),
    stateName: Type.String(),
    status: CitizenStatus,
    step: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          role: Type.String(),
          /** 会签: how many must sign this step, and how many have. */
          signatures: Type.Optional(Type.Object({ needed: Type.Integer(), given: Type.Integer() }, closed)),
        },
        closed,
      ),
    ),
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
    /** 特别程序与延期 the edition knows, and what runs now. */
    procedures: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          type: Type.Enum(['extend', 'suspend']),
          days: Type.Integer(),
          unit: Type.Enum(['working', 'natural']),
        },
        closed,
      ),
    ),
    running: Type.Optional(
      Type.Object({ procedure: Type.String(), name: Type.String(), since: Day, dueOn: Day }, closed),
    ),
    /** An extension that waits for the head. */
    extensionAsked: Type.Optional(
      Type.Object(
        { procedure: Type.String(), days: Type.Integer(), reason: Type.String(), by: Type.String() },
        closed,
      ),
    ),
    asks: Type.Array(
      Type.Object(
        { need: Type.Enum(['pay', 'visit', 'confirm']), detail: Type.String(), askedOn: Day },
        closed,
      ),
    ),
    /** 十秒内可以撤回的决定。 */
    held: Type.Optional(
      Type.Object(
        {
          held: Id,
          command: Type.Enum(['grant', 'refuse', 'not-accept', 'return', 'forward']),
          ...{ by: Type.String(), mine: Type.Boolean(), leavesAt: Moment },
        },
        closed,
      ),
    ),
    /** 分派说明: unit, person and why. */
    assignment: Type.Optional(
      Type.Object({ unit: Type.String(), person: Type.Optional(Type.String()), why: Type.String() }, closed),
    ),
    urges: Type.Array(Type.Object({ at: Moment, say: Type.Optional(Type.String()) }, closed)),
    /** 缴费: how what has to be paid for it stands. */
    payment: Type.Optional(PaymentState),
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
