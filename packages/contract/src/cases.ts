import Type, { type Static } from 'typebox';
import { MaterialSlot } from './drafts.ts';
import { DocumentRow } from './files.ts';
import { PaymentState } from './payments.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Division, Id, ItemId, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
/** 办件编号: the number people see, type and quote. */
export const CaseNumber = Type.String({ minLength: 4, maxLength: 50 });
const AtCase = Type.Object({ case: CaseNumber }, closed);

/** 期限: one clock of a case. `published` is false when the due day lies past the last published calendar year. */
export const ClockView = Type.Object(
  {
    kind: Type.Enum(['statutory', 'promised']),
    days: Type.Integer(),
    unit: Type.Enum(['working', 'natural']),
    used: Type.Integer(),
    dueOn: Type.Optional(Day),
    paused: Type.Optional(Words),
    overdue: Type.Boolean(),
    published: Type.Boolean(),
    light: Type.Enum(['green', 'yellow', 'red']),
  },
  closed,
);
export type ClockView = Static<typeof ClockView>;

/** The state of a case in the citizen's words: one of nine headlines, one line, and whether they must act. */
export const CitizenStatus = Type.Object(
  { headline: Type.String(), title: Words, line: Words, needsYou: Type.Boolean(), by: Type.Optional(Day) },
  closed,
);
export type CitizenStatus = Static<typeof CitizenStatus>;

export const CaseRow = Type.Object(
  { case: CaseNumber, item: ItemId, name: Words, submittedAt: Moment, status: CitizenStatus },
  closed,
);
export type CaseRow = Static<typeof CaseRow>;

/** 圈出的位置: a rectangle on one file, as fractions of its width and height. */
export const Region = Type.Object(
  {
    file: Id,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    x: Type.Number({ minimum: 0, maximum: 1 }),
    y: Type.Number({ minimum: 0, maximum: 1 }),
    width: Type.Number({ minimum: 0, maximum: 1 }),
    height: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
);
export type Region = Static<typeof Region>;

/** 缺陷: one thing to mend, with the checkpoint it failed. */
export const Defect = Type.Object(
  {
    id: Type.String(),
    material: Type.String(),
    materialName: Words,
    person: Type.Optional(Type.Integer()),
    checkpoint: Type.Optional(Type.String()),
    say: Type.String(),
    mended: Type.Boolean(),
    region: Type.Optional(Region),
  },
  closed,
);
export type Defect = Static<typeof Defect>;

/** 补正: everything to mend, told at once, with the last day. */
export const Correction = Type.Object({ dueOn: Day, toldAt: Moment, defects: Type.Array(Defect) }, closed);
export type Correction = Static<typeof Correction>;

/** 办件: one case as its applicant sees it. */
export const CaseView = Type.Object(
  {
    case: CaseNumber,
    item: ItemId,
    edition: Id,
    name: Words,
    division: Division,
    office: Words,
    submittedAt: Moment,
    status: CitizenStatus,
    clocks: Type.Array(ClockView),
    timeline: Type.Array(Type.Object({ at: Moment, title: Words, detail: Type.Optional(Words) }, closed)),
    slots: Type.Array(MaterialSlot),
    summary: Type.Array(Type.Object({ label: Words, value: Type.String() }, closed)),
    correction: Type.Optional(Correction),
    refusal: Type.Optional(
      Type.Object({ reason: Type.String(), basis: Type.String(), remedies: Type.Array(Words) }, closed),
    ),
    documents: Type.Array(DocumentRow),
    licence: Type.Optional(Id),
    /** 缴费: how what has to be paid for it stands. */
    payment: Type.Optional(PaymentState),
    mayWithdraw: Type.Boolean(),
    /** 催办: what was urged, and whether it may be urged (again) today. */
    urges: Type.Array(Type.Object({ at: Moment, say: Type.Optional(Type.String()) }, closed)),
    mayUrge: Type.Boolean(),
    /** What the applicant was asked to do besides materials; a confirmation is given online. */
    asks: Type.Optional(
      Type.Array(
        Type.Object(
          {
            need: Type.Enum(['pay', 'visit', 'confirm']),
            detail: Type.String(),
            mayConfirm: Type.Boolean(),
          },
          closed,
        ),
      ),
    ),
    /** 告知承诺: promises made in this case and what became of them. */
    promises: Type.Array(
      Type.Object(
        {
          material: Type.String(),
          name: Words,
          state: Type.Enum(['open', 'kept', 'correcting', 'corrected', 'broken']),
          correctBy: Type.Optional(Day),
          finding: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CaseView = Static<typeof CaseView>;

export const casesRoutes = {
  submit: route({
    method: 'POST',
    path: '/cases',
    access: own,
    summary: 'Hand in a draft; the server evaluates every rule again. One draft becomes one case',
    body: Type.Object({ draft: Id, declared: Type.Boolean() }, closed),
    reply: CaseView,
    status: 201,
    audit: 'cases.submit',
  }),
  list: route({
    method: 'GET',
    path: '/cases',
    access: own,
    summary: 'My cases, newest first',
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) }, closed),
    reply: Type.Array(CaseRow),
  }),
  get: route({
    method: 'GET',
    path: '/cases/:case',
    access: own,
    summary: 'One of my cases',
    params: AtCase,
    reply: CaseView,
  }),
  mend: route({
    method: 'PUT',
    path: '/cases/:case/materials/:material',
    access: own,
    summary: 'Replace the files of a material that the correction notice names',
    params: Type.Object({ case: CaseNumber, material: Type.String({ maxLength: 80 }) }, closed),
    body: Type.Object(
      {
        person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
        files: Type.Array(Id, { minItems: 1, maxItems: 20 }),
      },
      closed,
    ),
    reply: CaseView,
    audit: 'cases.mend',
  }),
  resubmit: route({
    method: 'POST',
    path: '/cases/:case/resubmissions',
    access: own,
    summary: 'Hand in the corrections, all at once',
    params: AtCase,
    reply: CaseView,
    audit: 'cases.resubmit',
  }),
  withdraw: route({
    method: 'POST',
    path: '/cases/:case/withdrawals',
    access: own,
    summary: 'Take the application back before it is decided',
    params: AtCase,
    body: Type.Object({ reason: Type.String({ maxLength: 500 }) }, closed),
    reply: CaseView,
    audit: 'cases.withdraw',
  }),
  confirm: route({
    method: 'POST',
    path: '/cases/:case/confirmations',
    access: own,
    summary: 'Confirm what I was asked to confirm; the case goes on',
    params: AtCase,
    reply: CaseView,
    audit: 'cases.confirm',
  }),
  urge: route({
    method: 'POST',
    path: '/cases/:case/urges',
    access: own,
    summary: 'Urge the office to go on (催办), at most once a day',
    params: AtCase,
    body: Type.Object({ say: Type.Optional(Type.String({ maxLength: 300 })) }, closed),
    reply: CaseView,
    audit: 'cases.urge',
  }),
  document: route({
    method: 'GET',
    path: '/cases/:case/documents/:document',
    access: own,
    summary: 'A signed document of my case',
    params: Type.Object({ case: CaseNumber, document: Id }, closed),
    reply: rawReply('application/pdf'),
  }),
};
