import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { noSchemas, tokens } from '@tongban/tokens/vite';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const out = { client: at('../../dist/portal/client'), server: at('../../dist/portal/server') };
const entry = 'src/client/main.ts';

type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[] }>>;

/** Tells the server's bundle the names of the built client files; asked only when something is built. */
function assets(): Plugin {
  return {
    name: 'tongban-assets',
    config: () => ({ define: { PORTAL_ASSETS: builtAssets() } }),
  };
}

/** The names of the built client files, which carry a digest; build the client first. */
function builtAssets(): string {
  const path = `${out.client}/.vite/manifest.json`;
  if (!existsSync(path)) throw new Error('build the client of the portal first: vite build apps/portal');
  const main = (JSON.parse(readFileSync(path, 'utf8')) as Manifest)[entry];
  if (main === undefined) throw new Error(`${entry} is not in the manifest of the client`);
  return JSON.stringify({ script: `/${main.file}`, css: (main.css ?? []).map((file) => `/${file}`) });
}

export default defineConfig(({ isSsrBuild }) => ({
  root: at('.'),
  plugins: isSsrBuild ? [tokens(), assets()] : [tokens(), noSchemas()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(isSsrBuild
    ? {
        ssr: { noExternal: true, target: 'node' },
        build: {
          ssr: true,
          outDir: out.server,
          emptyOutDir: true,
          target: 'node20',
          rolldownOptions: {
            input: at('src/server.tsx'),
            output: { entryFileNames: 'server.js', codeSplitting: false },
          },
        },
      }
    : {
        build: {
          outDir: out.client,
          emptyOutDir: true,
          manifest: true,
          modulePreload: { polyfill: false },
          target: 'es2022',
          rolldownOptions: { input: at(entry) },
        },
      }),
}));
