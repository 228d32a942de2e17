import { orderVisitRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Hotline } from './service.ts';

/** Serves home visits to the units that make them; who took a sheet along stands on record. */
export function serveVisits(http: Http, { visits }: Hotline): void {
  serve(http, orderVisitRoutes.list, ({ query }, caller) => visits.list(caller, query.after));
  serve(http, orderVisitRoutes.tour, async ({ body }, caller, { about }) => {
    const tour = await visits.tour(caller, body.day);
    about(
      `visits:${body.day}`,
      `上门 ${tour.stops.length} 处：${tour.stops.map(({ order }) => order).join('、')}`,
    );
    return tour;
  });
}
