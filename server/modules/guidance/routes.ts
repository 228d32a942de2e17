import { guidanceRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Guidance } from './service.ts';

/** Serves the evaluation of a guide. */
export function guidanceHttp(http: Http, guidance: Guidance): void {
  serve(http, guidanceRoutes.evaluate, ({ params, body }) => guidance.evaluate({ ...params, ...body }));
}
