import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Moment } from './words.ts';

const auditor = { roles: ['auditor'], scope: 'bureau' } as const;

/** 审计行: one act on record. */
export const AuditEntry = Type.Object(
  {
    id: Type.String(),
    at: Moment,
    actor: Type.String(),
    actorName: Type.Optional(Type.String()),
    role: Type.String(),
    branch: Type.Optional(Type.String()),
    action: Type.String(),
    object: Type.String(),
    purpose: Type.Optional(Type.String()),
    result: Type.String(),
    code: Type.Optional(Type.String()),
    index: Type.Optional(Type.Integer({ description: '在日志树中的序号；还没封存时没有' })),
  },
  closed,
);
export type AuditEntry = Static<typeof AuditEntry>;

/** 检查点: the signed state of the audit tree (RFC 6962, C2SP text form). */
export const Checkpoint = Type.Object(
  { size: Type.Integer(), root: Type.String(), at: Moment, text: Type.String() },
  closed,
);
export type Checkpoint = Static<typeof Checkpoint>;

export const auditRoutes = {
  entries: route({
    method: 'GET',
    path: '/audit/entries',
    access: auditor,
    summary: 'Audit lines, newest first, by actor, object, action or result',
    query: Type.Object(
      {
        actor: Type.Optional(Type.String({ maxLength: 60 })),
        object: Type.Optional(Type.String({ maxLength: 200 })),
        action: Type.Optional(Type.String({ maxLength: 60 })),
        result: Type.Optional(Type.Enum(['done', 'denied', 'refused', 'failed'])),
        from: Type.Optional(Moment),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object({ entries: Type.Array(AuditEntry), next: Type.Optional(Type.String()) }, closed),
    audit: 'audit.read',
  }),
  checkpoint: route({
    method: 'GET',
    path: '/audit/checkpoint',
    access: 'public',
    summary: 'The newest signed checkpoint, for anyone who keeps a copy of it',
    reply: Checkpoint,
  }),
  state: route({
    method: 'GET',
    path: '/audit/state',
    access: auditor,
    summary: 'How much is sealed, how old the oldest unsealed line is, and whether the tree verifies',
    reply: Type.Object(
      {
        sealed: Type.Integer(),
        unsealed: Type.Integer(),
        oldestUnsealedSeconds: Type.Number(),
        light: Type.Enum(['green', 'yellow', 'red']),
        checkpoint: Type.Optional(Checkpoint),
      },
      closed,
    ),
  }),
};
