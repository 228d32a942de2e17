import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** 口径生效: a version is in force from now on. */
export const replyInForce = fact(
  'knowledge.reply-in-force',
  Type.Object({
    entryId: Type.String(),
    version: Type.Integer(),
    scope: Type.String(),
    item: Type.Optional(Type.String()),
  }),
);
/** 口径失效: what was in force is not any more. */
export const replyEnded = fact(
  'knowledge.reply-ended',
  Type.Object({
    entryId: Type.String(),
    version: Type.Integer(),
    scope: Type.String(),
    why: Type.Enum(['replaced', 'expired', 'withdrawn']),
  }),
);
