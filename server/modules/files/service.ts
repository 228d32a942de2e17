import { join } from 'node:path';
import { demoSigner, type Platform, type SignerPem } from '../../platform/index.ts';
import { createBlobs } from './blobs.ts';
import { createKeeping } from './keeping.ts';
import { createPapers } from './papers.ts';
import { createStore } from './store.ts';
import { createUploads } from './uploads.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'config' | 'printer' | 'auditLog'>;
export type Files = ReturnType<typeof createFiles>;

/** 文件与文书: what people upload, and the signed papers the bureau makes. */
export function createFiles({ db, clock, vault, config, printer, auditLog }: Deps) {
  const store = createStore(db);
  const blobs = createBlobs(join(config.dataFolder, 'files'), vault);
  let signing: Promise<SignerPem> | undefined;
  const signer = () => {
    signing ??= signerOf(config, clock());
    return signing;
  };
  const papers = createPapers({
    ...{ db, store, blobs, clock, signer, printer, auditLog },
    origin: config.publicOrigin,
    demo: config.mode === 'demo',
  });
  return { ...createUploads({ store, blobs, clock }), ...createKeeping({ store, blobs, clock }), papers };
}

function signerOf({ signer, dataFolder }: Platform['config'], now: Date): Promise<SignerPem> {
  return signer === undefined
    ? demoSigner(join(dataFolder, 'demo-signer.json'), now)
    : Promise.resolve(signer);
}
