import { listRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import { sentences } from './sentences.ts';
import type { Lists } from './service.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Serves lists, saved views, bulk acts and exports. */
export function serveLists(http: Http, { listing, views, bulk, exporting }: Lists): void {
  http.addSentences(sentences);
  serve(http, listRoutes.search, ({ body }, caller) => listing.search(caller, body));
  serve(http, listRoutes.counts, (_, caller) => listing.counts(caller));
  serve(http, listRoutes.views, (_, caller) => views.list(caller));
  serve(http, listRoutes.saveView, ({ body }, caller, { transaction }) =>
    transaction((tx) => views.save(tx, caller, body)),
  );
  serve(http, listRoutes.changeView, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => views.change(tx, caller, { ...params, ...body })),
  );
  serve(http, listRoutes.dropView, ({ params }, caller, { transaction }) =>
    transaction((tx) => views.drop(tx, caller, params.view)),
  );
  serve(http, listRoutes.bulkClaim, ({ body }, caller, { transaction, about }) => {
    about(`cases:${body.cases.length}`);
    return transaction((tx) => bulk.claim(tx, caller, body.cases));
  });
  serve(http, listRoutes.bulkPass, ({ body }, caller, { transaction, about }) => {
    about(`cases:${body.cases.length}`);
    return transaction((tx) => bulk.decide(tx, caller, body));
  });
  serve(http, listRoutes.bulkPrint, async ({ body }, caller) => ({
    body: await bulk.print(caller, body.cases),
    contentType: 'application/pdf',
    filename: '办件文书.pdf',
  }));
  serve(http, listRoutes.exportStart, ({ body }, caller, { transaction }) =>
    transaction((tx) => exporting.start(tx, caller, body)),
  );
  serve(http, listRoutes.exportState, ({ params }, caller) => exporting.state(caller, params.export));
  serve(http, listRoutes.exportFile, async ({ params }, caller) => ({
    body: await exporting.file(caller, params.export),
    contentType: excel,
    filename: '办件.xlsx',
  }));
}
