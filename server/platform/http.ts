import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import { type Access, pathOf, type Route, rolesOf, type Sentences } from '@tongban/contract';
import type { Clock } from '@tongban/kernel';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { callerOf } from './admission.ts';
import { actorOf } from './audit.ts';
import { anonymous, type Identify } from './caller.ts';
import type { Language } from './context.ts';
import type { Db } from './database.ts';
import { newId } from './ids.ts';
import { readJson } from './json.ts';
import type { Log } from './log.ts';
import { problemOf, refusalFrom, say } from './refusal.ts';
import { platformSentences } from './sentences.ts';
import { createShape } from './shape.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call; a route without it stops the start. */
    access?: Access;
  }
}

/** What the HTTP layer needs to know of the house. */
export type HttpSurroundings = {
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  readonly secure: boolean;
  readonly proxies: number;
  readonly origin: string;
};

/** 接口层: where routes are bound to their keepers. */
export type Http = {
  readonly fastify: FastifyInstance;
  readonly surroundings: HttpSurroundings;
  readonly routes: readonly Route[];
  /** Ends every open stream when the house closes. */
  readonly closing: AbortSignal;
  readonly identify: Identify;
  /** Names the one who tells callers apart; until then everyone is anonymous. */
  readonly identifyBy: (identify: Identify) => void;
  /** Adds sentences by problem code, for readers of English. */
  readonly addSentences: (sentences: Sentences) => void;
  readonly remember: (route: Route) => void;
};

/** Creates the HTTP layer with nothing served yet. */
export async function createHttp(surroundings: HttpSurroundings): Promise<Http> {
  const fastify = Fastify({
    logger: false,
    genReqId: newId,
    trustProxy: (_address, hop) => hop < surroundings.proxies,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const routes: Route[] = [];
  const sentences: Record<string, { zh: string; en: string }> = { ...platformSentences };
  const closing = new AbortController();
  let identify: Identify = () => Promise.resolve(anonymous);

  const http: Http = {
    fastify,
    surroundings,
    routes,
    closing: closing.signal,
    identify: (arrival) => identify(arrival),
    identifyBy: (by) => {
      identify = by;
    },
    addSentences: (more) => {
      Object.assign(sentences, more);
    },
    remember: (route) => {
      routes.push(route);
    },
  };
  fastify.addHook('onRoute', refuseUndeclared);
  fastify.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
  readBodies(fastify);
  answerErrors(http, sentences);
  watch(http);
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyRateLimit, { global: false, keyGenerator, errorResponseBuilder });
  return http;
}

/** Deny by default: a route that does not say who may call it stops the start. */
function refuseUndeclared(route: {
  method: string | string[];
  url: string;
  config?: { access?: Access };
}): void {
  const access = route.config?.access;
  if (access === undefined || rolesOf(access).length === 0)
    throw new Error(`Route ${String(route.method)} ${route.url} does not declare who may call it`);
}

function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
    readJson(String(text), done),
  );
  fastify.setValidatorCompiler(({ schema, httpPart }) => {
    const shape = createShape(schema as never, { fromText: httpPart !== 'body' });
    return (given) => {
      const shaped = shape(given);
      if ('value' in shaped) return shaped;
      const prefix = httpPart === 'body' ? '' : httpPart === 'querystring' ? '/query' : `/${httpPart ?? ''}`;
      const faults = shaped.faults.map((fault) => ({ ...fault, pointer: prefix + fault.pointer }));
      return { error: say('request.invalid', 'invalid', faults) };
    };
  });
}

function answerErrors({ fastify, surroundings, routes }: Http, sentences: Sentences): void {
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error);
    if (problem === undefined) surroundings.log.error({ err: error, requestId: request.id }, 'fault');
    const refusal = refusalFrom(problem, { language: languageOf(request), requestId: request.id, sentences });
    if (refusal.status === 503) reply.header('retry-after', '2');
    return reply
      .code(refusal.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(refusal.body));
  };
  fastify.setErrorHandler(refuse);
  fastify.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(routes, request.url);
    if (methods.length === 0) return refuse(say('request.no-path', 'missing'), request, reply);
    return refuse(
      say('request.no-method', 'invalid'),
      request,
      reply.header('allow', methods.sort().join(', ')),
    );
  });
}

/** The methods promised at an address. */
function methodsAt(routes: readonly Route[], url: string): string[] {
  const steps = stepsOf(url.split('?', 1)[0] ?? url);
  return routes
    .filter((route) => {
      const own = stepsOf(pathOf(route));
      return (
        own.length === steps.length && own.every((step, at) => step.startsWith(':') || step === steps[at])
      );
    })
    .map((route) => route.method);
}

function stepsOf(path: string): string[] {
  return path.split('/');
}

function watch({ fastify, surroundings }: Http): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) surroundings.log.warn(line, 'answered');
    else surroundings.log.debug(line, 'answered');
    done();
  });
}

/** The language a reader asks for: the cookie wins over the browser. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies?.lang;
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return request.headers['accept-language']?.toLowerCase().startsWith('en') === true ? 'en' : 'zh';
}

function keyGenerator(request: FastifyRequest): string {
  const caller = callerOf(request);
  return caller.personId === undefined ? request.ip : actorOf(caller);
}

function errorResponseBuilder(): Error {
  return say('request.too-many', 'too-many');
}
