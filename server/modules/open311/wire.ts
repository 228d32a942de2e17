import type { Open311Format, Raw } from '@tongban/contract';

/** What is told: named values in their order, lists with the word for one of them. */
type One = string | number | boolean | undefined;
type Many = { readonly each: string; readonly of: readonly (Fields | string)[] };
export type Fields = { readonly [name: string]: One | Many };
/** One answer: a thing, or a list of things, under its own name. */
export type Told = { readonly root: string; readonly value: Fields | Many };

export const contentTypes: Readonly<Record<Open311Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** An answer as it is asked for; anybody's page may read it, for no cookie opens it. */
export function written(format: Open311Format, told: Told, status = 200): Raw {
  return {
    ...{ status, contentType: contentTypes[format] },
    body: format === 'xml' ? xmlOf(told) : JSON.stringify(jsonOf(told.value)),
    headers: { 'access-control-allow-origin': '*' },
  };
}

export function xmlOf({ root, value }: Told): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: One | Many | Fields): string {
  if (value === undefined) return `<${name}/>`;
  if (typeof value !== 'object') return `<${name}>${escaped(String(value))}</${name}>`;
  if (isMany(value)) return `<${name}>${value.of.map((one) => element(value.each, one)).join('')}</${name}>`;
  const inner = Object.entries(value).map(([key, one]) => element(key, one));
  return `<${name}>${inner.join('')}</${name}>`;
}

function jsonOf(value: One | Many | Fields): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (isMany(value)) return value.of.map(jsonOf);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, jsonOf(one)]));
}

function isMany(value: Many | Fields): value is Many {
  return Array.isArray((value as Many).of);
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML holds it: signs as entities, and nothing XML 1.0 knows no way to write. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}
