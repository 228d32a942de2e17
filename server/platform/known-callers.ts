import type { FastifyRequest } from 'fastify';
import { anonymous, type Caller } from './caller.ts';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Remembers who makes this request. */
export function knowCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** Who makes this request, once admitted. */
export function callerOf(request: FastifyRequest): Caller {
  return callers.get(request) ?? anonymous;
}
