import type { Route } from '@tongban/contract';
import type { FastifyRequest } from 'fastify';
import { headerOf } from './admission.ts';
import { say } from './refusal.ts';
import { createShape } from './shape.ts';

export type ReadHeaders = (request: FastifyRequest) => { readonly headers?: unknown };

/** Builds the reading of the headers a route declares; headers it does not declare are nobody's business. */
export function createHeaderReader({ headers }: Route): ReadHeaders {
  if (headers === undefined) return () => ({});
  const names = Object.keys(headers.properties);
  const shape = createShape(headers, { fromText: true });
  return (request) => {
    const given = names
      .map((name) => [name, headerOf(request, name)] as const)
      .filter(([, value]) => value !== undefined);
    const shaped = shape(Object.fromEntries(given));
    if ('value' in shaped) return { headers: shaped.value };
    const faults = shaped.faults.map((fault) => ({ ...fault, pointer: `/headers${fault.pointer}` }));
    throw say('request.invalid', 'invalid', faults);
  };
}
