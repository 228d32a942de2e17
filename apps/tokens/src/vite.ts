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
