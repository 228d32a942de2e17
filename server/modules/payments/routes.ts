import { deskPaymentsRoutes, paymentsRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Payments } from './service.ts';
import { sentences } from './words.ts';

/** Serves what has to be paid: to the one who pays, to providers that tell of it, and to the window. */
export function paymentsHttp(http: Http, payments: Payments): void {
  http.addSentences(sentences);
  serveOwn(http, payments);
  serveNotices(http, payments);
  serveDesk(http, payments);
}

function serveOwn(http: Http, payments: Payments): void {
  const { paying } = payments;
  serve(http, paymentsRoutes.list, (_, caller) => payments.list(caller));
  serve(http, paymentsRoutes.get, ({ params }, caller) => payments.get(caller, params.order));
  serve(http, paymentsRoutes.openBill, async ({ body }, caller, { transaction, about }) => {
    const bill = await payments.findBill(caller, body.billNumber);
    const view = await transaction((tx) => payments.openBill(tx, caller, bill));
    about(`payment:${view.order}`);
    return view;
  });
  serve(http, paymentsRoutes.begin, ({ params, body }, caller, { transaction, about, ip }) => {
    about(`payment:${params.order}`);
    const { way, from = 'screen' } = body;
    return paying.begin({ caller, ...params, way, payer: { ip, from } }, transaction);
  });
  serve(http, paymentsRoutes.pretend, async ({ params, body }, caller, { about }) => {
    about(`payment:${params.order}`);
    await paying.pretend(caller, params.order, body.outcome);
    return payments.get(caller, params.order);
  });
  serve(http, paymentsRoutes.receipt, async ({ params }, caller) => {
    const { name, bytes } = await payments.ownReceipt(caller, params.order);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}

/** Nobody is signed in at these: the house takes in what a provider has signed, and answers whatever comes. */
function serveNotices(http: Http, { paying }: Payments): void {
  serve(http, paymentsRoutes.notice, ({ params, body }, _caller, { header, about }) => {
    about(`payment-notice:${params.way}`);
    return asMachine('worker', async () => {
      const bytes = await collect(body);
      const { status, contentType, body: said } = await paying.hear(params.way, { header, bytes });
      return { body: said, contentType, status };
    });
  });
}

function serveDesk(http: Http, payments: Payments): void {
  const { window, reconciling } = payments;
  const routes = deskPaymentsRoutes;
  serve(http, routes.search, ({ query }) => window.search(query.words));
  serve(http, routes.take, ({ params, body }, caller, { transaction, about }) => {
    about(`payment:${params.order}`);
    return transaction((tx) => window.take(tx, caller, { ...params, ...body }));
  });
  serve(http, routes.receipt, async ({ params }) => {
    const { name, bytes } = await payments.deskReceipt(params.order);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
  serve(http, routes.askRefund, ({ params, body }, caller, { transaction, about }) => {
    about(`payment:${params.order}`, body.reason);
    return transaction((tx) => window.askRefund(tx, caller, params.order, body.reason));
  });
  serve(http, routes.refunds, (_, caller) => window.refunds(caller));
  serve(http, routes.settleRefund, ({ params, body }, caller, { transaction, about }) => {
    about(`payment-refund:${params.refund}`);
    return transaction((tx) => window.settleRefund(tx, caller, { ...params, ...body }));
  });
  serve(http, routes.day, ({ params }) => reconciling.day(params.day));
  serve(http, routes.explain, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => reconciling.explain(tx, caller, { ...params, ...body })),
  );
  serve(http, routes.settleHeld, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => reconciling.settleHeld(tx, caller, { ...params, ...body })),
  );
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}
