import { casesRoutes, draftsRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import { serveAccess } from './access/routes.ts';
import { serveDelivering } from './delivery/routes.ts';
import { serveDesk } from './desk-routes.ts';
import { serveDispatch } from './dispatch/routes.ts';
import { drafterOf } from './drafter.ts';
import { serveIntake } from './intake/routes.ts';
import { serveIssue } from './issue/routes.ts';
import { issueSentences } from './issue/sentences.ts';
import { serveLists } from './list/routes.ts';
import { serveProofs } from './proof/routes.ts';
import { sentences } from './sentences.ts';
import type { Cases } from './service.ts';

const pdf = ({ name, bytes }: { name: string; bytes: Buffer }) => ({
  body: bytes,
  contentType: 'application/pdf',
  filename: name,
});

function serveDrafts(http: Http, { drafts }: Cases): void {
  serve(http, draftsRoutes.begin, ({ body }, caller, { transaction }) =>
    transaction((tx) => drafts.begin(tx, drafterOf(caller), body)),
  );
  serve(http, draftsRoutes.list, (_, caller) => drafts.list(undefined, drafterOf(caller)));
  serve(http, draftsRoutes.get, ({ params }, caller) => drafts.get(drafterOf(caller), params.draft));
  serve(http, draftsRoutes.saveValues, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => drafts.saveValues(tx, drafterOf(caller), { ...params, ...body })),
  );
  serve(http, draftsRoutes.saveAnswers, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => drafts.saveAnswers(tx, drafterOf(caller), { ...params, ...body })),
  );
  serve(http, draftsRoutes.lay, ({ params, body }, caller, { transaction }) =>
    transaction((tx) =>
      drafts.lay(tx, drafterOf(caller), params.draft, { material: params.material, ...body }),
    ),
  );
  serve(http, draftsRoutes.discard, ({ params }, caller, { transaction }) =>
    transaction((tx) => drafts.discard(tx, drafterOf(caller), params.draft)),
  );
}

/** Serves drafts, an applicant's own cases, and the desk. */
export function casesHttp(http: Http, cases: Cases): void {
  http.addSentences(sentences);
  serveDrafts(http, cases);
  serveOwn(http, cases);
  serveDesk(http, cases);
  http.addSentences(issueSentences);
  serveIssue(http, cases.issue);
  serveDelivering(http, cases.delivering);
  serveLists(http, cases.lists);
  serveDispatch(http, cases.dispatch);
  serveIntake(http, cases);
  serveAccess(http, cases);
  serveProofs(http, cases);
}

function serveOwn(http: Http, { own, submit, proveFirst }: Cases): void {
  serve(http, casesRoutes.submit, async ({ body }, caller, { transaction, about }) => {
    await proveFirst(drafterOf(caller), body.draft);
    return transaction(async (tx) => {
      const open = await submit(tx, caller, body);
      about(`case:${open.row.case_number}`);
      return own.view(caller, open, tx);
    });
  });
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
  serve(http, casesRoutes.confirm, ({ params }, caller, { transaction }) =>
    transaction((tx) => own.confirm(tx, caller, params.case)),
  );
  serve(http, casesRoutes.urge, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => own.urge(tx, caller, params.case, body.say)),
  );
  serve(http, casesRoutes.document, async ({ params }, caller) =>
    pdf(await own.document(caller, params.case, params.document)),
  );
}
