import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;

/** 查看记录: who looked at my data, from which post, at what, and why. */
export const AccessEntry = Type.Object(
  {
    at: Moment,
    who: Type.String({ description: '机构与岗位，例如 示例·东莞市公安局 窗口人员 DEMO0001' }),
    what: Type.String({ description: '看了什么，群众的话' }),
    why: Type.String(),
    case: Type.Optional(CaseNumber),
    sensitive: Type.Boolean({ description: '是否看了没有打码的号码' }),
  },
  closed,
);
export type AccessEntry = Static<typeof AccessEntry>;

/** 账号: a member of staff who can sign in, with the posts in force or still to come. */
const Account = Type.Object(
  {
    person: Id,
    name: Type.String(),
    login: Type.String(),
    posts: Type.Array(
      Type.Object(
        { assignment: Id, role: Type.String(), office: Type.String(), until: Type.Optional(Day) },
        closed,
      ),
    ),
    suspended: Type.Boolean(),
    citizenNumber: Type.Optional(Type.String({ description: '本人的公民身份号码，打码' })),
  },
  closed,
);

/** 脱敏字段: what can be unmasked. */
export const unmaskable = ['citizenNumber', 'phone', 'address'] as const;

export const accessRoutes = {
  log: route({
    method: 'GET',
    path: '/access-log',
    access: own,
    summary: 'Everyone who looked at my data, newest first',
    query: Type.Object(
      { case: Type.Optional(CaseNumber), after: Type.Optional(Type.String({ maxLength: 120 })) },
      closed,
    ),
    reply: Type.Object({ entries: Type.Array(AccessEntry), next: Type.Optional(Type.String()) }, closed),
  }),
  unmask: route({
    method: 'POST',
    path: '/desk/cases/:case/unmaskings',
    access: { roles: ['clerk', 'approver'], scope: 'assigned' },
    summary:
      'See numbers in full: only in a case I hold, with a reason, within my quota; the applicant sees it',
    params: Type.Object({ case: CaseNumber }, closed),
    body: Type.Object(
      {
        fields: Type.Array(Type.Enum([...unmaskable]), { minItems: 1, maxItems: 3 }),
        reason: Type.String({ minLength: 4, maxLength: 200 }),
      },
      closed,
    ),
    reply: Type.Object(
      {
        citizenNumber: Type.Optional(Type.String()),
        phone: Type.Optional(Type.String()),
        address: Type.Optional(Type.String()),
        left: Type.Integer({ description: '本小时还能查看几次' }),
      },
      closed,
    ),
    repeatable: true,
    audit: 'access.unmask',
  }),
  accounts: route({
    method: 'GET',
    path: '/admin/accounts',
    access: { roles: ['security-admin'], scope: 'bureau' },
    summary: 'Staff accounts with their posts',
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
    reply: Type.Object(
      {
        accounts: Type.Array(Account),
        /** Where somebody may be appointed. */
        organisations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
      },
      closed,
    ),
  }),
  appoint: route({
    method: 'POST',
    path: '/admin/accounts/:person/posts',
    access: { roles: ['security-admin'], scope: 'bureau' },
    summary: 'Give a post; system, security and audit administrators exclude one another',
    params: Type.Object({ person: Id }, closed),
    body: Type.Object(
      {
        role: Type.String({ maxLength: 40 }),
        organisation: Type.String({ maxLength: 60 }),
        until: Type.Optional(Day),
      },
      closed,
    ),
    status: 201,
    reply: Type.Object({ assignment: Id }, closed),
    audit: 'identity.appoint',
  }),
  dismiss: route({
    method: 'DELETE',
    path: '/admin/posts/:assignment',
    access: { roles: ['security-admin'], scope: 'bureau' },
    summary: 'End a post; sessions acting from it end at once',
    params: Type.Object({ assignment: Id }, closed),
    audit: 'identity.dismiss',
  }),
  setNumber: route({
    method: 'PUT',
    path: '/admin/accounts/:person/citizen-number',
    access: { roles: ['security-admin'], scope: 'bureau' },
    summary: 'Say which citizen the holder of an account is, so that nobody handles their own application',
    params: Type.Object({ person: Id }, closed),
    body: Type.Object(
      {
        citizenNumber: Type.Optional(
          Type.String({ maxLength: 40, description: '本人的公民身份号码；不填就是取消登记' }),
        ),
      },
      closed,
    ),
    audit: 'identity.set-number',
  }),
  suspend: route({
    method: 'PUT',
    path: '/admin/accounts/:person/suspension',
    access: { roles: ['security-admin'], scope: 'bureau' },
    summary: 'Suspend an account or let it in again; its sessions end at once',
    params: Type.Object({ person: Id }, closed),
    body: Type.Object(
      { suspended: Type.Boolean(), reason: Type.String({ minLength: 2, maxLength: 200 }) },
      closed,
    ),
    audit: 'identity.suspend',
  }),
};
