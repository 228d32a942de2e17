import { issueRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import type { Issue } from './service.ts';

/** Serves the issue desk. */
export function serveIssue(http: Http, issue: Issue): void {
  serve(http, issueRoutes.find, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const found = await issue.find(tx, caller, body.code);
      about(`collection:${found.collection}`);
      return found;
    }),
  );
  serve(http, issueRoutes.get, ({ params }, caller) => issue.get(caller, params));
  serve(http, issueRoutes.verify, ({ params, body }, caller, { transaction, about }) => {
    about(`collection:${params.collection}`);
    return transaction((tx) => issue.verify(tx, caller, { ...params, ...body }));
  });
  serve(http, issueRoutes.askSignature, ({ params, body }, caller, { transaction, about }) => {
    about(`collection:${params.collection}`);
    return transaction((tx) => issue.askSignature(tx, caller, { ...params, ...body }));
  });
  serve(http, issueRoutes.handOver, ({ params, body }, caller, { transaction, about }) => {
    about(`collection:${params.collection}`, `交付 ${body.cases.join('、')}`);
    return transaction((tx) => issue.handOver(tx, caller, { ...params, ...body }));
  });
  serve(http, issueRoutes.waiting, ({ query }, caller) => issue.waiting(caller, query));
  serve(http, issueRoutes.labels, async ({ body }, caller, { about }) => {
    about(`cases:${body.cases.join(',')}`, '打印快递面单');
    return { body: await issue.labels(caller, body.cases), contentType: 'application/pdf' };
  });
  serve(http, issueRoutes.send, ({ body }, caller, { transaction, about }) => {
    about(`cases:${body.shipments.map((one) => one.case).join(',')}`, '交寄');
    return transaction((tx) => issue.send(tx, caller, body.shipments));
  });
}
