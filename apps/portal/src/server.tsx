import { createPortal } from './portal.ts';

/** Answers one page request; the platform loads this bundle and hands it every request and the contract client. */
export const handle = createPortal();
