import Type, { type Static } from 'typebox';
import { CallBackPhone, RatingLevel, RatingOffer } from './ratings.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const registrars = { roles: ['hall-manager', 'supervisor'], scope: 'branch' } as const;

/** 电话评价: what a caller says of a service, put down by staff who were not rated. */
export const phoneRatingsRoutes = {
  find: route({
    method: 'GET',
    path: '/desk/phone-ratings/:number',
    access: registrars,
    summary: 'Services of my branch that ended under this number and may be rated, the latest first',
    params: Type.Object({ number: Type.String({ pattern: '^[A-Za-z0-9]{1,20}$' }) }, closed),
    reply: Type.Array(
      Type.Object(
        {
          service: Id,
          endedAt: Moment,
          unit: Type.String(),
          windowName: Type.Optional(Type.String()),
          offer: RatingOffer,
        },
        closed,
      ),
    ),
  }),
  register: route({
    method: 'POST',
    path: '/desk/phone-ratings',
    access: registrars,
    summary: 'Put down what a caller says of a service, in their words; whoever was rated cannot',
    body: Type.Object(
      {
        service: Id,
        level: RatingLevel,
        reasons: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10, uniqueItems: true }),
        say: Type.Optional(Type.String({ maxLength: 500 })),
        /** 来电号码，差评回访用。 */
        phone: Type.Optional(CallBackPhone),
      },
      closed,
    ),
    reply: Type.Object({ levelName: Type.String(), dueOn: Type.Optional(Day) }, closed),
    status: 201,
    audit: 'ratings.register-phone',
  }),
};

/** 表扬的形式. */
const praiseKinds = ['banner', 'letter', 'hotline'] as const;
/** 表扬登记: banners, letters and praise by hotline, with how many. */
export const PraiseRow = Type.Object(
  {
    praise: Id,
    kind: Type.Enum([...praiseKinds]),
    count: Type.Integer({ minimum: 1 }),
    on: Day,
    unit: Type.String(),
    from: Type.Optional(Type.String()),
    say: Type.Optional(Type.String()),
  },
  closed,
);
export type PraiseRow = Static<typeof PraiseRow>;

export const praisesRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/praises',
    access: registrars,
    summary: 'Praise of my branch in a span of days, newest first, with counts by kind',
    query: Type.Object({ from: Day, to: Day }, closed),
    reply: Type.Object(
      {
        rows: Type.Array(PraiseRow),
        counts: Type.Object(
          { banner: Type.Integer(), letter: Type.Integer(), hotline: Type.Integer() },
          closed,
        ),
      },
      closed,
    ),
  }),
  register: route({
    method: 'POST',
    path: '/desk/praises',
    access: registrars,
    summary: 'Register praise my branch received',
    body: Type.Object(
      {
        kind: Type.Enum([...praiseKinds]),
        count: Type.Integer({ minimum: 1, maximum: 1000 }),
        on: Day,
        from: Type.Optional(Type.String({ maxLength: 60 })),
        say: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
    reply: PraiseRow,
    status: 201,
    audit: 'praises.register',
  }),
};

/** 问卷统计: how many answered, and of each question the mean level and the share of good answers. */
export const SurveyFigures = Type.Object(
  {
    survey: Type.String(),
    title: Type.String(),
    levels: Type.Array(Type.String(), { description: '五个等级的名称' }),
    answered: Type.Integer(),
    questions: Type.Array(
      Type.Object(
        {
          question: Type.String(),
          ask: Type.String(),
          n: Type.Integer(),
          meanLevel: Type.Optional(Type.Number()),
          favourableShare: Type.Optional(Type.Number({ description: '0 到 1' })),
          levels: Type.Array(Type.Integer()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type SurveyFigures = Static<typeof SurveyFigures>;

export const surveyFiguresRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/surveys',
    access: registrars,
    summary: 'The surveys of the bureau with simple statistics; nobody is told who answered what',
    reply: Type.Array(SurveyFigures),
  }),
};
