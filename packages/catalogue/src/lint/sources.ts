import type { Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { LintContext } from './context.ts';

/** Every `source` written anywhere in a value must be a key of the source table. */
export function unknownSources(value: unknown, context: LintContext): { path: Path; message: string }[] {
  const { sources } = context;
  if (sources === undefined) return [];
  return sourcesIn(value, []).flatMap(({ source, path }) =>
    sources.has(source) || source === 'recalled'
      ? []
      : [{ path, message: `来源表里没有“${source}”${didYouMean(source, sources)}` }],
  );
}

function sourcesIn(value: unknown, path: Path): { source: string; path: Path }[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => sourcesIn(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string'
      ? [{ source: inner, path: [...path, key] }]
      : sourcesIn(inner, [...path, key]),
  );
}
