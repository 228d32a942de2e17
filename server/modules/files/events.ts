import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** A member of staff has looked at a file somebody sent in. */
export const fileShown = fact(
  'files.shown',
  Type.Object({
    fileId: Type.String(),
    ownerId: Type.String(),
    byId: Type.String(),
    role: Type.String(),
    assignmentId: Type.Optional(Type.String()),
  }),
);
