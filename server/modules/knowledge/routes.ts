import { answersRoutes, knowledgeRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Knowledge } from './service.ts';
import { sentences } from './words.ts';

/** Serves the reply library to the desk, and its public answers to anybody. */
export function knowledgeHttp(http: Http, knowledge: Knowledge): void {
  http.addSentences(sentences);
  serveReaders(http, knowledge);
  serveEditors(http, knowledge);
  serveGaps(http, knowledge);
  serve(http, answersRoutes.list, ({ query }) => knowledge.answers.list(query));
  serve(http, answersRoutes.get, ({ params }) => knowledge.answers.get(params.entry));
}

function serveReaders(http: Http, { library }: Knowledge): void {
  serve(http, knowledgeRoutes.list, ({ query }, caller) => library.list(caller, query));
  serve(http, knowledgeRoutes.about, (_, caller) => library.about(caller));
  serve(http, knowledgeRoutes.get, ({ params }, caller, { about }) => {
    about(`reply:${params.entry}`);
    return library.get(caller, params.entry);
  });
  serve(http, knowledgeRoutes.cite, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => library.cite(tx, { ...params, ...body, by: caller }));
  });
}

function serveEditors(http: Http, { editing }: Knowledge): void {
  serve(http, knowledgeRoutes.create, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const view = await editing.create(tx, caller, body);
      about(`reply:${view.entry}`);
      return view;
    }),
  );
  serve(http, knowledgeRoutes.revise, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => editing.save(tx, caller, { ...params, ...body }));
  });
  serve(http, knowledgeRoutes.send, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => editing.send(tx, caller, { ...params, ...body }));
  });
  serve(http, knowledgeRoutes.turnBack, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => editing.turnBack(tx, caller, { ...params, ...body }));
  });
  serve(http, knowledgeRoutes.approve, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => editing.approve(tx, caller, { ...params, ...body }));
  });
  serve(http, knowledgeRoutes.withdraw, ({ params, body }, caller, { transaction, about }) => {
    about(`reply:${params.entry}`);
    return transaction((tx) => editing.withdraw(tx, caller, { ...params, ...body }));
  });
}

function serveGaps(http: Http, { gaps }: Knowledge): void {
  serve(http, knowledgeRoutes.gaps, (_, caller) => gaps.list(caller));
  serve(http, knowledgeRoutes.settleGap, async ({ body }, caller, { transaction, about }) => {
    about(`reply-gap:${body.scope}`);
    return transaction(async (tx) => {
      await gaps.settle(tx, caller, body);
      return gaps.list(caller, tx);
    });
  });
}
