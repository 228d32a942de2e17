import { orderTermsRoutes, stuckRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Hotline } from './service.ts';

/** Serves what the desk chooses from, the roster, and the window for what could not be got done. */
export function serveStuck(http: Http, { terms, stuck }: Hotline): void {
  serve(http, orderTermsRoutes.terms, async (_, caller) => terms.terms(caller));
  serve(http, orderTermsRoutes.duties, ({ params }, caller) => terms.roster(caller, params.day));
  serve(http, orderTermsRoutes.setDuties, ({ params, body }, caller, { about, transaction }) => {
    about(`duties:${params.day}`);
    return asMachine('worker', () =>
      transaction((tx) => terms.setRoster(tx, caller, { ...params, ...body })),
    );
  });
  serve(http, stuckRoutes.list, ({ query }) => stuck.list(query));
  serve(http, stuckRoutes.get, ({ params }, caller, { about }) => {
    about(`order:${params.order}`);
    return stuck.get(caller, params.order);
  });
  serve(http, stuckRoutes.find, async ({ params, body }, caller, { about, transaction }) => {
    about(`order:${params.order}`, body.rootCause);
    const open = await stuck.seen(caller, params.order);
    return asMachine('worker', () => transaction((tx) => stuck.find(tx, caller, { open, cause: body })));
  });
  serve(http, stuckRoutes.defects, () => stuck.defects());
  serve(http, stuckRoutes.mend, ({ params }, _, { about, transaction }) => {
    about(`order:${params.order}`);
    return stuck.mend(params.order, (row) =>
      asMachine('worker', () => transaction((tx) => stuck.mended(tx, row))),
    );
  });
}
