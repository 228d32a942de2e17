import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Day, Division, Id } from './words.ts';

const leaders = { roles: ['supervisor', 'hall-manager', 'spokesperson'], scope: 'branch' } as const;
const appointers = { roles: ['supervisor'], scope: 'branch' } as const;
const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;

/** 聘期: 未开始、在聘、到期、已解聘. */
const volunteerStates = ['coming', 'in-force', 'over', 'dismissed'] as const;
export type VolunteerState = (typeof volunteerStates)[number];

const Note = Type.String({ maxLength: 200 });
/** 聘任: a citizen the house knows by name and number. */
export const VolunteerWish = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
    from: Day,
    until: Day,
    note: Type.Optional(Note),
  },
  closed,
);
export type VolunteerWish = Static<typeof VolunteerWish>;

/** 义务监督员: name and number are masked. */
const VolunteerRow = Type.Object(
  {
    volunteer: Id,
    name: Type.String({ description: '已打码' }),
    citizenNumber: Type.String({ description: '已打码' }),
    from: Day,
    until: Day,
    note: Type.String(),
    state: Type.Enum([...volunteerStates]),
  },
  closed,
);
export type VolunteerRow = Static<typeof VolunteerRow>;

/** 警民联系台: its volunteers, the latest appointed first; `forum` has what they reported. */
const ContactDesk = Type.Object(
  {
    volunteers: Type.Array(VolunteerRow),
    next: Type.Optional(Id),
    forum: Type.Optional(Id),
    mayAppoint: Type.Boolean(),
  },
  closed,
);
export type ContactDesk = Static<typeof ContactDesk>;

export const volunteersRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/volunteers',
    access: leaders,
    summary:
      'Volunteer supervisors of this branch, the latest appointed first, and where their reports are kept',
    query: Type.Object({ after: Type.Optional(Id) }, closed),
    reply: ContactDesk,
  }),
  appoint: route({
    method: 'POST',
    path: '/desk/volunteers',
    access: appointers,
    summary: 'Appoint a citizen as volunteer supervisor of this branch for some days',
    body: VolunteerWish,
    reply: ContactDesk,
    status: 201,
    audit: 'forums.appoint',
  }),
  dismiss: route({
    method: 'POST',
    path: '/desk/volunteers/:volunteer/dismissals',
    access: appointers,
    summary: 'Dismiss a volunteer supervisor of this branch',
    params: Type.Object({ volunteer: Id }, closed),
    reply: ContactDesk,
    audit: 'forums.dismiss',
  }),
  own: route({
    method: 'GET',
    path: '/contact-desk',
    access: own,
    summary: 'Where one reports as a volunteer supervisor here today; nothing for anybody else',
    query: Type.Object({ division: Division }, closed),
    reply: Type.Object({ forum: Type.Optional(Id) }, closed),
  }),
};
