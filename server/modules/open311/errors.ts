import type { Open311Format } from '@tongban/contract';
import type { Http } from '../../platform/index.ts';
import { contentTypes, type Told, written } from './wire.ts';

/**
 * 出错: what the house refuses at these addresses, from wherever the refusal comes, is told as GeoReport clients read it: a list of
 * code and description.
 */
export function tellErrors({ fastify }: Http, prefix: string): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isRefusal = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (!isRefusal || !request.url.startsWith(prefix) || typeof payload !== 'string') return payload;
    const format = formatOf(request.url);
    reply
      .type(contentTypes[format])
      .header('access-control-allow-origin', '*')
      .removeHeader('content-length');
    return written(format, errorsOf(reply.statusCode, payload)).body;
  });
}

function errorsOf(status: number, payload: string): Told {
  const { detail = '' } = JSON.parse(payload) as { detail?: string };
  return { root: 'errors', value: { each: 'error', of: [{ code: status, description: detail }] } };
}

function formatOf(url: string): Open311Format {
  return /\.json(\?|$)/.test(url) ? 'json' : 'xml';
}
