import type { Fault } from '@tongban/kernel';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import { Convert } from 'typebox/value';
import { faultWords, otherFault } from './sentences.ts';

type Json = { readonly [key: string]: unknown };
type Finding = { readonly keyword: string; readonly instancePath: string; readonly params: object };

/** The outcome of a check of shape: the value to go on with, or what must be mended. */
export type Shaped = { readonly value: unknown } | { readonly faults: readonly Fault[] };

/**
 * Builds the check of a schema when the first value comes: a house has hundreds, and most starts need few of them. Keys
 * it does not name are refused; text is read as the type wanted only on request.
 */
export function createShape(
  schema: TSchema,
  options: { readonly fromText: boolean },
): (value: unknown) => Shaped {
  let built: ReturnType<typeof Compile> | undefined;
  return (given) => {
    built ??= Compile(close(schema) as TSchema);
    const checker = built;
    const value = options.fromText ? Convert(schema, given) : given;
    if (checker.Check(value)) return { value };
    const [, findings] = checker.Errors(value);
    return { faults: faultsFrom(findings) };
  };
}

/** Refuses unknown keys in every object of a schema that does not itself say otherwise. */
function close(schema: unknown): unknown {
  return closeWithin(schema, false);
}

function closeWithin(schema: unknown, partOfWhole: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closeWithin(one, partOfWhole));
  if (typeof schema !== 'object' || schema === null) return schema;
  const own = schema as Json;
  const inner = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, closeKey(key, value, partOfWhole)]),
  );
  if (partOfWhole) return inner;
  if (Array.isArray(own.allOf)) return { unevaluatedProperties: false, ...inner };
  const open = own.type === 'object' && own.properties !== undefined && own.patternProperties === undefined;
  return open ? { additionalProperties: false, ...inner } : inner;
}

function closeKey(key: string, value: unknown, partOfWhole: boolean): unknown {
  if (key === 'properties' || key === '$defs' || key === 'patternProperties')
    return Object.fromEntries(
      Object.entries(value as Json).map(([name, one]) => [name, closeWithin(one, false)]),
    );
  if (key === 'allOf') return closeWithin(value, true);
  if (key === 'anyOf' || key === 'oneOf') return closeWithin(value, partOfWhole);
  return key === 'items' || key === 'additionalProperties' || key === 'prefixItems'
    ? closeWithin(value, false)
    : value;
}

const choices = new Set(['const', 'enum', 'anyOf', 'oneOf']);
const unknownKeys = new Set(['additionalProperties', 'unevaluatedProperties']);
const namedFormats = new Set(['date-time', 'date', 'uuid', 'email', 'uri']);

function faultsFrom(findings: readonly Finding[]): Fault[] {
  const points = findings.filter((one) => one.keyword !== 'boolean').flatMap(pointsOf);
  const first = new Map(points.toReversed().map((one) => [one.pointer, one]));
  const telling = [...first.values()].filter(
    (one) => !isUnion(one.keyword) || !points.some((deeper) => deeper.pointer.startsWith(`${one.pointer}/`)),
  );
  return telling.toReversed().slice(0, 50).map(toFault);
}

type Point = { readonly pointer: string; readonly keyword: string; readonly format: unknown };

function pointsOf({ keyword, instancePath, params }: Finding): Point[] {
  const detail = params as Json;
  if (keyword !== 'required' && !unknownKeys.has(keyword))
    return [{ pointer: instancePath, keyword, format: detail.format }];
  const names = detail[keyword === 'required' ? 'requiredProperties' : keyword];
  return (Array.isArray(names) ? names : []).map((name) => ({
    pointer: `${instancePath}/${escapePointer(String(name))}`,
    keyword,
    format: undefined,
  }));
}

function toFault({ pointer, keyword, format }: Point): Fault {
  const code = codeOf(keyword, format);
  return { pointer, code, message: (faultWords[code] ?? otherFault).zh };
}

function codeOf(keyword: string, format: unknown): string {
  if (unknownKeys.has(keyword)) return 'unknown';
  if (choices.has(keyword)) return 'choice';
  return typeof format === 'string' && namedFormats.has(format) ? format : keyword;
}

function isUnion(keyword: string): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
