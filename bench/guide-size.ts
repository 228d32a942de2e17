import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What a browser downloads for some exports, bundled and minified: kB after gzip. */
export async function gzipKilobytes(entry: string): Promise<number> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === 'measured' ? id : undefined),
        load: (id) => (id === 'measured' ? entry : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: 'measured', preserveEntrySignatures: 'strict' },
    },
  });
  const [bundle] = [made].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('nothing was built');
  return gzipSync(bundle.output[0].code, { level: 9 }).length / 1024;
}
