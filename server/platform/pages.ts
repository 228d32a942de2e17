import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf, refuseForeign } from './admission.ts';
import { type FormFile, readForm } from './form.ts';
import type { Http } from './http.ts';
import { newId } from './ids.ts';

/** A page asked for by a browser. */
export type PageRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly url: string;
  readonly query: readonly (readonly [string, string])[];
  /** The fields of a sent form. */
  readonly form?: readonly (readonly [string, string])[];
  /** The files of a sent form. */
  readonly files?: readonly FormFile[];
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

/** A page ready to be shown. */
export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
};

/** What a render bundle exports. `call` reaches every promised route as the same caller, without the network. */
export type HandlePage = (request: PageRequest, call: Call) => Promise<PageAnswer>;

export type PagesOptions = {
  /** Where the pages begin, e.g. `/`. */
  readonly mount: string;
  readonly handle: HandlePage;
  /** Folder of built client files; what lies below `assets/` carries a digest in its name. */
  readonly client: string;
};

const passedHeaders = [
  'accept-language',
  'user-agent',
  'referer',
  'accept',
  'save-data',
  'sec-ch-prefers-color-scheme',
];
const contentSecurity =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** 页面: serves pages rendered by an app's own bundle, and the files of its client. */
export function servePages(http: Http, options: PagesOptions): void {
  const { fastify } = http;
  const access = 'public' as const;
  const base = options.mount.endsWith('/') ? options.mount : `${options.mount}/`;
  fastify.register((scope, _options, done) => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data'])
      scope.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit: 24 * 1024 * 1024 },
        (_request, body, ready) => ready(null, body),
      );
    const show = (request: FastifyRequest, reply: FastifyReply) =>
      showPage(http, options, { request, reply });
    scope.route({ method: ['GET', 'POST'], url: `${base}*`, config: { access }, handler: show });
    done();
  });
}

/** Serves a built single-page app: its files, and its start page for every other address below. */
export function serveApp(http: Http, options: { readonly mount: string; readonly folder: string }): void {
  const { mount, folder } = options;
  http.fastify.get(`${mount}/*`, { config: { access: 'public' } }, async (request, reply) => {
    const name = pathOf(request).slice(mount.length + 1);
    const sent = await sendFile(reply, folder, name);
    if (sent !== undefined) return sent;
    return (await sendFile(securePage(reply), folder, 'index.html')) ?? reply.callNotFound();
  });
}

async function showPage(
  http: Http,
  options: PagesOptions,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  const path = pathOf(request);
  if (request.method === 'GET' && extname(path) !== '') {
    const sent = await sendFile(reply, options.client, path.slice(1));
    if (sent !== undefined) return sent;
  }
  refuseForeign(request, http.surroundings.origin);
  const cookies = cookiesOf(request);
  const passed: string[] = [];
  const page = await options.handle(
    await pageRequest(request, path, cookies),
    innerCall(http, request, { cookies, passed }),
  );
  for (const cookie of passed) reply.header('set-cookie', cookie);
  for (const [name, value] of Object.entries(page.headers)) reply.header(name, value);
  return securePage(reply).code(page.status).send(page.body);
}

async function pageRequest(
  request: FastifyRequest,
  path: string,
  cookies: Record<string, string>,
): Promise<PageRequest> {
  const url = new URL(request.url, 'http://inside');
  const headers = passedHeaders
    .map((name) => [name, headerOf(request, name)])
    .filter(([, value]) => value !== undefined);
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path,
    url: request.url,
    query: [...url.searchParams],
    cookies,
    headers: Object.fromEntries(headers),
    ...(await readForm(headerOf(request, 'content-type'), request.body)),
  };
}

/** Calls a route inside this process as the browser that asked for the page, and hands its cookies on. */
function innerCall(
  http: Http,
  request: FastifyRequest,
  jar: { readonly cookies: Record<string, string>; readonly passed: string[] },
): Call {
  const send = async (sent: Sent): Promise<Received> => {
    const answer = await http.fastify.inject({
      method: sent.method as 'GET',
      url: sent.url,
      remoteAddress: request.ip,
      headers: { ...sent.headers, ...inherited(request), cookie: cookieHeader(jar.cookies) },
      ...(sent.body === undefined
        ? {}
        : { payload: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }),
    });
    for (const { name, value } of answer.cookies) jar.cookies[name] = value;
    jar.passed.push(...[answer.headers['set-cookie'] ?? []].flat());
    return {
      status: answer.statusCode,
      contentType: String(answer.headers['content-type'] ?? ''),
      bytes: () => Promise.resolve(answer.rawPayload),
      text: () => Promise.resolve(answer.payload),
    };
  };
  return createCall(send, newId);
}

function inherited(request: FastifyRequest): Record<string, string> {
  const names = ['accept-language', 'user-agent'];
  return Object.fromEntries(names.map((name) => [name, headerOf(request, name) ?? '']));
}

function cookiesOf(request: FastifyRequest): Record<string, string> {
  const pairs = Object.entries(request.cookies).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return Object.fromEntries(pairs);
}

function cookieHeader(cookies: Readonly<Record<string, string>>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}

function securePage(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'content-security-policy': contentSecurity,
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)',
    'cross-origin-opener-policy': 'same-origin',
  });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

async function sendFile(
  reply: FastifyReply,
  folder: string,
  name: string,
): Promise<FastifyReply | undefined> {
  const type = types[extname(name)];
  const file = normalize(join(folder, decodeURIComponent(name)));
  if (type === undefined || !file.startsWith(join(folder, '/')) || !existsSync(file)) return undefined;
  const bytes = await readFile(file);
  const lasting = name.startsWith('assets/');
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  reply
    .header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', etag);
  if (headerOf(reply.request, 'if-none-match') === etag) return reply.code(304).send();
  return reply.type(type).send(bytes);
}
