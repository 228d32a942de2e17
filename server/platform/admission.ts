import { type Role, type Route, staff } from '@tongban/contract';
import type { FastifyRequest } from 'fastify';
import { asCaller } from './acting.ts';
import { refusalOf } from './caller.ts';
import type { Http } from './http.ts';
import { callerOf, knowCaller } from './known-callers.ts';
import { say } from './refusal.ts';

/** Builds the doorkeeper of a route: refuses foreign sites, finds out who asks, and checks the role. */
export function createDoorkeeper(http: Http, route: Route) {
  return async (request: FastifyRequest): Promise<void> => {
    refuseForeign(request, http.surroundings.origin);
    const caller = await http.identify({
      method: request.method,
      url: request.url,
      ip: request.ip,
      cookies: request.cookies,
      header: (name) => headerOf(request, name),
    });
    knowCaller(request, caller);
    const refusal = refusalOf(route.access, caller, http.surroundings.clock());
    if (refusal === undefined) {
      if (isSensitive(route, caller.role) && http.surroundings.auditIsOverdue())
        throw say('audit.overdue', 'unavailable');
      return;
    }
    if (refusal !== 'sign-in' || route.method !== 'GET')
      await asCaller(caller, () => auditDenial(http, route, request));
    throw say(`session.${refusal}`, refusal === 'sign-in' ? 'unauthenticated' : 'forbidden');
  };
}

/** Refuses a change that another site makes a browser send. */
export function refuseForeign(request: FastifyRequest, ownOrigin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw say('request.foreign-origin', 'forbidden');
  const origin = headerOf(request, 'origin');
  if (origin === undefined || origin === ownOrigin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host)
    throw say('request.foreign-origin', 'forbidden');
}

/** One request header as text. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The name of the act in the audit. */
export function actOf(route: Route): string {
  return route.audit ?? `${route.method} ${route.path}`;
}

/** Writes are always on record, readings where the route says so. */
export function isOnRecord(route: Route): boolean {
  return route.method !== 'GET' || route.audit !== undefined;
}

const keepers: readonly Role[] = ['auditor', 'admin', 'security-admin'];

/** Acts of staff in the name of the bureau; those who would put the audit right again are not stopped. */
function isSensitive(route: Route, role: Role): boolean {
  if (route.access === 'public' || route.access.scope === 'own' || !isOnRecord(route)) return false;
  return staff.some((one) => one === role) && !keepers.includes(role);
}

function auditDenial(http: Http, route: Route, request: FastifyRequest): Promise<void> {
  return http.recordAlone(callerOf(request), {
    action: actOf(route),
    object: request.url.split('?', 1)[0] ?? request.url,
    result: 'denied',
    requestId: request.id,
    ip: request.ip,
  });
}
