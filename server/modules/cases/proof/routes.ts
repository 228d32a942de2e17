import { proofsRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import { drafterOf } from '../drafter.ts';
import type { Cases } from '../service.ts';

/** Serves what stands in for papers: notices of promises, data checks, investigations and checks of promises. */
export function serveProofs(http: Http, { drafts, proofs, intake }: Cases): void {
  serve(http, proofsRoutes.notice, async ({ params }, caller) =>
    proofs.notice(await drafts.opened(drafterOf(caller), params.draft), params.material),
  );
  serve(http, proofsRoutes.windowNotice, ({ params }, caller, { transaction }) =>
    transaction(async (tx) => proofs.notice(await intake.draftOf(tx, caller, params), params.material)),
  );
  serveDesk(http, proofs.desk);
}

function serveDesk(http: Http, desk: Cases['proofs']['desk']): void {
  serve(http, proofsRoutes.ofCase, ({ params }, caller) => desk.ofCase(caller, params.case));
  serve(http, proofsRoutes.check, async ({ params, body }, caller, { transaction }) => {
    const check = await desk.ask(caller, { ...params, ...body });
    return transaction((tx) => desk.take(tx, caller, params.case, check));
  });
  serve(http, proofsRoutes.checkByHand, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => desk.checkByHand(tx, caller, { ...params, ...body })),
  );
  serve(http, proofsRoutes.investigate, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => desk.investigate(tx, caller, { ...params, ...body })),
  );
  serve(http, proofsRoutes.finishInvestigation, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => desk.finishInvestigation(tx, caller, { ...params, ...body })),
  );
  serve(http, proofsRoutes.promises, ({ query }, caller) => desk.promises(caller, query));
  serve(http, proofsRoutes.settlePromise, ({ params, body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const settled = await desk.settlePromise(tx, { ...params, ...body, caller });
      about(`case:${settled.case}`);
      return settled;
    }),
  );
  serve(http, proofsRoutes.undertaking, async ({ params }, caller) => {
    const { name, bytes } = await desk.undertaking(caller, params.task);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}
