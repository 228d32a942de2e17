import { isBytesBody, needsKey, pathOf, type Route } from '@tongban/contract';
import { newId, type SignedIn } from './platform/index.ts';
import type { TestHouse } from './platform/testing.ts';

/** A JSON schema as the contract writes it. */
type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

const formats: Readonly<Record<string, () => string>> = {
  uuid: newId,
  date: () => '2026-03-02',
  'date-time': () => '2026-03-02T01:30:00.000Z',
};
/** Texts that fit one or another pattern of the contract. */
const texts = ['kayak', '4419', '990101', 'a1', '0', '19900001234', 'KAYAK0001', '示例文字'];

/** The smallest body a route takes, so that it is refused for nothing but what it is about. */
function sampleBody({ body }: Route): unknown {
  if (body === undefined) return undefined;
  return isBytesBody(body) ? Buffer.from('kayak') : sampleOf(body as Schema);
}

/** The smallest query a route takes. */
function sampleQuery({ query }: Route): Record<string, string> {
  return query === undefined ? {} : (sampleOf(query as Schema) as Record<string, string>);
}

function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return sampleOf(schema.anyOf[0] ?? {});
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return sampleList(schema);
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    default:
      return true;
  }
}

function sampleList({ items, minItems = 0 }: Schema): unknown[] {
  if (Array.isArray(items)) return items.map((one: Schema) => sampleOf(one));
  return Array.from({ length: minItems }, () => sampleOf((items as Schema | undefined) ?? {}));
}

function sampleText({ format, pattern, minLength = 0 }: Schema): string {
  const made = formats[format ?? '']?.();
  if (made !== undefined) return made;
  const fits = pattern === undefined ? undefined : texts.find((text) => new RegExp(pattern).test(text));
  return fits ?? '示'.repeat(Math.max(minLength, 4));
}

export type Answer = { status: number; code: string | undefined; requestId: string };
type Asked = { readonly caller?: SignedIn; readonly params?: Readonly<Record<string, string>> };

/** Asks an address as somebody, with nothing wrong in what is sent; ids that are not given are ids nobody has. */
export function createAsking(house: Pick<TestHouse, 'inject' | 'headersOf'>) {
  return async (route: Route, { caller, params = {} }: Asked): Promise<Answer> => {
    const payload = sampleBody(route) as object | undefined;
    const answer = await house.inject({
      method: route.method,
      url: pathOf(route).replace(/:(\w+)/g, (_, name: string) => params[name] ?? newId()),
      query: sampleQuery(route),
      headers: {
        ...(caller === undefined ? {} : house.headersOf(caller)),
        ...(needsKey(route) ? { 'idempotency-key': newId() } : {}),
        ...(route.headers === undefined ? {} : { 'upload-offset': '0' }),
        ...(payload === undefined ? {} : { 'content-type': typeOf(route) }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const told = String(answer.headers['content-type']).includes('problem+json') ? answer.json() : {};
    return { status: answer.statusCode, code: told.code, requestId: String(answer.headers['x-request-id']) };
  };
}

function typeOf({ body }: Route): string {
  return isBytesBody(body) ? (body.contentTypes[0] ?? '') : 'application/json';
}
