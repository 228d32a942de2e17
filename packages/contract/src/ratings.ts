import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { fromGateway } from './gateways.ts';
import { route } from './route.ts';
import { TicketKey } from './tickets.ts';
import { closed, Day, Id, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const AtCase = Type.Object({ case: CaseNumber }, closed);
const AtKey = Type.Object({ key: TicketKey }, closed);
const AtScreen = Type.Object({ screen: Id }, closed);
const AtSurvey = Type.Object({ survey: Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' }) }, closed);
const AtKiosk = Type.Object({ device: Id }, closed);
const DeviceKey = Type.Object({ 'device-key': Type.String({ minLength: 20, maxLength: 100 }) });
const AtKioskCase = Type.Object({ device: Id, visit: Id, case: CaseNumber }, closed);
const VisitKeys = Type.Object({
  'device-key': Type.String({ minLength: 20, maxLength: 100 }),
  'visit-key': Type.String({ minLength: 20, maxLength: 100 }),
});
/** 号票上的号，字母和数字。 */
const TicketNumber = Type.String({ pattern: '^[A-Za-z]{0,2}[0-9]{1,4}$' });
const ScreenKey = Type.Object({ 'screen-key': Type.String({ minLength: 20, maxLength: 100 }) });

/** 满意度: the codes of the national standard, 1 非常满意 to 5 非常不满意. */
export const RatingLevel = Type.Integer({ minimum: 1, maximum: 5 });
/** 差评整改单的状态. */
export const repairStates = ['opened', 'taken', 'answered', 'called-back', 'closed'] as const;

const Reason = Type.Object({ id: Type.String(), name: Words }, closed);
const Level = Type.Object(
  { level: RatingLevel, name: Words, favourable: Type.Boolean(), reasons: Type.Array(Reason) },
  closed,
);

/** 我的评价: what somebody said of a service, and what became of it. */
export const OwnRating = Type.Object(
  {
    level: RatingLevel,
    name: Words,
    reasons: Type.Array(Reason),
    say: Type.Optional(Type.String()),
    ratedAt: Moment,
    repair: Type.Optional(
      Type.Object(
        {
          state: Type.Enum([...repairStates]),
          dueOn: Day,
          /** 整改答复. */
          reply: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type OwnRating = Static<typeof OwnRating>;

/** 可评的服务: the service, the levels with their chips, and whether it can be rated now. */
export const RatingOffer = Type.Object(
  {
    name: Words,
    number: Type.String({ description: '办件编号或排队号' }),
    may: Type.Boolean(),
    why: Type.Optional(Type.Enum(['not-ended', 'too-late', 'rated'])),
    until: Type.Optional(Day),
    rated: Type.Optional(OwnRating),
    levels: Type.Array(Level),
  },
  closed,
);
export type RatingOffer = Static<typeof RatingOffer>;

const given = {
  level: RatingLevel,
  reasons: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10, uniqueItems: true }),
  say: Type.Optional(Type.String({ maxLength: 500 })),
};
/** 回访电话: left by somebody the house does not know, so that a bad rating can be called back about. */
export const CallBackPhone = Type.String({ pattern: '^1[0-9]{10}$' });
/** 评价内容: a level, chips, and words where somebody wishes to write some. */
export const GivenRating = Type.Object({ ...given, phone: Type.Optional(CallBackPhone) }, closed);
export type GivenRating = Static<typeof GivenRating>;
const visitor = { max: 30, seconds: 600 } as const;

/** 好差评: rating a service, once for each case and each visit. */
export const ratingsRoutes = {
  ofCase: route({
    method: 'GET',
    path: '/ratings/cases/:case',
    access: own,
    summary: 'Whether and how I may rate my case, or how I rated it and what became of it',
    params: AtCase,
    query: Type.Object({ channel: Type.Optional(Type.Enum(['web', 'mobile'])) }, closed),
    reply: RatingOffer,
  }),
  rateCase: route({
    method: 'POST',
    path: '/ratings/cases/:case',
    access: own,
    summary: 'Rate a case that ended, once; a bad rating opens a repair order',
    params: AtCase,
    body: Type.Object({ ...given, channel: Type.Enum(['web', 'mobile']) }, closed),
    reply: OwnRating,
    status: 201,
    audit: 'ratings.rate-case',
    limit: visitor,
  }),
  ofVisit: route({
    method: 'GET',
    path: '/ratings/visits/:key',
    access: 'public',
    summary: 'Whether the visit of this ticket may be rated; nothing of the person',
    params: AtKey,
    reply: RatingOffer,
  }),
  rateVisit: route({
    method: 'POST',
    path: '/ratings/visits/:key',
    access: 'public',
    summary: 'Rate the visit of this ticket, once, from the page its code leads to',
    params: AtKey,
    body: GivenRating,
    reply: OwnRating,
    status: 201,
    repeatable: true,
    audit: 'ratings.rate-visit',
    limit: visitor,
  }),
  onScreen: route({
    method: 'GET',
    path: '/screens/:screen/rating',
    access: 'public',
    summary: 'The visit that has just ended at the window of this screen, if it may be rated',
    params: AtScreen,
    headers: ScreenKey,
    reply: Type.Object(
      { visit: Type.Optional(Id), offer: Type.Optional(RatingOffer), until: Type.Optional(Moment) },
      closed,
    ),
  }),
  rateOnScreen: route({
    method: 'POST',
    path: '/screens/:screen/ratings',
    access: 'public',
    summary: 'Rate that visit on the second screen',
    params: AtScreen,
    headers: ScreenKey,
    body: Type.Object({ visit: Id, ...given }, closed),
    reply: OwnRating,
    status: 201,
    repeatable: true,
    audit: 'ratings.rate-on-screen',
    limit: { max: 120, seconds: 600 },
  }),
};

/** 自助终端和短信评价: rating at a kiosk by the number of a ticket or as somebody known there, and by answering a text message. */
export const ratingWaysRoutes = {
  ofNumber: route({
    method: 'GET',
    path: '/kiosks/:device/ratings/:number',
    access: 'public',
    summary:
      'Whether the visit of this number, ended in this hall lately, may be rated; nothing of the person',
    params: Type.Object({ device: Id, number: TicketNumber }, closed),
    headers: DeviceKey,
    reply: RatingOffer,
    limit: { max: 120, seconds: 600 },
  }),
  rateNumber: route({
    method: 'POST',
    path: '/kiosks/:device/ratings',
    access: 'public',
    summary: 'Rate the visit of this number at a kiosk of its hall, once',
    params: AtKiosk,
    headers: DeviceKey,
    body: Type.Object({ number: TicketNumber, ...given }, closed),
    reply: OwnRating,
    status: 201,
    repeatable: true,
    audit: 'ratings.rate-at-kiosk',
    limit: { max: 60, seconds: 600 },
  }),
  ofKnown: route({
    method: 'GET',
    path: '/kiosks/:device/visits/:visit/ratings/:case',
    access: 'public',
    summary: 'Whether somebody known at the kiosk may rate a case of theirs',
    params: AtKioskCase,
    headers: VisitKeys,
    reply: RatingOffer,
  }),
  rateKnown: route({
    method: 'POST',
    path: '/kiosks/:device/visits/:visit/ratings/:case',
    access: 'public',
    summary: 'Somebody known at the kiosk rates a case of theirs that ended, once',
    params: AtKioskCase,
    headers: VisitKeys,
    body: Type.Object(given, closed),
    reply: OwnRating,
    status: 201,
    repeatable: true,
    audit: 'ratings.rate-case-at-kiosk',
    limit: visitor,
  }),
  reply: route({
    method: 'POST',
    path: '/sms-replies/:provider',
    access: 'public',
    summary:
      'A gateway hands on an answer to the invitation to rate; signed with its key, and the same answer twice changes nothing',
    ...fromGateway,
    repeatable: true,
    limit: { max: 6000, seconds: 60 },
  }),
};

/** 满意度问卷: questions written in content, each answered by one of the five levels. */
export const SurveyView = Type.Object(
  {
    survey: Type.String(),
    title: Words,
    questions: Type.Array(Type.Object({ question: Type.String(), ask: Words }, closed)),
    levels: Type.Array(Type.Object({ level: RatingLevel, name: Words }, closed)),
    answered: Type.Boolean({ description: '我已经答过' }),
  },
  closed,
);
export type SurveyView = Static<typeof SurveyView>;

export const surveysRoutes = {
  list: route({
    method: 'GET',
    path: '/surveys',
    access: 'public',
    summary: 'The surveys of the bureau that can be answered',
    reply: Type.Array(
      Type.Object({ survey: Type.String(), title: Words, questions: Type.Integer() }, closed),
    ),
  }),
  get: route({
    method: 'GET',
    path: '/surveys/:survey',
    access: own,
    summary: 'The questions of a survey, and whether I have answered them',
    params: AtSurvey,
    reply: SurveyView,
  }),
  answer: route({
    method: 'POST',
    path: '/surveys/:survey/answers',
    access: own,
    summary: 'Answer a survey, once; nobody sees who answered what',
    params: AtSurvey,
    body: Type.Object(
      {
        answers: Type.Array(
          Type.Object({ question: Type.String({ maxLength: 60 }), level: RatingLevel }, closed),
          {
            minItems: 1,
            maxItems: 20,
          },
        ),
      },
      closed,
    ),
    status: 201,
    reply: Type.Object({ answered: Type.Integer() }, closed),
    audit: 'surveys.answer',
    limit: visitor,
  }),
};
