import { licencesRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Licences } from './service.ts';

const sentences = {
  'licences.type': { zh: '没有这种证照', en: 'There is no such kind of licence' },
  'licences.certificate': {
    zh: '这张证照没有可以下载的证明文件',
    en: 'This licence has no certificate to download',
  },
  'licences.photo': { zh: '这张证照上没有照片', en: 'There is no portrait on this licence' },
  'licences.cause': {
    zh: '写明用证的事由，最多 200 个字',
    en: 'Give the cause of this use, in at most 200 characters',
  },
};

/** Serves a person's own wallet and the certificates in it. */
export function licencesHttp(http: Http, licences: Licences): void {
  http.addSentences(sentences);
  serve(http, licencesRoutes.wallet, (_, caller) => licences.wallet(caller.personId));
  serve(http, licencesRoutes.certificate, async ({ params }, caller) => {
    const { name, bytes } = await licences.certificate(caller.personId, params.licence);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}
