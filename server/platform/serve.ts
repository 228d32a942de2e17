import {
  type Asked,
  isBytesBody,
  isRawReply,
  isStreamReply,
  needsKey,
  pathOf,
  type Route,
} from '@tongban/contract';
import type { FastifyReply, RouteOptions } from 'fastify';
import { type Answer, keepPromise } from './act.ts';
import { asCaller } from './acting.ts';
import { actOf, createDoorkeeper } from './admission.ts';
import { bytesWithin } from './bytes.ts';
import type { Caller } from './caller.ts';
import type { Context, Keep } from './context.ts';
import { createHeaderReader, type ReadHeaders } from './header-reader.ts';
import type { Http } from './http.ts';
import { callerOf } from './known-callers.ts';
import { sendRaw, sendStream } from './replies.ts';
import { createContext, type Visit } from './visit.ts';

/** A keeper whose types have been checked where it was given. */
type AnyKeep = (asked: never, caller: never, context: never) => unknown;

/** Binds a promised route to the function that keeps it: who may, what shape, once only, and on record. */
export function serve<const R extends Route>(http: Http, route: R, keep: Keep<R>): void {
  refuseUnsound(route);
  http.remember(route);
  const options = optionsFor(http, route, keep as AnyKeep);
  const { body } = route;
  if (!isBytesBody(body)) {
    http.fastify.route(options);
    return;
  }
  http.fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...body.contentTypes], (_request, payload, ready) => ready(null, payload));
    scope.route(options);
    done();
  });
}

function refuseUnsound(route: Route): void {
  const fault = (why: string) => new Error(`Route ${route.method} ${route.path}: ${why}`);
  if (route.method === 'GET' && route.body !== undefined) throw fault('a GET has no body');
  const once = needsKey(route);
  if (once && (isRawReply(route.reply) || isStreamReply(route.reply)))
    throw fault(
      'a creating POST answers JSON, which can be repeated; declare it repeatable or change the reply',
    );
  if (once && isBytesBody(route.body)) throw fault('send bytes by PUT to an address made by a POST');
}

function optionsFor(http: Http, route: Route, keep: AnyKeep): RouteOptions {
  const { body, limit } = route;
  const readHeaders = createHeaderReader(route);
  const json = body === undefined || isBytesBody(body) ? {} : { body };
  const rateLimit =
    limit === undefined
      ? {}
      : { rateLimit: { max: limit.max, timeWindow: limit.seconds * 1000, hook: 'preHandler' as const } };
  return {
    method: route.method,
    url: pathOf(route),
    config: { access: route.access, ...rateLimit },
    schema: {
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...json,
    },
    onRequest: createDoorkeeper(http, route),
    handler: (request, reply) => handle({ http, route, keep, readHeaders, request, reply }),
  };
}

type Serving = Visit & { readonly keep: AnyKeep; readonly readHeaders: ReadHeaders };

/** From here on the database is asked in the name of the caller. */
function handle(visit: Serving): Promise<FastifyReply> {
  const caller = callerOf(visit.request);
  return asCaller(caller, () => answerTo(visit, caller));
}

async function answerTo(visit: Serving, caller: Caller): Promise<FastifyReply> {
  const { http, route, request, reply, keep } = visit;
  const { context, unit, subject } = createContext(visit);
  const asked = askedOf(visit);
  const answer = await keepPromise(
    { http, route, caller, unit, subject, act: actOf(route), request, reply },
    () => keep(asked as never, caller as never, context as never),
  );
  return send(visit, answer, context);
}

function askedOf({ route, request, readHeaders }: Serving): Partial<Asked<Route>> & object {
  return {
    ...(route.params === undefined ? {} : { params: request.params }),
    ...(route.query === undefined ? {} : { query: request.query }),
    ...readHeaders(request),
    ...(route.body === undefined
      ? {}
      : { body: isBytesBody(route.body) ? bytesWithin(request.body, route.body.maxBytes) : request.body }),
  };
}

function send(
  { route, reply }: Visit,
  answer: Answer,
  context: Pick<Context, 'gone'>,
): Promise<FastifyReply> | FastifyReply {
  switch (answer.kind) {
    case 'raw':
      return sendRaw(reply, route, answer.raw);
    case 'stream':
      return sendStream(reply, route, { told: answer.told, gone: context.gone });
    case 'json':
      if (answer.replayed) reply.header('idempotency-replayed', 'true');
      reply.code(answer.status).header('cache-control', 'no-store');
      return answer.body === undefined
        ? reply.send()
        : reply.type('application/json; charset=utf-8').send(answer.body);
  }
}
