import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { AnswerPairs, closed, Division, Id, ItemId, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const AtDraft = Type.Object({ draft: Id }, closed);

/** Where a prefilled value came from. */
export const Provenance = Type.Object({ from: Words, licence: Type.Optional(Id) }, closed);
export type Provenance = Static<typeof Provenance>;

/** One file laid under a material. */
export const FileRow = Type.Object(
  {
    file: Id,
    name: Type.String(),
    contentType: Type.String(),
    bytes: Type.Integer(),
    complete: Type.Boolean(),
  },
  closed,
);
export type FileRow = Static<typeof FileRow>;

/** How a material is met: by files, a licence of the wallet, a promise, at the window, or by what the state finds out itself. */
export const Met = Type.Enum(['open', 'files', 'licence', 'promise', 'window', 'data', 'investigation']);

/** A licence of the wallet that may stand in for a material. */
export const LicenceOffer = Type.Object(
  {
    licence: Id,
    name: Words,
    number: Type.String(),
    photo: Type.Optional(Type.Boolean({ description: '证照上有没有照片' })),
  },
  closed,
);
export type LicenceOffer = Static<typeof LicenceOffer>;

/** 材料位: one line of the personal checklist with what has been laid under it. */
export const MaterialSlot = Type.Object(
  {
    material: Type.String(),
    person: Type.Optional(Type.Integer({ description: '第几位随行人，从 1 起' })),
    need: Type.Enum(['required', 'possible']),
    met: Met,
    files: Type.Array(FileRow),
    licence: Type.Optional(LicenceOffer),
    ways: Type.Array(Met, { description: '现在可以怎样交这份材料' }),
    offers: Type.Array(LicenceOffer, { description: '证照夹里能代替它的证照' }),
    /** 已由数据证明: what a data source has proved, so that nothing need be brought. */
    proved: Type.Optional(Type.Object({ source: Words, at: Moment, simulated: Type.Boolean() }, closed)),
    /** 要交的原因: a data source was asked and did not agree, so that the paper is asked for after all. */
    notProved: Type.Optional(Type.Object({ source: Words, at: Moment, say: Type.String() }, closed)),
    /** 原件已在窗口核验。 */
    originalSeen: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type MaterialSlot = Static<typeof MaterialSlot>;

export const Values = Type.Record(Type.String({ maxLength: 120 }), Type.String({ maxLength: 2000 }));
export type Values = Static<typeof Values>;

/** 表单问题: one box of the form as it is asked in this situation; `id` is its key in the values. */
export const FormQuestion = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum([
      'name',
      'citizen-number',
      'enterprise-name',
      'uscc',
      'phone',
      'division',
      'address-detail',
      'text',
      'long-text',
      'date',
      'number',
      'choice',
      'declaration',
    ]),
    label: Words,
    required: Type.Boolean(),
    help: Type.Optional(Type.String()),
    purpose: Type.Optional(Type.String()),
    within: Type.Optional(Type.Enum(['city', 'province', 'nation'])),
    options: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);
export type FormQuestion = Static<typeof FormQuestion>;

/** 表单页: one topic, one page; what needs no answer in this situation is left out by the server. */
export const FormPage = Type.Object(
  { id: Type.String(), title: Words, questions: Type.Array(FormQuestion) },
  closed,
);
export type FormPage = Static<typeof FormPage>;

/** 草稿: an application not yet handed in; everything typed is kept, whatever happens to the session. */
export const Draft = Type.Object(
  {
    draft: Id,
    item: ItemId,
    edition: Id,
    division: Division,
    answers: AnswerPairs,
    values: Values,
    pages: Type.Array(FormPage),
    provenance: Type.Record(Type.String(), Provenance),
    slots: Type.Array(MaterialSlot),
    faults: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Words }, closed)),
    savedAt: Moment,
    case: Type.Optional(Type.String({ description: '已提交成的办件编号' })),
  },
  closed,
);
export type Draft = Static<typeof Draft>;

export const DraftRow = Type.Object(
  { draft: Id, item: ItemId, name: Words, division: Division, savedAt: Moment },
  closed,
);
export type DraftRow = Static<typeof DraftRow>;

export const draftsRoutes = {
  begin: route({
    method: 'POST',
    path: '/drafts',
    access: own,
    summary: 'Begin an application from the answers of the guide; known facts are filled in',
    body: Type.Object({ item: ItemId, division: Division, answers: AnswerPairs }, closed),
    reply: Draft,
    status: 201,
    audit: 'cases.begin-draft',
  }),
  list: route({
    method: 'GET',
    path: '/drafts',
    access: own,
    summary: 'My applications not yet handed in, newest first (at most 50)',
    reply: Type.Array(DraftRow),
  }),
  get: route({
    method: 'GET',
    path: '/drafts/:draft',
    access: own,
    summary: 'One of my drafts, with what is still missing',
    params: AtDraft,
    reply: Draft,
  }),
  saveValues: route({
    method: 'PUT',
    path: '/drafts/:draft/values',
    access: own,
    summary: 'Keep what was typed; partial and unchecked values are kept too',
    params: AtDraft,
    body: Type.Object({ values: Values }, closed),
    reply: Draft,
    audit: 'cases.save-draft',
  }),
  saveAnswers: route({
    method: 'PUT',
    path: '/drafts/:draft/answers',
    access: own,
    summary: 'Change the answers of the guide; files already laid stay',
    params: AtDraft,
    body: Type.Object({ answers: AnswerPairs }, closed),
    reply: Draft,
    audit: 'cases.save-draft',
  }),
  lay: route({
    method: 'PUT',
    path: '/drafts/:draft/materials/:material',
    access: own,
    summary: 'Lay files under a material, or meet it by a licence, a promise, or at the window',
    params: Type.Object({ draft: Id, material: Type.String({ maxLength: 80 }) }, closed),
    body: Type.Object(
      {
        person: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
        met: Met,
        files: Type.Array(Id, { maxItems: 20 }),
        licence: Type.Optional(Id),
        /** 告知承诺: the notice was read and is agreed to; needed to meet a material by a promise. */
        agreed: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    reply: Draft,
    audit: 'cases.lay-material',
  }),
  discard: route({
    method: 'DELETE',
    path: '/drafts/:draft',
    access: own,
    summary: 'Throw a draft away',
    params: AtDraft,
    audit: 'cases.discard-draft',
  }),
};
