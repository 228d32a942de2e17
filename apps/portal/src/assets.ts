type Assets = { readonly css: readonly string[]; readonly script: string | undefined };

declare const PORTAL_ASSETS: Assets | undefined;

/** The client files of this build, put in by Vite; a page without them still works. */
export const assets: Assets =
  typeof PORTAL_ASSETS === 'undefined' ? { css: ['/assets/portal.css'], script: undefined } : PORTAL_ASSETS;
