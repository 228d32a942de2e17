import { accessRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import type { Cases } from '../service.ts';
import { accessSentences } from './sentences.ts';

/** Serves unmasking to the desk, and to everyone the record of who looked at their data. */
export function serveAccess(http: Http, { access }: Cases): void {
  http.addSentences(accessSentences);
  serve(http, accessRoutes.log, ({ query }, caller) => access.log(caller, query));
  serve(http, accessRoutes.unmask, ({ params, body }, caller, { transaction, about }) => {
    about(`case:${params.case}`, body.reason);
    return transaction((tx) => access.unmask(tx, caller, { ...params, ...body }));
  });
}
