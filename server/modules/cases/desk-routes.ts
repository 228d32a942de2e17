import { deskRoutes } from '@tongban/contract';
import { type Context, type Http, serve, type Tx } from '../../platform/index.ts';
import type { Cases } from './service.ts';

/** Runs an act in the request's transaction and names the case in the audit. */
function acting<T>({ transaction, about }: Context, params: { case: string }, work: (tx: Tx) => Promise<T>) {
  about(`case:${params.case}`);
  return transaction(work);
}

/** Serves the desk. */
export function serveDesk(http: Http, { desk }: Cases): void {
  serve(http, deskRoutes.tasks, ({ query }, caller) => desk.tasks(caller, query));
  serve(http, deskRoutes.get, ({ params }, caller, { about }) => {
    about(`case:${params.case}`);
    return desk.get(caller, params.case);
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
  serve(http, deskRoutes.document, async ({ params }, caller) => {
    const { name, bytes } = await desk.document(caller, params.case, params.document);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
}
