import { orderAssistRoutes } from '@tongban/contract';
import { type Http, serve } from '../../../platform/index.ts';
import type { OrderAssist } from './service.ts';

/** Serves the assistant of those who take orders in and handle them. */
export function orderAssistHttp(http: Http, assist: OrderAssist): void {
  serve(http, orderAssistRoutes.suggest, ({ body }, caller, { about }) => {
    about('order');
    return assist.suggest(caller, body);
  });
  serve(http, orderAssistRoutes.search, async ({ query }, caller) => assist.search(caller, query.q));
}
