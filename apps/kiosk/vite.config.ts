import { fileURLToPath } from 'node:url';
import { tokens } from '@tongban/tokens/vite';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The browser never checks shapes, the server does; so the schemas of the contract stay behind. */
function noSchemas(): Plugin {
  const id = '\0no-schemas';
  return {
    name: 'tongban-no-schemas',
    enforce: 'pre',
    resolveId: (asked) => (asked === 'typebox' ? id : undefined),
    load: (asked) => (asked === id ? 'export default new Proxy({}, { get: () => () => ({}) });' : undefined),
  };
}

/** The kiosk is served below /kiosk/ by the server; while developing, the API of a running server is passed through. */
export default defineConfig({
  root: at('.'),
  base: '/kiosk/',
  plugins: [tokens(), noSchemas()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at('../../dist/kiosk'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
