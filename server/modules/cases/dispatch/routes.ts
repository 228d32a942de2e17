import { dispatchRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import { sentences } from './sentences.ts';
import type { Dispatch } from './service.ts';

/** Serves the dispatcher. */
export function serveDispatch(http: Http, dispatch: Dispatch): void {
  http.addSentences(sentences);
  serve(http, dispatchRoutes.board, (_, caller) => dispatch.board(caller));
  serve(http, dispatchRoutes.assign, ({ body }, caller, { transaction, about }) => {
    about(`person:${body.to}`, body.reason);
    return transaction((tx) => dispatch.assign(tx, caller, body));
  });
  serve(http, dispatchRoutes.preview, ({ params }, caller) => dispatch.preview(caller, params.case));
  serve(http, dispatchRoutes.absent, ({ params, body }, caller, { transaction, about }) => {
    about(`person:${params.person}`);
    return transaction((tx) => dispatch.absent(tx, caller, { ...params, ...body }));
  });
  serve(http, dispatchRoutes.present, ({ params }, caller, { transaction, about }) => {
    about(`person:${params.person}`);
    return transaction((tx) => dispatch.present(tx, caller, params.person));
  });
}
