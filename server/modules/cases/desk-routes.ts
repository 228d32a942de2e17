import { caseWorkRoutes, deskRoutes } from '@tongban/contract';
import { type Context, type Http, serve, type Tx } from '../../platform/index.ts';
import type { Cases } from './service.ts';

/** Runs an act in the request's transaction and names the case in the audit. */
function acting<T>({ transaction, about }: Context, params: { case: string }, work: (tx: Tx) => Promise<T>) {
  about(`case:${params.case}`);
  return transaction(work);
}

/** Serves what may be done besides steps and decisions. */
function serveWork(http: Http, { desk }: Cases): void {
  serve(http, caseWorkRoutes.startProcedure, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.startProcedure(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.endProcedure, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.endProcedure(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.requestExtension, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.requestExtension(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.decideExtension, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.decideExtension(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.giveBack, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.giveBack(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.forward, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.forward(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.ask, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.ask(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.settleAsk, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.settleAsk(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.undo, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.undo(tx, caller, { ...params, ...body })),
  );
  serve(http, caseWorkRoutes.licencePhoto, async ({ params, body }, caller, { transaction, about }) => {
    about(`case:${params.case}`);
    const { contentType, bytes } = await transaction((tx) =>
      desk.licencePhoto(tx, caller, { ...params, ...body }),
    );
    return { body: bytes, contentType };
  });
  serve(http, caseWorkRoutes.reprint, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.reprint(tx, caller, { ...params, ...body })),
  );
}

/** Serves the desk. */
export function serveDesk(http: Http, cases: Cases): void {
  const { desk, access } = cases;
  serveWork(http, cases);
  serve(http, deskRoutes.get, async ({ params }, caller, { about, beside }) => {
    about(`case:${params.case}`);
    const shown = await desk.get(caller, params.case);
    beside(access.sawCase(caller, { case: shown.case, what: 'case' }));
    return shown;
  });
  serve(http, deskRoutes.claim, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.claim(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.mark, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.mark(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.notify, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.notify(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.accept, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.accept(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.turnAway, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.turnAway(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.passStep, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.passStep(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.decide, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.decide(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.finish, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.finish(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.handOver, ({ params, body }, caller, context) =>
    acting(context, params, (tx) => desk.handOver(tx, caller, { ...params, ...body })),
  );
  serve(http, deskRoutes.document, async ({ params }, caller, { beside }) => {
    const { name, bytes } = await desk.document(caller, params.case, params.document);
    beside(access.sawCase(caller, { case: params.case, what: 'document' }));
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}
