import { officesRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Offices } from './service.ts';

/** Serves divisions. Halls need to know items and are served by the catalogue. */
export function officesHttp(http: Http, offices: Offices): void {
  serve(http, officesRoutes.divisions, ({ query }) => offices.divisions(query));
}
