import { countsRoutes, noticesRoutes as routes, warningsRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Submissions } from './counts.ts';
import type { Notices } from './service.ts';
import { sentences } from './words.ts';

/** Serves the centre of everybody's own notices, the administrator's desk of them, and the receipts of gateways. */
export function noticesHttp(http: Http, notices: Notices, submissions: Submissions): void {
  http.addSentences(sentences);
  serve(http, routes.list, ({ query }, caller) => notices.list(caller, query));
  serve(http, routes.unread, (_, caller) => notices.unread(caller));
  serve(http, routes.read, ({ body }, caller, { transaction }) =>
    transaction((tx) => notices.read(tx, caller, body)),
  );
  serve(http, routes.choice, (_, caller) => notices.choice(caller));
  serve(http, routes.choose, ({ body }, caller, { transaction }) =>
    transaction((tx) => notices.choose(tx, caller, body)),
  );
  serve(http, routes.joinWechat, ({ body }, caller, { transaction }) =>
    transaction((tx) => notices.joinWechat(tx, caller, body)),
  );
  serve(http, routes.leaveWechat, (_, caller, { transaction }) =>
    transaction((tx) => notices.leaveWechat(tx, caller)),
  );
  serve(http, routes.claimMail, ({ body }, caller, { transaction }) =>
    transaction((tx) => notices.claimMail(tx, caller, body)),
  );
  serve(http, routes.confirmMail, ({ body }, caller, { transaction }) =>
    transaction((tx) => notices.confirmMail(tx, caller, body)),
  );
  serve(http, routes.leaveMail, (_, caller, { transaction }) =>
    transaction((tx) => notices.leaveMail(tx, caller)),
  );
  serve(http, routes.texts, () => notices.desk.texts());
  serve(http, routes.outgoing, ({ query }) => notices.desk.outgoing(query));
  serve(http, routes.figures, () => notices.desk.figures());
  serve(http, countsRoutes.days, ({ query }) => notices.counts(query, submissions));
  serveWarnings(http, notices);
  serveReceipts(http, notices);
}

/** A gateway is nobody the house knows: its signature over the very bytes is what counts. */
function serveReceipts(http: Http, notices: Notices): void {
  serve(http, routes.receipt, async ({ params, headers, body }) => {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const signed = {
      timestamp: headers['x-timestamp'],
      nonce: headers['x-nonce'],
      signature: headers['x-signature'],
      body: Buffer.concat(parts).toString('utf8'),
    };
    await asMachine('worker', () => notices.receipt(params.provider, signed));
  });
}

function serveWarnings(http: Http, { warnings }: Notices): void {
  const of = warningsRoutes;
  serve(http, of.list, (_, caller) => warnings.list(caller));
  serve(http, of.preview, ({ body }) => warnings.preview(body));
  serve(http, of.ask, ({ body }, caller, { transaction }) =>
    transaction((tx) => warnings.ask(tx, caller, body)),
  );
  serve(http, of.settle, ({ params, body }, caller, { transaction, about }) => {
    about(`warning:${params.warning}`);
    return transaction((tx) => warnings.settle(tx, caller, { ...params, ...body }));
  });
}
