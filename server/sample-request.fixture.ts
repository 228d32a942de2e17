import { isBytesBody, type Route } from '@tongban/contract';
import { newId } from './platform/index.ts';

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
export function sampleBody({ body }: Route): unknown {
  if (body === undefined) return undefined;
  return isBytesBody(body) ? Buffer.from('kayak') : sampleOf(body as Schema);
}

/** The smallest query a route takes. */
export function sampleQuery({ query }: Route): Record<string, unknown> {
  return query === undefined ? {} : (sampleOf(query as Schema) as Record<string, unknown>);
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
