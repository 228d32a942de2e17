import { allForumKinds } from '@tongban/contract';
import Type from 'typebox';
import { fact } from '../../platform/index.ts';

/** What every fact about a forum says; never a word of it, and never who asked. */
const Happened = {
  forumId: Type.String({ format: 'uuid' }),
  branch: Type.String(),
  kind: Type.Enum([...allForumKinds]),
  at: Type.String({ format: 'date-time' }),
};
const Plain = Type.Object(Happened);
const OfOrder = Type.Object({
  ...Happened,
  city: Type.String(),
  orderId: Type.String({ format: 'uuid' }),
});

export const forumOpened = fact('forums.forum-opened', Plain);
export const forumChanged = fact('forums.forum-changed', Plain);
export const forumClosed = fact('forums.forum-closed', Plain);
export const orderEntered = fact('forums.order-entered', OfOrder);
export const orderLeft = fact('forums.order-left', OfOrder);
export const progressNoted = fact('forums.progress-noted', OfOrder);

/** Whom it concerns is kept by the house and not told. */
const OfVolunteer = Type.Object({
  volunteerId: Type.String({ format: 'uuid' }),
  branch: Type.String(),
  at: Type.String({ format: 'date-time' }),
});
export const volunteerAppointed = fact('forums.volunteer-appointed', OfVolunteer);
export const volunteerDismissed = fact('forums.volunteer-dismissed', OfVolunteer);
