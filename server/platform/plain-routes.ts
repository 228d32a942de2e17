import { sql } from 'kysely';
import type { Http } from './http.ts';
import { describeApi } from './openapi.ts';
import { referencePage } from './reference.ts';

const access = 'public' as const;

/** Serves what operators and developers ask for: is it alive, is it ready, what does it promise. */
export function servePlainly(http: Http): void {
  const { fastify, surroundings } = http;
  fastify.get('/healthz', { config: { access } }, () => ({ status: 'ok' }));
  fastify.get('/readyz', { config: { access } }, async (_request, reply) => {
    const ready = await sql`select 1`.execute(surroundings.db).then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'away' });
  });
  fastify.get('/openapi.json', { config: { access } }, () => describeApi(http.routes));
  fastify.get('/reference', { config: { access } }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(referencePage(http.routes)),
  );
  const everyMethod = ['GET', 'POST', 'PUT', 'DELETE'];
  fastify.route({
    method: everyMethod,
    url: '/api/*',
    config: { access },
    handler: (_request, reply) => reply.callNotFound(),
  });
}
