import Type, { type Static } from 'typebox';
import { CaseNumber, CaseRow } from './cases.ts';
import { Draft, DraftRow, Met, Values } from './drafts.ts';
import { DocumentRow } from './files.ts';
import { LicenceCard } from './licences.ts';
import { rawReply, route, streamReply } from './route.ts';
import { AnswerPairs, closed, Division, Id, ItemId, Moment } from './words.ts';

const intake = { roles: ['clerk'], scope: 'hall' } as const;
const AtSitting = Type.Object({ sitting: Id }, closed);
const AtDraft = Type.Object({ sitting: Id, draft: Id }, closed);

/** How the person at the window was known. */
export const identifiedBy = ['card', 'code', 'typed'] as const;

/** 群众确认: what stands on the second screen and what the person answered. */
export const Confirmation = Type.Object(
  {
    state: Type.Enum(['none', 'asked', 'signed', 'declined', 'paper']),
    at: Type.Optional(Moment),
    signature: Type.Optional(Id),
    reason: Type.Optional(Type.String({ description: '没有用第二屏签名的原因' })),
  },
  closed,
);
export type Confirmation = Static<typeof Confirmation>;

/** 坐席: one person at one window from identification to the last receipt; every item of the visit shares it. */
export const Sitting = Type.Object(
  {
    sitting: Id,
    window: Type.Optional(Type.String()),
    identifiedBy: Type.Enum([...identifiedBy, 'ticket']),
    /** 号: the ticket this sitting began with. */
    ticket: Type.Optional(Type.String()),
    person: Type.Object(
      {
        personId: Id,
        name: Type.String(),
        citizenNumber: Type.String({ description: '已打码' }),
        phone: Type.Optional(Type.String({ description: '已打码' })),
        bornOn: Type.Optional(Type.String()),
        division: Type.Optional(Division),
      },
      closed,
    ),
    /** Drafts in hand in this sitting, in order; those handed in stand under `filed`. */
    taken: Type.Array(Draft),
    /** The person's other drafts not handed in. */
    drafts: Type.Array(DraftRow),
    cases: Type.Array(CaseRow),
    wallet: Type.Array(LicenceCard),
    bookings: Type.Array(
      Type.Object(
        {
          booking: Id,
          item: ItemId,
          name: Type.String(),
          at: Moment,
          hallName: Type.String(),
          /** 预填: what was answered when booking. */
          answers: AnswerPairs,
          draft: Type.Optional(Id),
        },
        closed,
      ),
    ),
    /** What stands for the drafts in hand as they are now; any change makes it `none` again. */
    confirmation: Confirmation,
    /** Cases handed in during this sitting. */
    filed: Type.Array(
      Type.Object({ case: CaseNumber, item: ItemId, name: Type.String(), stateName: Type.String() }, closed),
    ),
    /** 收件凭证: one receipt for everything handed in. */
    receipt: Type.Optional(DocumentRow),
    /** Papers made at once (即办件): certificates and decisions to print. */
    papers: Type.Array(Type.Intersect([DocumentRow, Type.Object({ case: CaseNumber })])),
    beganAt: Moment,
    endedAt: Type.Optional(Moment),
  },
  closed,
);
export type Sitting = Static<typeof Sitting>;

/** 收件核对: what the clerk found at one intake checkpoint of one draft. */
export const IntakeMark = Type.Object(
  {
    draft: Id,
    material: Type.String({ maxLength: 80 }),
    person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    checkpoint: Type.String({ maxLength: 80 }),
    result: Type.Enum(['ok', 'defect']),
    say: Type.Optional(Type.String({ maxLength: 300 })),
  },
  closed,
);
export type IntakeMark = Static<typeof IntakeMark>;

/** That a sitting has changed, e.g. since the person has signed on the second screen. */
export const SittingChange = Type.Object({ changed: Type.Boolean() }, closed);

export const intakeRoutes = {
  begin: route({
    method: 'POST',
    path: '/desk/sittings',
    access: intake,
    summary:
      'Begin with the person at my window; an unknown person is checked against the register and enrolled',
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 40 }),
        citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
        by: Type.Enum([...identifiedBy]),
        phone: Type.Optional(Type.String({ maxLength: 20 })),
      },
      closed,
    ),
    reply: Sitting,
    status: 201,
    audit: 'intake.begin',
    limit: { max: 120, seconds: 3600 },
  }),
  beginFromTicket: route({
    method: 'POST',
    path: '/desk/sittings/from-ticket',
    access: intake,
    summary:
      'Begin with the person of the ticket called to my window: their booking, its answers and its draft come along',
    body: Type.Object({ ticket: Id }, closed),
    reply: Sitting,
    status: 201,
    audit: 'intake.begin-from-ticket',
  }),
  get: route({
    method: 'GET',
    path: '/desk/sittings/:sitting',
    access: intake,
    summary: 'The sitting as it stands',
    params: AtSitting,
    reply: Sitting,
    audit: 'intake.read',
  }),
  current: route({
    method: 'GET',
    path: '/desk/sitting',
    access: intake,
    summary: 'My open sitting, if there is one',
    reply: Type.Object({ sitting: Type.Optional(Sitting) }, closed),
    audit: 'intake.read',
  }),
  changes: route({
    method: 'GET',
    path: '/desk/sittings/:sitting/changes',
    access: intake,
    summary: 'Tells the desk to ask again whenever the sitting changed; carries no personal data',
    params: AtSitting,
    reply: streamReply(SittingChange),
  }),
  addItem: route({
    method: 'POST',
    path: '/desk/sittings/:sitting/drafts',
    access: intake,
    summary: 'Take up an item: with answers of the guide, or a draft the person began at home',
    params: AtSitting,
    body: Type.Object(
      {
        item: Type.Optional(ItemId),
        division: Type.Optional(Division),
        answers: Type.Optional(AnswerPairs),
        draft: Type.Optional(Id),
      },
      closed,
    ),
    reply: Sitting,
    status: 201,
    audit: 'intake.add-item',
  }),
  dropItem: route({
    method: 'DELETE',
    path: '/desk/sittings/:sitting/drafts/:draft',
    access: intake,
    summary: 'Put a draft back; it stays the person’s draft',
    params: AtDraft,
    reply: Sitting,
    audit: 'intake.drop-item',
  }),
  saveValues: route({
    method: 'PUT',
    path: '/desk/sittings/:sitting/drafts/:draft/values',
    access: intake,
    summary: 'Keep what was typed for the person',
    params: AtDraft,
    body: Type.Object({ values: Values }, closed),
    reply: Sitting,
    audit: 'intake.save-values',
  }),
  saveAnswers: route({
    method: 'PUT',
    path: '/desk/sittings/:sitting/drafts/:draft/answers',
    access: intake,
    summary: 'Change the answers of the guide',
    params: AtDraft,
    body: Type.Object({ answers: AnswerPairs }, closed),
    reply: Sitting,
    audit: 'intake.save-answers',
  }),
  lay: route({
    method: 'PUT',
    path: '/desk/sittings/:sitting/drafts/:draft/materials/:material',
    access: intake,
    summary: 'Lay what was captured under a material; the same material of the other items is met too',
    params: Type.Object({ sitting: Id, draft: Id, material: Type.String({ maxLength: 80 }) }, closed),
    body: Type.Object(
      {
        person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
        met: Met,
        files: Type.Array(Id, { maxItems: 20 }),
        licence: Type.Optional(Id),
        /** 窗口核验原件: the original was seen and given back. */
        originalSeen: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    reply: Sitting,
    audit: 'intake.lay-material',
  }),
  mark: route({
    method: 'PUT',
    path: '/desk/sittings/:sitting/marks',
    access: intake,
    summary:
      'Keep what was found at the intake checkpoints; takes the place of all marks of the drafts in hand',
    params: AtSitting,
    body: Type.Object({ marks: Type.Array(IntakeMark, { maxItems: 400 }) }, closed),
    reply: Type.Object({ marks: Type.Array(IntakeMark) }, closed),
    audit: 'intake.mark',
  }),
  marks: route({
    method: 'GET',
    path: '/desk/sittings/:sitting/marks',
    access: intake,
    summary: 'What was found at the intake checkpoints so far',
    params: AtSitting,
    reply: Type.Object({ marks: Type.Array(IntakeMark) }, closed),
    audit: 'intake.read',
  }),
  askConfirmation: route({
    method: 'POST',
    path: '/desk/sittings/:sitting/confirmations',
    access: intake,
    summary:
      'Show everything on the second screen and ask for a signature; or record why it was signed on paper',
    params: AtSitting,
    body: Type.Object({ paper: Type.Optional(Type.String({ minLength: 2, maxLength: 200 })) }, closed),
    reply: Sitting,
    audit: 'intake.ask-confirmation',
  }),
  file: route({
    method: 'POST',
    path: '/desk/sittings/:sitting/submissions',
    access: intake,
    summary:
      'Hand in every item of the sitting at once: clean ones are accepted, those with defects get their one notice, immediate ones are done',
    params: AtSitting,
    reply: Sitting,
    status: 201,
    audit: 'intake.file',
  }),
  document: route({
    method: 'GET',
    path: '/desk/sittings/:sitting/documents/:document',
    access: intake,
    summary: 'The receipt or a paper made in this sitting, to print',
    params: Type.Object({ sitting: Id, document: Id }, closed),
    reply: rawReply('application/pdf'),
    audit: 'intake.read-document',
  }),
  end: route({
    method: 'POST',
    path: '/desk/sittings/:sitting/ends',
    access: intake,
    summary: 'The person leaves; the second screen goes idle',
    params: AtSitting,
    reply: Sitting,
    audit: 'intake.end',
  }),
};
