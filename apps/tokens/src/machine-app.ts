import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { noSchemas, tokens } from './plugins.ts';

/**
 * 机器上的页面: how an app of a hall's machine is built: served below its base by the server; while developing, the API of
 * a running server is passed through.
 */
export function machineApp(configUrl: string, name: string): UserConfig {
  const at = (path: string) => fileURLToPath(new URL(path, configUrl));
  return {
    root: at('.'),
    base: `/${name}/`,
    plugins: [tokens(), noSchemas()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: at(`../../dist/${name}`),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      target: 'es2022',
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
}
