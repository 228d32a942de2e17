import Type, { type Static } from 'typebox';
import { roles, route, staff } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const Phone = Type.String({ minLength: 1, maxLength: 20, description: '手机号码' });
const anySession = { roles: roles.filter((role) => role !== 'partner'), scope: 'own' } as const;

/** A one-time code is on its way; `simulatorCode` exists only where the SMS gateway is the simulator. */
export const CodeSent = Type.Object(
  { sentTo: Type.String(), expiresAt: Moment, simulatorCode: Type.Optional(Type.String()) },
  closed,
);
export type CodeSent = Static<typeof CodeSent>;

/** 任职: one post a staff member may act from; exactly one is active in a session. */
export const Assignment = Type.Object(
  {
    id: Id,
    role: Type.Enum([...staff]),
    office: Type.String(),
    officeName: Type.String(),
    branch: Type.String({ description: '机构树路径' }),
    window: Type.Optional(Type.String()),
    head: Type.Optional(Type.Boolean({ description: '批准负责人：可以走完角色为 head 的环节' })),
  },
  closed,
);
export type Assignment = Static<typeof Assignment>;

/** 会话: who is signed in; identity numbers and phones are masked. */
export const Session = Type.Union([
  Type.Object({ kind: Type.Literal('anyone') }, closed),
  Type.Object(
    {
      kind: Type.Literal('citizen'),
      personId: Id,
      name: Type.String(),
      citizenNumber: Type.String({ description: '已打码' }),
      phone: Type.String({ description: '已打码' }),
      expiresAt: Moment,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('staff'),
      personId: Id,
      name: Type.String(),
      assignment: Type.Optional(Assignment),
      assignments: Type.Array(Assignment),
      expiresAt: Moment,
    },
    closed,
  ),
]);
export type Session = Static<typeof Session>;

export const identityRoutes = {
  sendCode: route({
    method: 'POST',
    path: '/sign-in/codes',
    access: 'public',
    summary: 'Send a one-time code to a phone',
    body: Type.Object({ phone: Phone }, closed),
    reply: CodeSent,
    repeatable: true,
    audit: 'identity.send-code',
    limit: { max: 20, seconds: 3600 },
  }),
  signInCitizen: route({
    method: 'POST',
    path: '/sign-in/citizen',
    access: 'public',
    summary: 'Sign in with phone code, name and citizen number checked against the population register',
    body: Type.Object(
      {
        phone: Phone,
        code: Type.String({ minLength: 1, maxLength: 12 }),
        name: Type.String({ minLength: 1, maxLength: 40 }),
        citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
      },
      closed,
    ),
    reply: Session,
    repeatable: true,
    audit: 'identity.sign-in-citizen',
    limit: { max: 60, seconds: 600 },
  }),
  signInStaff: route({
    method: 'POST',
    path: '/sign-in/staff',
    access: 'public',
    summary: 'Sign in a staff member with password and time-based code',
    body: Type.Object(
      {
        login: Type.String({ minLength: 1, maxLength: 60 }),
        password: Type.String({ minLength: 1, maxLength: 200 }),
        totp: Type.String({ minLength: 1, maxLength: 12 }),
      },
      closed,
    ),
    reply: Session,
    repeatable: true,
    audit: 'identity.sign-in-staff',
    limit: { max: 60, seconds: 600 },
  }),
  chooseAssignment: route({
    method: 'PUT',
    path: '/session/assignment',
    access: { roles: staff, scope: 'own' },
    summary: 'Act from another of my assignments',
    body: Type.Object({ assignment: Id }, closed),
    reply: Session,
    audit: 'identity.choose-assignment',
  }),
  session: route({
    method: 'GET',
    path: '/session',
    access: 'public',
    summary: 'Who is signed in',
    reply: Session,
  }),
  signOut: route({
    method: 'POST',
    path: '/sign-out',
    access: anySession,
    summary: 'End the session',
    repeatable: true,
    audit: 'identity.sign-out',
  }),
};
