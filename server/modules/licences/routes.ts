import { licencesRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Licences } from './service.ts';

/** Serves a person's own wallet and the certificates in it. */
export function licencesHttp(http: Http, licences: Licences): void {
  serve(http, licencesRoutes.wallet, (_, caller) => licences.wallet(caller.personId));
  serve(http, licencesRoutes.certificate, async ({ params }, caller) => {
    const { name, bytes } = await licences.certificate(caller.personId, params.licence);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}
