import { extname } from 'node:path';
import { type Call, createCall, type Received, type Sent } from '@tongban/contract/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf, refuseForeign } from './admission.ts';
import type { Language } from './context.ts';
import { sendFile } from './files.ts';
import { type FormFile, readForm } from './form.ts';
import { escapeHtml } from './html.ts';
import { type Http, languageOf } from './http.ts';
import { newId } from './ids.ts';
import type { Refusal } from './refusal.ts';

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
type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  /** Why a page of our own fault is shown; for the log. */
  readonly cause?: unknown;
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
const appSecurity = contentSecurity.replace(
  "object-src 'none'",
  "frame-src 'self' blob:; object-src 'self' blob:",
);

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

type AppOptions = {
  readonly mount: string;
  readonly folder: string;
  /** Whether its component library writes styles into the page; without it only style sheets count. */
  readonly inlineStyles?: true;
  /** Addresses beside our own that its scripts may speak to, e.g. a device on the clerk's machine. */
  readonly connect?: readonly string[];
};

/** Serves a built single-page app: its files, and its start page for every other address below. */
export function serveApp(http: Http, { mount, folder, inlineStyles, connect = [] }: AppOptions): void {
  const config = { access: 'public' as const };
  const security = [
    inlineStyles ? appSecurity : appSecurity.replace(" 'unsafe-inline'", ''),
    ...(connect.length === 0 ? [] : [`connect-src 'self' ${connect.join(' ')}`]),
  ];
  http.fastify.get(mount, { config }, (_request, reply) => reply.redirect(`${mount}/`));
  http.fastify.get(`${mount}/*`, { config }, async (request, reply) => {
    const name = pathOf(request).slice(mount.length + 1);
    const sent = await sendFile(reply, folder, name);
    if (sent !== undefined) return sent;
    // A desk shows papers it has fetched itself, as blobs in a frame.
    const page = securePage(http, reply).header('content-security-policy', security.join('; '));
    return (await sendFile(page, folder, 'index.html')) ?? reply.callNotFound();
  });
}

/** Serves the plain files of a folder. */
export function serveFiles(http: Http, { mount, folder }: Pick<AppOptions, 'mount' | 'folder'>): void {
  http.fastify.get(`${mount}/*`, { config: { access: 'public' as const } }, async (request, reply) => {
    const sent = await sendFile(reply, folder, pathOf(request).slice(mount.length + 1));
    return sent ?? reply.callNotFound();
  });
}

async function showPage(
  http: Http,
  options: PagesOptions,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  const path = pathOf(request);
  if (request.method !== 'POST' && extname(path) !== '') {
    const sent = await sendFile(reply, options.client, path.slice(1));
    if (sent !== undefined) return sent;
  }
  securePage(http, reply);
  try {
    refuseForeign(request, http.surroundings.origin);
    return await render(http, options, { request, reply });
  } catch (error) {
    const refusal = http.refusalOf(error, request);
    return reply
      .code(refusal.status)
      .type('text/html; charset=utf-8')
      .send(refusalPage(refusal, languageOf(request)));
  }
}

async function render(
  http: Http,
  options: PagesOptions,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  const cookies = cookiesOf(request);
  const passed: string[] = [];
  const page = await options.handle(
    await pageRequest(request, cookies),
    innerCall(http, request, { cookies, passed }),
  );
  if (page.cause !== undefined) {
    http.surroundings.log.error({ err: page.cause, requestId: request.id }, 'a page failed');
  }
  for (const cookie of passed) reply.header('set-cookie', cookie);
  for (const [name, value] of Object.entries(page.headers)) reply.header(name, value);
  return reply.code(page.status).send(page.body);
}

/** The page of last resort, when not even the app's own page of refusal can be made. */
function refusalPage({ body }: Refusal, language: Language): string {
  const [home, number] = language === 'en' ? ['Start page', 'Number'] : ['回到首页', '编号'];
  return `<!doctype html><html lang="${language === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(body.title)}</title></head>
<body><main><h1>${escapeHtml(body.title)}</h1><p>${escapeHtml(body.detail)}</p>
<p>${number} ${escapeHtml(body.instance)}</p><p><a href="/">${home}</a></p></main></body></html>`;
}

async function pageRequest(request: FastifyRequest, cookies: Record<string, string>): Promise<PageRequest> {
  const url = new URL(request.url, 'http://inside');
  const headers = passedHeaders
    .map((name) => [name, headerOf(request, name)])
    .filter(([, value]) => value !== undefined);
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: pathOf(request),
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

function securePage(http: Http, reply: FastifyReply): FastifyReply {
  if (http.surroundings.secure)
    reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return reply.headers({
    'content-security-policy': contentSecurity,
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)',
    'cross-origin-opener-policy': 'same-origin',
  });
}
