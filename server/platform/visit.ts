import { isStreamReply, type Route } from '@tongban/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf } from './admission.ts';
import type { Context, CookieOptions } from './context.ts';
import type { Sql } from './database.ts';
import { type Http, languageOf } from './http.ts';
import { callerOf } from './known-callers.ts';
import { createUnit, type Unit } from './unit.ts';

/** One request on its way through the house. */
export type Visit = {
  readonly http: Http;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** What the act is about, filled in by the keeper or left to the path, and what is written beside its audit line. */
export type Subject = {
  object: string | undefined;
  purpose: string | undefined;
  unnamed: boolean;
  readonly beside: Sql[];
};

/** Creates what a keeper may use of the request. */
export function createContext(visit: Visit): { context: Context; unit: Unit; subject: Subject } {
  const { http, request, reply } = visit;
  const { secure } = http.surroundings;
  const unit = createUnit(http.surroundings);
  let gone: AbortSignal | undefined;
  const subject: Subject = { object: undefined, purpose: undefined, unnamed: false, beside: [] };
  const cookie = ({ maxAgeSeconds, path = '/', readable }: CookieOptions = {}) => ({
    path,
    httpOnly: readable === undefined,
    sameSite: 'lax' as const,
    secure,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
  const context: Context = {
    requestId: request.id,
    language: languageOf(request),
    ip: request.ip,
    cookies: request.cookies,
    header: (name) => headerOf(request, name),
    setCookie: (name, value, options) => void reply.setCookie(name, value, cookie(options)),
    clearCookie: (name) => void reply.clearCookie(name, cookie()),
    transaction: unit.run,
    about: (object, purpose) => {
      subject.object = object;
      subject.purpose = purpose;
    },
    unnamed: () => {
      subject.unnamed = true;
    },
    beside: (statement) => void subject.beside.push(statement),
    get gone() {
      gone ??= goneSignal(visit);
      return gone;
    },
  };
  return { context, unit, subject };
}

/** When there is nobody to answer any more: the client or the house is gone, or a stream has outlived its session. */
function goneSignal({ http, route, request, reply }: Visit): AbortSignal {
  const left = new AbortController();
  if (reply.raw.destroyed) left.abort();
  else reply.raw.once('close', () => left.abort());
  const gone = AbortSignal.any([left.signal, http.closing]);
  const { sessionId } = callerOf(request);
  return sessionId === undefined || !isStreamReply(route.reply)
    ? gone
    : http.surroundings.live.untilOver(sessionId, gone);
}
