import { open311Routes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import { tellErrors } from './errors.ts';
import { readFields } from './fields.ts';
import type { Open311 } from './service.ts';
import { written } from './wire.ts';
import { sentences } from './words.ts';

const prefix = '/open311/v2/';
const isToken = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Serves Open311 GeoReport v2; what is refused is told in its own form too. */
export function open311Http(http: Http, open311: Open311): void {
  http.addSentences(sentences);
  tellErrors(http, prefix);
  serveCatalogue(http, open311);
  serveRequests(http, open311);
  serveUpdates(http, open311);
}

function serveCatalogue(http: Http, open311: Open311): void {
  serve(http, open311Routes.discovery, ({ params }) => written(params.format, open311.discovery()));
  serve(http, open311Routes.services, async ({ params, query }) =>
    written(params.format, await open311.services(query)),
  );
  serve(http, open311Routes.service, ({ params, query }) => {
    const { name, format } = open311.named(params.named);
    return written(format, open311.service(name, query));
  });
}

function serveRequests(http: Http, { reading, taking, named }: Open311): void {
  serve(http, open311Routes.requests, async ({ params, query }) =>
    written(params.format, await reading.list(query)),
  );
  serve(http, open311Routes.request, async ({ params, query }) => {
    const { name, format } = named(params.named);
    return written(format, await reading.get(name, query));
  });
  serve(http, open311Routes.token, async ({ params }) => {
    const { name, format } = named(params.named);
    const told = isToken.test(name) ? await taking.token(name) : undefined;
    if (told === undefined) throw new Problem('open311.token', 'missing', '没有这个 token');
    return written(format, told);
  });
  serve(http, open311Routes.register, async ({ params, query, body }, _, context) => {
    const posted = await taking.check(
      await readFields(body, { query, contentType: context.header('content-type') }),
    );
    if (posted.service.tipOff) context.unnamed();
    const { told, order } = await asMachine('worker', () =>
      context.transaction((tx) => taking.take(tx, posted)),
    );
    context.about(
      order === undefined ? 'order' : `order:${order}`,
      posted.service.tipOff ? undefined : posted.unit,
    );
    return written(params.format, told);
  });
}

function serveUpdates(http: Http, { updates }: Open311): void {
  serve(http, open311Routes.updates, async ({ params, query }) =>
    written(params.format, await updates.list(query)),
  );
  serve(http, open311Routes.update, async ({ params, query, body }, _, context) => {
    const heard = await updates.check(
      await readFields(body, { query, contentType: context.header('content-type') }),
    );
    context.about(`order:${heard.number}`);
    const told = await asMachine('worker', () => context.transaction((tx) => updates.take(tx, heard)));
    return written(params.format, told);
  });
}
