import type { Route } from '@tongban/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf } from './admission.ts';
import type { Context, CookieOptions } from './context.ts';
import { type Http, languageOf } from './http.ts';
import { createUnit, type Unit } from './unit.ts';

/** One request on its way through the house. */
export type Visit = {
  readonly http: Http;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** What the act is about, filled in by the keeper or left to the path. */
export type Subject = { object: string | undefined; purpose: string | undefined };

/** Creates what a keeper may use of the request. */
export function createContext(visit: Visit): { context: Context; unit: Unit; subject: Subject } {
  const { http, request, reply } = visit;
  const { secure } = http.surroundings;
  const unit = createUnit(http.surroundings);
  const subject: Subject = { object: undefined, purpose: undefined };
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
    gone: AbortSignal.any([goneSignal(reply), http.closing]),
  };
  return { context, unit, subject };
}

function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
