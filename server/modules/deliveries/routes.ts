import { deliveriesRoutes } from '@tongban/contract';
import { type Http, serve } from '../../platform/index.ts';
import type { Deliveries } from './service.ts';
import { sentences } from './words.ts';

/** Serves the courier; what people ask about a delivery they ask of what it belongs to. */
export function deliveriesHttp(http: Http, deliveries: Deliveries): void {
  http.addSentences(sentences);
  serve(http, deliveriesRoutes.push, async ({ body }, _, { header }) => {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const timestamp = header('x-timestamp') ?? '';
    const signature = header('x-signature') ?? '';
    const pushed = { body: Buffer.concat(parts).toString('utf8'), timestamp, signature };
    return { taken: await deliveries.push(pushed) };
  });
}
