import type { Static, TObject, TSchema } from 'typebox';

/** 角色: every part a caller can play. `anyone` needs no sign-in, `partner` is a machine of a relying unit. */
export const roles = [
  'anyone',
  'citizen',
  'agent',
  'enterprise',
  'clerk',
  'approver',
  'dispatcher',
  'operator',
  'spokesperson',
  'hall-manager',
  'supervisor',
  'auditor',
  'admin',
  'security-admin',
  'partner',
] as const;
export type Role = (typeof roles)[number];

/** Roles a person outside the bureau plays. */
export const applicants = ['citizen', 'agent', 'enterprise'] as const;

/** Roles a person inside the bureau plays. */
export const staff = [
  'clerk',
  'approver',
  'dispatcher',
  'operator',
  'spokesperson',
  'hall-manager',
  'supervisor',
  'auditor',
  'admin',
  'security-admin',
] as const;

/** How far a role reaches on a route; the service narrows its query by it. */
export type Scope = 'public' | 'own' | 'mandate' | 'assigned' | 'item' | 'hall' | 'branch' | 'bureau';

/** 访问控制: who may call a route. `stepUpMinutes` asks for a second factor not older than that. */
export type Access =
  | 'public'
  | { readonly roles: readonly Role[]; readonly scope: Scope; readonly stepUpMinutes?: number };

/** A request body of raw bytes (an upload chunk), streamed and never held whole in memory. */
export type BytesBody = {
  readonly kind: 'bytes';
  readonly contentTypes: readonly string[];
  readonly maxBytes: number;
};

/** A reply of raw bytes: a file, a PDF, an SVG, a redirect. */
export type RawReply = { readonly kind: 'raw'; readonly contentTypes: readonly string[] };

/** A reply that stays open and tells each new fact as a server-sent event. */
export type StreamReply<E extends TSchema = TSchema> = { readonly kind: 'stream'; readonly event: E };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One promise between a screen and the server: both sides are typed from it. */
export interface Route {
  readonly method: Method;
  /** Served below `/api`, unless `root` is set. */
  readonly path: `/${string}`;
  readonly root?: true;
  readonly access: Access;
  readonly summary: string;
  readonly params?: TObject;
  readonly query?: TObject;
  /** Request headers by their lower-case names, e.g. `upload-offset`. */
  readonly headers?: TObject;
  readonly body?: TSchema | BytesBody;
  /** Absent: answered with 204 and no body. */
  readonly reply?: TSchema | RawReply | StreamReply;
  readonly status?: 200 | 201 | 202;
  /** Name of the act in the audit, e.g. `booking.book`; a write without one is named by method and path. */
  readonly audit?: string;
  /** A POST that creates nothing (sign-in, a check) and so needs no Idempotency-Key. */
  readonly repeatable?: true;
  /** What is created may have to stay untied to whoever asks: the key is kept under a digest that names nobody. */
  readonly discreet?: true;
  /** At most `max` calls in `seconds` for one caller. */
  readonly limit?: { readonly max: number; readonly seconds: number };
}

/** Declares a route; the literal types are kept, so that both sides are typed from this one value. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}

/** Declares a body of raw bytes. */
export function bytesBody(maxBytes: number, contentTypes = ['application/octet-stream']): BytesBody {
  return { kind: 'bytes', contentTypes, maxBytes };
}

/** Declares a reply of raw bytes with the content types it may have. */
export function rawReply(...contentTypes: readonly string[]): RawReply {
  return { kind: 'raw', contentTypes };
}

/** Declares a reply that is a stream of events. */
export function streamReply<E extends TSchema>(event: E): StreamReply<E> {
  return { kind: 'stream', event };
}

/** Tells whether a body is raw bytes rather than JSON. */
export function isBytesBody(body: Route['body']): body is BytesBody {
  return body !== undefined && 'kind' in body && body.kind === 'bytes';
}

/** Tells whether a reply is raw bytes. */
export function isRawReply(reply: Route['reply']): reply is RawReply {
  return reply !== undefined && 'kind' in reply && reply.kind === 'raw';
}

/** Tells whether a reply is a stream of events. */
export function isStreamReply(reply: Route['reply']): reply is StreamReply {
  return reply !== undefined && 'kind' in reply && reply.kind === 'stream';
}

/** Tells whether a call of this route must carry an Idempotency-Key. */
export function needsKey(declared: Route): boolean {
  return declared.method === 'POST' && declared.repeatable === undefined;
}

/** The full path template of a route. */
export function pathOf(declared: Route): string {
  return declared.root === true ? declared.path : `/api${declared.path}`;
}

/** The roles that may call, `anyone` for a public route. */
export function rolesOf(access: Access): readonly Role[] {
  return access === 'public' ? ['anyone'] : access.roles;
}

type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends TSchema }
  ? { [P in K]: Static<S> }
  : unknown;
type ServerBody<R> = R extends { readonly body: infer B }
  ? B extends BytesBody
    ? { body: AsyncIterable<Uint8Array> }
    : B extends TSchema
      ? { body: Static<B> }
      : unknown
  : unknown;

/** What the server is asked, after the check of its shape: exactly the declared parts. */
export type Asked<R> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'headers'> & ServerBody<R>;

type OptionalPart<R, K extends string> = R extends { readonly [P in K]: infer S extends TSchema }
  ? Record<never, never> extends Static<S>
    ? { [P in K]?: Static<S> }
    : { [P in K]: Static<S> }
  : unknown;
type ClientBody<R> = R extends { readonly body: infer B }
  ? B extends BytesBody
    ? { body: Uint8Array }
    : B extends TSchema
      ? { body: Static<B> }
      : unknown
  : unknown;

/** What a client passes to ask: as `Asked`, but a query of optional keys may be left out. */
export type Asking<R> = OptionalPart<R, 'params'> &
  OptionalPart<R, 'query'> &
  OptionalPart<R, 'headers'> &
  ClientBody<R>;

/** Bytes that arrived at a client. */
export type Bytes = { readonly contentType: string; readonly bytes: Uint8Array };

/** What a client receives. A stream is opened by its address (`addressOf`), not by a call. */
export type Answered<R> = R extends { readonly reply: infer P }
  ? P extends RawReply
    ? Bytes
    : P extends StreamReply
      ? never
      : P extends TSchema
        ? Static<P>
        : never
  : undefined;

/** Raw bytes on their way out; `filename` makes it a download, `status` and `headers` allow a redirect. */
export type Raw = {
  readonly body: Uint8Array | string | AsyncIterable<Uint8Array>;
  readonly contentType: string;
  readonly filename?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One server-sent event on its way out. */
export type Told<T> = { readonly id?: string; readonly event?: string; readonly data: T };

/** What the keeper of a route returns; without a promised reply nothing of it is sent. */
export type Kept<R> = R extends { readonly reply: infer P }
  ? P extends RawReply
    ? Raw
    : P extends StreamReply<infer E>
      ? AsyncIterable<Told<Static<E>>>
      : P extends TSchema
        ? Static<P>
        : never
  : unknown;
