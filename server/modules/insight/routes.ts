import { insightRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Insight } from './service.ts';
import { sentences } from './words.ts';

/** Serves the analysis of orders to supervisors. */
export function insightHttp(http: Http, insight: Insight): void {
  http.addSentences(sentences);
  serve(http, insightRoutes.get, ({ query }, caller) => insight.analysis.get(caller, query));
}
