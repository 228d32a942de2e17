import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import { type Access, pathOf, type Route, rolesOf, type Sentences } from '@tongban/contract';
import type { Clock, Words } from '@tongban/kernel';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { actorOf, createLoneLines, type RecordAlone } from './audit.ts';
import { anonymous, type Identify } from './caller.ts';
import type { Language } from './context.ts';
import type { Db } from './database.ts';
import type { Gate } from './gate.ts';
import { newId } from './ids.ts';
import { isSafe, readJson } from './json.ts';
import { callerOf } from './known-callers.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import { problemOf, type Refusal, refusalFrom, say } from './refusal.ts';
import { platformSentences } from './sentences.ts';
import { createShape, type Shaped } from './shape.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call; a route without it stops the start. */
    access?: Access;
  }
}

/** What the HTTP layer needs to know of the house. */
export type HttpSurroundings = {
  readonly db: Db;
  /** Admits the transactions of requests. */
  readonly gate: Gate;
  readonly log: Log;
  readonly clock: Clock;
  readonly secure: boolean;
  readonly proxies: number;
  readonly origin: string;
  /** Whether audit lines have waited so long for their seal that sensitive acts have to wait too. */
  readonly auditIsOverdue: () => boolean;
  /** Ends what is told to somebody with their session. */
  readonly live: Pick<Live, 'untilOver'>;
};

/** 接口层: where routes are bound to their keepers. */
export type Http = {
  readonly fastify: FastifyInstance;
  readonly surroundings: HttpSurroundings;
  readonly routes: readonly Route[];
  /** Puts on record what no transaction was needed for. */
  readonly recordAlone: RecordAlone;
  /** Ends every open stream when the house closes. */
  readonly closing: AbortSignal;
  readonly identify: Identify;
  /** Names the one who tells callers apart; until then everyone is anonymous. */
  readonly identifyBy: (identify: Identify) => void;
  /** Adds sentences by problem code, for readers of English. */
  readonly addSentences: (sentences: Sentences) => void;
  readonly remember: (route: Route) => void;
  /** Words what went wrong for the one who asked; a fault of ours is logged. */
  readonly refusalOf: (error: unknown, request: FastifyRequest) => Refusal;
};

/** Creates the HTTP layer with nothing served yet. */
export async function createHttp(surroundings: HttpSurroundings): Promise<Http> {
  const routes: Route[] = [];
  const sentences: Record<string, Words> = { ...platformSentences };
  const refusalOf: Http['refusalOf'] = (error, request) => {
    const problem = problemOf(error);
    if (problem === undefined) surroundings.log.error({ err: error, requestId: request.id }, 'fault');
    return refusalFrom(problem, { language: languageOf(request), requestId: request.id, sentences });
  };
  const fastify = Fastify({
    logger: false,
    frameworkErrors: (error, request, reply) => sendRefusal({ refusalOf }, error, { request, reply }),
    genReqId: newId,
    trustProxy: (_address, hop) => hop < surroundings.proxies,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const closing = new AbortController();
  let identify: Identify = () => Promise.resolve(anonymous);

  const http: Http = {
    ...{ fastify, surroundings, routes, closing: closing.signal },
    recordAlone: createLoneLines(surroundings.db),
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
    refusalOf,
  };
  fastify.addHook('onRoute', refuseUndeclared);
  fastify.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
  readBodies(fastify);
  answerErrors(http);
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
    return (given) => readPart(given, { shape, part: httpPart ?? 'body' });
  });
}

const prefixes: Readonly<Record<string, string>> = { querystring: '/query', params: '/params' };

/** Checks one part of a request; a fault is pointed at by its part, in the body by its bare pointer. */
function readPart(given: unknown, { shape, part }: { shape: (given: unknown) => Shaped; part: string }) {
  if (!isSafe(given)) return { error: say('request.malformed', 'invalid') };
  const shaped = shape(given);
  if ('value' in shaped) return shaped;
  const prefix = prefixes[part] ?? '';
  const faults = shaped.faults.map((fault) => ({ ...fault, pointer: prefix + fault.pointer }));
  return { error: say('request.invalid', 'invalid', faults) };
}

/** One shape for everything that goes wrong. */
function sendRefusal(
  http: Pick<Http, 'refusalOf'>,
  error: unknown,
  { request, reply }: Visiting,
): FastifyReply {
  const refusal = http.refusalOf(error, request);
  if (refusal.status === 503) reply.header('retry-after', '2');
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(refusal.body));
}

type Visiting = { readonly request: FastifyRequest; readonly reply: FastifyReply };

function answerErrors(http: Http): void {
  const { fastify, routes } = http;
  fastify.setErrorHandler((error, request, reply) => sendRefusal(http, error, { request, reply }));
  fastify.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(routes, request.url);
    if (methods.length === 0) return sendRefusal(http, say('request.no-path', 'missing'), { request, reply });
    reply.header('allow', methods.sort().join(', '));
    return sendRefusal(http, say('request.no-method', 'invalid'), { request, reply });
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

/** Limits count by person; of those who are not signed in by address, and there by machine: a hall is one address. */
function keyGenerator(request: FastifyRequest): string {
  const caller = callerOf(request);
  if (caller.personId !== undefined) return actorOf(caller);
  const { device = '' } = (request.params ?? {}) as { device?: string };
  return `${request.ip} ${device}`;
}

function errorResponseBuilder(): Error {
  return say('request.too-many', 'too-many');
}
