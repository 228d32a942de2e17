import type { SignedIn } from '../../platform/index.ts';
import { applicantOf } from './rules.ts';

/**
 * 谁的草稿、替谁申请、谁在填: at home one person or their agent; at a window the draft is the person's own and a clerk's
 * hands fill it in, so that it is found at home and can be gone on with anywhere.
 */
export type Drafter = { owner: string; applicant: string; channel: 'web' | 'hall'; actor: string };

/** Someone who fills in a draft of their own. */
export function drafterOf(caller: SignedIn): Drafter {
  return { owner: caller.personId, applicant: applicantOf(caller), channel: 'web', actor: caller.personId };
}

/** A clerk who fills in the draft of the person at the window. */
export function clerkFor(caller: SignedIn, personId: string): Drafter {
  return { owner: personId, applicant: personId, channel: 'hall', actor: caller.personId };
}
