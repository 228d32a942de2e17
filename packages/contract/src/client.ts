import { Problem } from '@tongban/kernel';
import { kindOf, type ProblemReply } from './problem.ts';
import {
  type Answered,
  type Asking,
  isBytesBody,
  isRawReply,
  needsKey,
  pathOf,
  type Route,
} from './route.ts';

/** A request ready for the wire; `url` is a path with its query. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
};

/** An answer from the wire. */
export type Received = {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly text: () => Promise<string>;
};

/** Carries a request: fetch in a browser, inject in a test. */
export type Send = (sent: Sent) => Promise<Received>;

/** A call may bring its own idempotency key, to repeat a call whose answer was lost. */
export type CallOptions = { readonly key?: string };

/** Calls a promised route. */
export type Call = <R extends Route>(
  route: R,
  asking: Asking<R>,
  options?: CallOptions,
) => Promise<Answered<R>>;

type LooseAsking = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** Builds the client of every promised route; `newKey` makes a fresh idempotency key (a UUID). */
export function createCall(send: Send, newKey: () => string): Call {
  return async (route, asking, options) => {
    const asked = asking as LooseAsking;
    const received = await send({
      method: route.method,
      url: addressOf(route, asking),
      headers: headersOf(route, asked, options?.key ?? newKey()),
      body: bodyOf(route, asked.body),
    });
    if (received.status >= 400) throw await problemFrom(received);
    return (await answerFrom(route, received)) as Answered<typeof route>;
  };
}

/** The address of a route with its parameters and query filled in. */
export function addressOf<R extends Route>(route: R, asking: Asking<R>): string {
  const { params = {}, query = {} } = asking as LooseAsking;
  const path = pathOf(route).replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined)
      .map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`),
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function headersOf(route: Route, asked: LooseAsking, key: string): Record<string, string> {
  const own = Object.entries(asked.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const contentType = isBytesBody(route.body) ? route.body.contentTypes[0] : 'application/json';
  return {
    accept: 'application/json, application/problem+json',
    ...(route.body === undefined || contentType === undefined ? {} : { 'content-type': contentType }),
    ...(needsKey(route) ? { 'idempotency-key': key } : {}),
    ...Object.fromEntries(own),
  };
}

function bodyOf(route: Route, body: unknown): string | Uint8Array | undefined {
  if (route.body === undefined) return undefined;
  return body instanceof Uint8Array ? body : JSON.stringify(body);
}

async function answerFrom(route: Route, received: Received): Promise<unknown> {
  if (isRawReply(route.reply)) return { contentType: received.contentType, bytes: await received.bytes() };
  return route.reply === undefined ? undefined : JSON.parse(await received.text());
}

async function problemFrom(received: Received): Promise<Problem> {
  const kind = kindOf(received.status);
  if (!received.contentType.startsWith('application/problem+json'))
    return new Problem('server.unreachable', kind, '没有收到完整的答复，稍后再试一次');
  const told = JSON.parse(await received.text()) as ProblemReply;
  return new Problem(told.code, kind, told.detail, told.errors);
}
