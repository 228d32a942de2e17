import { deliveriesRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import type { CaseDelivering } from './service.ts';

/** Serves what people and the issue desk ask about deliveries of a case. */
export function serveDelivering(http: Http, delivering: CaseDelivering): void {
  serve(http, deliveriesRoutes.ofCase, ({ params }, caller) => delivering.ofCase(caller, params.case));
  serve(http, deliveriesRoutes.choose, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => delivering.choose(tx, caller, { number: params.case, ...body })),
  );
  serve(http, deliveriesRoutes.tracking, ({ params }, caller) => delivering.tracking(caller, params.case));
  serve(http, deliveriesRoutes.declareLost, ({ params, body }, caller, { transaction, about }) => {
    about(`case:${params.case}`, body.reason);
    return transaction((tx) => delivering.declareLost(tx, caller, { number: params.case, ...body }));
  });
  serve(http, deliveriesRoutes.settle, ({ params, body }, caller, { transaction, about }) => {
    about(`case:${params.case}`, body.reason);
    return transaction((tx) => delivering.settle(tx, caller, { number: params.case, ...body }));
  });
}
