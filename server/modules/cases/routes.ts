import { casesRoutes, draftsRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import { serveDesk } from './desk-routes.ts';
import { sentences } from './sentences.ts';
import type { Cases } from './service.ts';

const pdf = ({ name, bytes }: { name: string; bytes: Buffer }) => ({
  body: bytes,
  contentType: 'application/pdf',
  filename: name,
});

function serveDrafts(http: Http, { drafts }: Cases): void {
  serve(http, draftsRoutes.begin, ({ body }, caller, { transaction }) =>
    transaction((tx) => drafts.begin(tx, caller, body)),
  );
  serve(http, draftsRoutes.list, (_, caller) => drafts.list(caller));
  serve(http, draftsRoutes.get, ({ params }, caller) => drafts.get(caller, params.draft));
  serve(http, draftsRoutes.saveValues, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => drafts.saveValues(tx, caller, { ...params, ...body })),
  );
  serve(http, draftsRoutes.saveAnswers, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => drafts.saveAnswers(tx, caller, { ...params, ...body })),
  );
  serve(http, draftsRoutes.lay, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => drafts.lay(tx, caller, params.draft, { material: params.material, ...body })),
  );
  serve(http, draftsRoutes.discard, ({ params }, caller, { transaction }) =>
    transaction((tx) => drafts.discard(tx, caller, params.draft)),
  );
}

/** Serves drafts, an applicant's own cases, and the desk. */
export function casesHttp(http: Http, cases: Cases): void {
  http.addSentences(sentences);
  serveDrafts(http, cases);
  serveOwn(http, cases);
  serveDesk(http, cases);
}

function serveOwn(http: Http, { own, submit }: Cases): void {
  serve(http, casesRoutes.submit, ({ body }, caller, { transaction, about }) =>
    transaction(async (tx) => {
      const open = await submit(tx, caller, body);
      about(`case:${open.row.case_number}`);
      return own.view(caller, open);
    }),
  );
  serve(http, casesRoutes.list, ({ query }, caller) => own.list(caller, query.limit));
  serve(http, casesRoutes.get, ({ params }, caller) => own.get(caller, params.case));
  serve(http, casesRoutes.mend, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => own.mend(tx, caller, params.case, { material: params.material, ...body })),
  );
  serve(http, casesRoutes.resubmit, ({ params }, caller, { transaction }) =>
    transaction((tx) => own.resubmit(tx, caller, params.case)),
  );
  serve(http, casesRoutes.withdraw, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => own.withdraw(tx, caller, params.case, body.reason)),
  );
  serve(http, casesRoutes.document, async ({ params }, caller) =>
    pdf(await own.document(caller, params.case, params.document)),
  );
}
