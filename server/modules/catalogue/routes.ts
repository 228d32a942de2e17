import { catalogueRoutes, officesRoutes, proofsRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Catalogue } from './service.ts';

/** Serves the catalogue: search, editions, changes, the mind map, and the halls that take an item. */
export function catalogueHttp(http: Http, catalogue: Catalogue): void {
  serve(http, catalogueRoutes.search, ({ query }) => catalogue.search(query));
  serve(http, catalogueRoutes.item, ({ params, query }) => catalogue.item(params.item, query.division));
  serve(http, catalogueRoutes.edition, ({ params }) => catalogue.edition(params.edition));
  serve(http, catalogueRoutes.changes, ({ params, query }) => catalogue.changes(params.item, query.division));
  serve(http, catalogueRoutes.mapText, ({ params, query }) => catalogue.mapText(params.item, query.division));
  serve(http, catalogueRoutes.map, async ({ params, query }) => ({
    body: await catalogue.map(params.item, query.division),
    contentType: 'image/svg+xml',
  }));
  serve(http, proofsRoutes.notNeeded, ({ query }) => catalogue.notNeeded(query.q));
  serve(http, officesRoutes.halls, ({ query }) => catalogue.halls(query.division, query.item));
}
