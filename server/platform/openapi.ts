import {
  isBytesBody,
  isRawReply,
  isStreamReply,
  needsKey,
  ProblemReply,
  pathOf,
  type Route,
  rolesOf,
} from '@tongban/contract';
import type { TObject } from 'typebox';

type Json = { readonly [key: string]: unknown };

/** 接口说明: the OpenAPI 3.1 description of every promised route. */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = pathOf(route).replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '通办 Tongban',
      version: '1',
      description: '每个地址由谁可以调用，见 x-roles 与 x-scope。',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: ProblemReply },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
  };
}

/** A stable name for an operation. */
export function operationId(route: Route): string {
  const words = route.path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [route.method.toLowerCase(), ...words].join('_');
}

function describe(route: Route): Json {
  const roles = rolesOf(route.access);
  return {
    operationId: operationId(route),
    tags: [route.path.split('/')[1] ?? ''],
    summary: route.summary,
    'x-roles': roles,
    'x-scope': route.access === 'public' ? 'public' : route.access.scope,
    security: roles.includes('anyone') ? [] : [{ session: [] }],
    parameters: parametersOf(route),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route) } }),
    responses: {
      [String(route.reply === undefined ? 204 : (route.status ?? 200))]: replyOf(route),
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parametersOf(route: Route): Json[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  };
  return [
    ...parametersIn('path', route.params),
    ...parametersIn('query', route.query),
    ...parametersIn('header', route.headers),
    ...(needsKey(route) ? [key] : []),
  ];
}

function parametersIn(place: string, schema: TObject | undefined): Json[] {
  if (schema === undefined) return [];
  const required: readonly string[] = schema.required ?? [];
  return Object.entries(schema.properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

function contentOf({ body }: Route): Json {
  if (!isBytesBody(body)) return { 'application/json': { schema: body } };
  return Object.fromEntries(
    body.contentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  );
}

function replyOf({ reply, summary }: Route): Json {
  if (reply === undefined) return { description: summary };
  if (isStreamReply(reply))
    return { description: summary, content: { 'text/event-stream': { schema: reply.event } } };
  if (!isRawReply(reply)) return { description: summary, content: { 'application/json': { schema: reply } } };
  const content = reply.contentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]);
  return { description: summary, content: Object.fromEntries(content) };
}
