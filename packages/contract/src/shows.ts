import Type, { type Static } from 'typebox';
import { CardFact, LicenceCard } from './licences.ts';
import { bytesBody, route } from './route.ts';
import { closed, Day, Id, Moment, Words } from './words.ts';

const holder = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const security = { roles: ['security-admin'], scope: 'bureau' } as const;

/** 亮码范围: what a show code lets its reader see; everything on the face, only whether of age, or only whether valid. */
export const disclosures = ['face', 'adult', 'validity'] as const;
export const Disclosure = Type.Enum([...disclosures]);
export type Disclosure = Static<typeof Disclosure>;

/** 亮证码: signed, for one minute, to be read once. */
export const ShowCode = Type.Object(
  {
    code: Type.String({ description: '签名的一次性码' }),
    /** What the QR code holds: the public page that reads the code. */
    url: Type.String(),
    disclosure: Disclosure,
    expiresAt: Moment,
  },
  closed,
);
export type ShowCode = Static<typeof ShowCode>;

/** What a show code has disclosed, and nothing else; of an age only yes or no, of validity only yes or no. */
export const ShownLicence = Type.Object(
  {
    disclosure: Disclosure,
    checkedAt: Moment,
    demo: Type.Boolean({ description: '演示环境的证照，没有法律效力' }),
    /** Not told where only an age was disclosed. */
    name: Type.Optional(Words),
    valid: Type.Boolean(),
    /** A card kept for want of a network: since when. It proves no more than that the licence is valid now. */
    keptSince: Type.Optional(Moment),
    /** Whether the holder is 18 or older; only where that was disclosed. */
    adult: Type.Optional(Type.Boolean()),
    facts: Type.Optional(Type.Array(CardFact)),
    number: Type.Optional(Type.String()),
    issuer: Type.Optional(Type.String()),
    issuedOn: Type.Optional(Day),
    validUntil: Type.Optional(Day),
  },
  closed,
);
export type ShownLicence = Static<typeof ShownLicence>;

/** 离线证: the face of a card to be kept on the holder's own phone for a day, with a code that tells only its validity. */
export const OfflineCard = Type.Object(
  { card: LicenceCard, url: Type.String(), madeAt: Moment, until: Moment },
  closed,
);
export type OfflineCard = Static<typeof OfflineCard>;

const code = Type.String({ minLength: 1, maxLength: 160 });
const AtLicence = Type.Object({ licence: Id }, closed);

/** 家人证照: a card of a linked relative that I may show. */
export const SharedCard = Type.Object(
  {
    licence: Id,
    holder: Id,
    holderName: Type.String(),
    name: Words,
    tellsAge: Type.Boolean(),
    why: Type.Enum(['minor', 'shared'], { description: '未成年子女，或者家人同意的' }),
    until: Type.Optional(Day),
  },
  closed,
);
export type SharedCard = Static<typeof SharedCard>;

/** 用证记录: one use of a licence, as its holder reads it. */
export const LicenceUse = Type.Object({ at: Moment, who: Type.String(), cause: Type.String() }, closed);
export type LicenceUse = Static<typeof LicenceUse>;

/** 授权: a relative who may show one of my cards. */
export const Share = Type.Object(
  { relative: Id, relativeName: Type.String(), shared: Type.Boolean(), until: Type.Optional(Day) },
  closed,
);
export type Share = Static<typeof Share>;

/** 家人: somebody linked with me, or who asks to be. What I asked myself is not told, for it would tell who there is. */
export const Relative = Type.Object(
  {
    person: Id,
    name: Type.String(),
    state: Type.Enum(['linked', 'asked-by-me', 'asked-of-me'], {
      description: '已关联、我提出的、等我答复的',
    }),
    since: Type.Optional(Moment),
    /** Whether I may end it here; what a register says of a family is not ended by a button. */
    mayEnd: Type.Boolean(),
  },
  closed,
);
export type Relative = Static<typeof Relative>;

const AtPerson = Type.Object({ person: Id }, closed);

export const familyRoutes = {
  list: route({
    method: 'GET',
    path: '/family',
    access: holder,
    summary: 'Relatives linked with me, and who asks to be',
    reply: Type.Array(Relative),
  }),
  ask: route({
    method: 'POST',
    path: '/family/asks',
    access: holder,
    summary: 'Ask somebody to be linked as family; the answer is the same whether we know them or not',
    body: Type.Object(
      { name: Type.String({ minLength: 1, maxLength: 40 }), citizenNumber: Type.String({ maxLength: 30 }) },
      closed,
    ),
    audit: 'family.ask',
    limit: { max: 10, seconds: 86_400 },
  }),
  answer: route({
    method: 'PUT',
    path: '/family/asks/:person',
    access: holder,
    summary: 'Agree to be linked with who asked me, or do not',
    params: AtPerson,
    body: Type.Object({ agreed: Type.Boolean() }, closed),
    audit: 'family.answer',
  }),
  end: route({
    method: 'DELETE',
    path: '/family/:person',
    access: holder,
    summary: 'End a link; either of the two may, and no card is shown for the other any more',
    params: AtPerson,
    audit: 'family.end',
  }),
};

export const showsRoutes = {
  create: route({
    method: 'POST',
    path: '/licences/:licence/show-codes',
    access: holder,
    summary: 'A signed code for one minute that lets one reader see the chosen part of this licence once',
    params: AtLicence,
    body: Type.Object({ disclosure: Disclosure }, closed),
    reply: ShowCode,
    status: 201,
    audit: 'licences.show',
    limit: { max: 120, seconds: 3600 },
  }),
  offline: route({
    method: 'GET',
    path: '/licences/:licence/offline',
    access: holder,
    summary: 'The face of one of my licences to be kept for a day without a network',
    params: AtLicence,
    reply: OfflineCard,
  }),
  verify: route({
    method: 'POST',
    path: '/show-codes/verifications',
    access: 'public',
    summary: 'Read a show code; it is used up, and its holder sees that it was read',
    body: Type.Object({ code }, closed),
    reply: ShownLicence,
    repeatable: true,
    audit: 'licences.check-show',
    limit: { max: 120, seconds: 60 },
  }),
  shared: route({
    method: 'GET',
    path: '/licences/shared',
    access: holder,
    summary: 'Cards of relatives that I may show',
    reply: Type.Array(SharedCard),
  }),
  uses: route({
    method: 'GET',
    path: '/licences/:licence/uses',
    access: holder,
    summary: 'Who used this licence of mine, and for what, newest first',
    params: AtLicence,
    reply: Type.Array(LicenceUse),
  }),
  shares: route({
    method: 'GET',
    path: '/licences/:licence/shares',
    access: holder,
    summary: 'Which of my linked relatives may show this card',
    params: AtLicence,
    reply: Type.Array(Share),
  }),
  share: route({
    method: 'PUT',
    path: '/licences/:licence/shares/:relative',
    access: holder,
    summary: 'Let a linked relative show this card, or no longer',
    params: Type.Object({ licence: Id, relative: Id }, closed),
    body: Type.Object({ shared: Type.Boolean() }, closed),
    audit: 'licences.share',
  }),
};

/** 用证目的: what a unit checks licences for, as its agreement with the bureau words it. */
const Purpose = Type.String({ minLength: 2, maxLength: 40, pattern: '^[^\\p{Cc}]+$' });

/** 用证单位: a relying unit that may check show codes, for some purposes and of some types of licence. */
export const Partner = Type.Object(
  {
    partner: Id,
    name: Type.String(),
    purposes: Type.Array(Type.String()),
    types: Type.Array(Type.String()),
    registeredAt: Moment,
    ended: Type.Boolean(),
  },
  closed,
);
export type Partner = Static<typeof Partner>;

/** What a unit is let do; nothing beyond it is answered. */
export const PartnerLimits = Type.Object(
  {
    purposes: Type.Array(Purpose, { minItems: 1, maxItems: 10 }),
    types: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }), { minItems: 1, maxItems: 100 }),
  },
  closed,
);
export type PartnerLimits = Static<typeof PartnerLimits>;

/** 核验请求: what a unit sends, signed; the code as it was read from the screen. */
export const LicenceCheck = Type.Object({ code, purpose: Purpose }, closed);
export type LicenceCheck = Static<typeof LicenceCheck>;

const AtPartner = Type.Object({ partner: Id }, closed);

export const partnersRoutes = {
  checkShow: route({
    method: 'POST',
    path: '/partner/licence-checks',
    access: { roles: ['partner'], scope: 'own' },
    summary:
      'Check a show code as a registered unit, for a purpose agreed with it; signed, and never taken twice',
    body: bytesBody(2048, ['application/json']),
    reply: ShownLicence,
    repeatable: true,
    audit: 'partners.check-show',
  }),
  list: route({
    method: 'GET',
    path: '/admin/partners',
    access: security,
    summary: 'Registered units, and the types of licence they can be let check',
    reply: Type.Object(
      {
        partners: Type.Array(Partner),
        types: Type.Array(Type.Object({ type: Type.String(), name: Words }, closed)),
      },
      closed,
    ),
  }),
  register: route({
    method: 'POST',
    path: '/admin/partners',
    access: security,
    summary: 'Register a unit; its key is told once',
    body: Type.Object(
      { name: Type.String({ minLength: 2, maxLength: 60 }), ...PartnerLimits.properties },
      closed,
    ),
    reply: Type.Object({ partner: Id, key: Type.String() }, closed),
    status: 201,
    audit: 'partners.register',
  }),
  limit: route({
    method: 'PUT',
    path: '/admin/partners/:partner',
    access: security,
    summary: 'Change for what, and of which types, a unit may check licences',
    params: AtPartner,
    body: PartnerLimits,
    audit: 'partners.limit',
  }),
  end: route({
    method: 'DELETE',
    path: '/admin/partners/:partner',
    access: security,
    summary: 'Switch a unit off; its key counts no more',
    params: AtPartner,
    audit: 'partners.end',
  }),
};
