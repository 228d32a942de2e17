import { Readable } from 'node:stream';
import { isStreamReply, type Raw, type Route, type Told } from '@tongban/contract';
import type { FastifyReply } from 'fastify';

const heartbeatMs = 15_000;

/** Sends bytes; they can neither run script nor be taken for another type. */
export function sendRaw(reply: FastifyReply, route: Route, raw: Raw): FastifyReply {
  const { body } = raw;
  reply
    .code(raw.status ?? route.status ?? 200)
    .type(raw.contentType)
    .header('cache-control', 'private, no-store')
    .header(
      'content-security-policy',
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    )
    .headers({ ...raw.headers });
  if (raw.filename !== undefined) reply.header('content-disposition', attachment(raw.filename));
  if (typeof body === 'string' || body instanceof Uint8Array) return reply.send(body);
  return reply.send(Readable.from(body, { objectMode: false }));
}

/** Opens a stream of server-sent events and tells each fact until the client or the house goes. */
export async function sendStream(
  reply: FastifyReply,
  route: Route,
  flow: { told: AsyncIterable<Told<unknown>>; gone: AbortSignal },
): Promise<FastifyReply> {
  const event = isStreamReply(route.reply) ? route.reply.event : undefined;
  const serialize = event === undefined ? JSON.stringify : reply.compileSerializationSchema({ ...event });
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
  try {
    for await (const told of until(flow.told, flow.gone)) raw.write(lineOf(told, serialize(told.data)));
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
  return reply;
}

/** Passes on what is told until the signal, even when nothing is told any more. */
async function* until<T>(told: AsyncIterable<T>, gone: AbortSignal): AsyncIterable<T> {
  const source = told[Symbol.asyncIterator]();
  const { promise: end, resolve } = Promise.withResolvers<undefined>();
  gone.addEventListener('abort', () => resolve(undefined), { once: true });
  try {
    while (!gone.aborted) {
      const next = await Promise.race([source.next(), end]);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}

function lineOf(told: Told<unknown>, data: string): string {
  const id = told.id === undefined ? '' : `id: ${told.id}\n`;
  const event = told.event === undefined ? '' : `event: ${told.event}\n`;
  return `${id}${event}data: ${data}\n\n`;
}

function attachment(filename: string): string {
  const plain = filename.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}
