import Fastify from 'fastify';

/** The least a Fastify server can do, to measure beside. */
const fastify = Fastify();
fastify.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send('hello'));
console.log(`open ${await fastify.listen({ host: '127.0.0.1', port: 0 })}`);
process.on('disconnect', () => process.exit(0));
