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

/** A setting says where it comes from, in one of the two ways. */
export function unsaid(
  setting: { source?: string; house_default?: true },
  path: Path,
): { path: Path; message: string }[] {
  const said = [setting.source, setting.house_default].filter((one) => one !== undefined).length;
  return said === 1 ? [] : [{ path, message: '写 source，或标 house_default: true，两个里写一个' }];
}
