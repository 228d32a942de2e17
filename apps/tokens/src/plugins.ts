import type { Plugin } from 'vite';
import { tokensCss } from './css.ts';

/** The tokens as the style sheet `virtual:tokens.css`, so that every colour and size has one source. */
export function tokens(): Plugin {
  const id = 'virtual:tokens.css';
  return {
    name: 'tongban-tokens',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) => (asked === `\0${id}` ? tokensCss() : undefined),
  };
}

/** The browser never checks shapes, the server does; so the schemas of the contract stay behind. */
export function noSchemas(): Plugin {
  const id = '\0no-schemas';
  return {
    name: 'tongban-no-schemas',
    enforce: 'pre',
    resolveId: (asked) => (asked === 'typebox' ? id : undefined),
    load: (asked) => (asked === id ? 'export default new Proxy({}, { get: () => () => ({}) });' : undefined),
  };
}
