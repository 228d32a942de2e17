import { forumsRoutes, publicForumsRoutes, volunteersRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Forums } from './service.ts';
import { sentences } from './words.ts';

/** Serves forums to those who lead them, take orders into them and report on them, and open collections to anybody. */
export function forumsHttp(http: Http, forums: Forums): void {
  http.addSentences(sentences);
  serveLeading(http, forums);
  serveEntering(http, forums);
  serveVolunteers(http, forums);
  serve(http, publicForumsRoutes.list, ({ query }) => forums.views.collecting(query.division));
}

function serveLeading(http: Http, { views, leading }: Forums): void {
  serve(http, forumsRoutes.list, (_, caller) => views.list(caller));
  serve(http, forumsRoutes.now, (_, caller) => views.now(caller));
  serve(http, forumsRoutes.get, ({ params, query }, caller, { about }) => {
    about(`forum:${params.forum}`);
    return views.ledger(caller, { ...params, ...query });
  });
  serve(http, forumsRoutes.open, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const forum = await leading.open(tx, caller, body);
      about(`forum:${forum}`);
      return views.ledger(caller, { forum }, tx);
    }),
  );
  serve(http, forumsRoutes.change, ({ params, body }, caller, { transaction, about }) => {
    about(`forum:${params.forum}`);
    return transaction(async (tx) => {
      await leading.change(tx, caller, { ...params, ...body });
      return views.ledger(caller, params, tx);
    });
  });
  serve(http, forumsRoutes.close, ({ params, body }, caller, { transaction, about }) => {
    about(`forum:${params.forum}`);
    return transaction(async (tx) => {
      await leading.close(tx, caller, { ...params, ...body });
      return views.ledger(caller, params, tx);
    });
  });
}

function serveEntering(http: Http, { views, entering }: Forums): void {
  serve(http, forumsRoutes.ofOrder, ({ params }, caller) => views.ofOrder(caller, params.order));
  serve(http, forumsRoutes.put, ({ params, body }, caller, { transaction, about }) => {
    about(`order:${body.order}`, `forum:${params.forum}`);
    return transaction(async (tx) => {
      await entering.put(tx, caller, { ...params, ...body });
      return views.ofOrder(caller, body.order, tx);
    });
  });
  serve(http, forumsRoutes.takeOut, ({ params }, caller, { transaction, about }) => {
    about(`order:${params.order}`, `forum:${params.forum}`);
    return transaction(async (tx) => {
      await entering.takeOut(tx, params);
      return views.ofOrder(caller, params.order, tx);
    });
  });
  serve(http, forumsRoutes.note, ({ params, body }, caller, { transaction, about }) => {
    about(`order:${params.order}`, `forum:${params.forum}`);
    return transaction((tx) => entering.note(tx, caller, { ...params, ...body }));
  });
}

function serveVolunteers(http: Http, { volunteers }: Forums): void {
  serve(http, volunteersRoutes.list, ({ query }, caller) => volunteers.list(caller, query.after));
  serve(http, volunteersRoutes.own, ({ query }, caller) => volunteers.own(caller, query.division));
  serve(http, volunteersRoutes.appoint, async ({ body }, caller, { transaction, about }) => {
    const personId = await volunteers.find(body);
    about(`person:${personId}`);
    return transaction(async (tx) => {
      await volunteers.appoint(tx, caller, { personId, wish: body });
      return volunteers.list(caller, undefined, tx);
    });
  });
  serve(http, volunteersRoutes.dismiss, ({ params }, caller, { transaction, about }) => {
    about(`volunteer:${params.volunteer}`);
    return transaction(async (tx) => {
      await volunteers.dismiss(tx, params.volunteer);
      return volunteers.list(caller, undefined, tx);
    });
  });
}
