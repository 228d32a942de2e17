import { filesRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Files } from './service.ts';

/** Serves uploads, the reading of files, and the public check of papers. */
export function filesHttp(http: Http, files: Files): void {
  serve(http, filesRoutes.begin, ({ body }, caller, { transaction }) =>
    transaction((tx) => files.begin(tx, caller, body)),
  );
  serve(http, filesRoutes.append, ({ params, headers, body }, caller, { transaction }) =>
    transaction((tx) =>
      files.append(tx, caller, { file: params.file, offset: headers['upload-offset'], bytes: body }),
    ),
  );
  serve(http, filesRoutes.upload, ({ params }, caller) => files.upload(caller, params.file));
  serve(http, filesRoutes.read, async ({ params }, caller, { transaction }) => {
    const { bytes, contentType, name } = await files.read(caller, params.file, transaction);
    // A file people sent in never runs as a page: shown in a sandbox, and never sniffed.
    const headers = {
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, max-age=300',
    };
    return { body: bytes, contentType, headers };
  });
  // Whoever holds the code may check the paper, signed in or not.
  serve(http, filesRoutes.verify, ({ params }) =>
    asMachine('verifier', () => files.papers.verify(params.code)),
  );
}
