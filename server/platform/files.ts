import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { FastifyReply } from 'fastify';
import { headerOf } from './admission.ts';

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
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
};

/** Sends a built file of a folder; undefined when there is none of that name, or it is none to be sent. */
export async function sendFile(
  reply: FastifyReply,
  folder: string,
  name: string,
): Promise<FastifyReply | undefined> {
  const type = types[extname(name)];
  const file = normalize(join(folder, decode(name)));
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

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
