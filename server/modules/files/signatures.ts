import { createHash } from 'node:crypto';
import { Problem } from '@tongban/kernel';
import { asMachine, type Paper, type Tx } from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import type { DrawnSignature, PaperPage, Store } from './store.ts';

type Deps = { store: Store; blobs: Blobs };
/** A page as it is handed over: a signature on it is a file. */
export type PageWish = Omit<PaperPage, 'signature'> & { signature?: DrawnSignature };

/** 签名图: a paper keeps which picture was drawn under it, and prints it. */
export function createSignatures({ store, blobs }: Deps) {
  return {
    /** The page with the digest of its signature, so that the record of the paper covers the drawing too. */
    async attested(tx: Tx, { ownerId, page }: { ownerId: string; page: PageWish }): Promise<PaperPage> {
      const { signature, ...words } = page;
      if (signature === undefined) return words;
      const [row] = await store.files(tx, [signature.file]);
      if (row?.blob === undefined || row.owner_id !== ownerId) {
        throw new Problem('files.missing', 'missing', '没有这个文件，或您不能看它');
      }
      const sha256 = createHash('sha256')
        .update(await blobs.get(row.blob))
        .digest('hex');
      return { ...words, signature: { ...signature, sha256 } };
    },
    /** The page as the printer takes it; whoever may have the paper gets the drawing with it. */
    async drawn({
      signature,
      ...words
    }: PaperPage): Promise<Omit<PaperPage, 'signature'> & Pick<Paper, 'signature'>> {
      if (signature === undefined) return words;
      const row = await asMachine('worker', () => store.file(signature.file));
      const picture = row?.blob === undefined ? Buffer.of() : await blobs.get(row.blob);
      return { ...words, signature: { label: signature.label, picture } };
    },
  };
}
export type Signatures = ReturnType<typeof createSignatures>;
