import { partnersRoutes } from '@tongban/contract';
import { type Http, type Identify, serve } from '../../platform/index.ts';
import type { Partners } from './service.ts';
import { sentences } from './words.ts';

/** Serves relying units and their register; `otherwise` tells everybody else apart. */
export function partnersHttp(http: Http, { units }: Pick<Partners, 'units'>, otherwise: Identify): void {
  http.addSentences(sentences);
  http.identifyBy(units.identifyOr(otherwise));
  serve(http, partnersRoutes.checkShow, async ({ body }, caller, { header, about }) => {
    // The code itself never reaches the audit.
    about('/show-codes');
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const signed = { nonce: header('x-nonce') ?? '', digest: header('x-digest') ?? '' };
    const { purpose, shown } = await units.check(caller, { body: Buffer.concat(parts), ...signed });
    about('/show-codes', purpose);
    return shown;
  });
  serve(http, partnersRoutes.list, () => units.list());
  serve(http, partnersRoutes.register, ({ body }, caller, { transaction }) =>
    transaction((tx) => units.register(tx, caller, body)),
  );
  serve(http, partnersRoutes.limit, ({ params, body }, _, { transaction }) =>
    transaction((tx) => units.limit(tx, params.partner, body)),
  );
  serve(http, partnersRoutes.end, ({ params }, _, { transaction }) =>
    transaction((tx) => units.end(tx, params.partner)),
  );
}
