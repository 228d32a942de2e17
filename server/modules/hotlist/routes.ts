import { hotBoardRoutes, hotlistRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Hotlist } from './service.ts';
import { sentences } from './words.ts';

/** Serves the hot list to those who lead it, report on it and write for the public, and its public board to anybody. */
export function hotlistHttp(http: Http, hotlist: Hotlist): void {
  http.addSentences(sentences);
  serveReading(http, hotlist);
  serveLeading(http, hotlist);
  serveTelling(http, hotlist);
  serve(http, hotBoardRoutes.list, ({ query }) => hotlist.telling.shown(query.division));
}

function serveReading(http: Http, { views, mining }: Hotlist): void {
  serve(http, hotlistRoutes.month, ({ params, query }, caller) =>
    views.month(caller, { ...params, ...query }),
  );
  serve(http, hotlistRoutes.mine, ({ params, body }, caller, { transaction, about }) => {
    about(`hot-month:${params.month}`, body.scope);
    return transaction(async (tx) => {
      await mining.ask(tx, caller, { ...params, ...body });
      return views.month(caller, { ...params, ...body }, tx);
    });
  });
  serve(http, hotlistRoutes.board, () => views.board());
  serve(http, hotlistRoutes.get, ({ params }, caller, { about }) => {
    about(`hot-topic:${params.topic}`);
    return views.topic(caller, params.topic);
  });
}

function serveLeading(http: Http, { views, leading }: Hotlist): void {
  serve(http, hotlistRoutes.pick, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const topic = await leading.pick(tx, caller, body);
      about(`hot-topic:${topic}`);
      return views.topic(caller, topic, tx);
    }),
  );
  serve(http, hotlistRoutes.act, ({ params, body }, caller, { transaction, about }) => {
    about(`hot-topic:${params.topic}`, body.act.type);
    return transaction(async (tx) => {
      await leading.act(tx, caller, { ...params, ...body });
      return views.topic(caller, params.topic, tx);
    });
  });
  serve(http, hotlistRoutes.note, ({ params, body }, caller, { transaction, about }) => {
    about(`hot-topic:${params.topic}`);
    return transaction(async (tx) => {
      await leading.note(tx, caller, { ...params, ...body });
      return views.topic(caller, params.topic, tx);
    });
  });
}

function serveTelling(http: Http, { views, telling }: Hotlist): void {
  serve(http, hotlistRoutes.write, ({ params, body }, caller, { transaction, about }) => {
    about(`hot-topic:${params.topic}`);
    return transaction(async (tx) => {
      await telling.write(tx, caller, { ...params, ...body });
      return views.topic(caller, params.topic, tx);
    });
  });
  serve(http, hotlistRoutes.show, ({ params, body }, caller, { transaction, about }) => {
    about(`hot-topic:${params.topic}`, body.shown ? 'show' : 'hide');
    return transaction(async (tx) => {
      await telling.show(tx, caller, { ...params, ...body });
      return views.topic(caller, params.topic, tx);
    });
  });
}
