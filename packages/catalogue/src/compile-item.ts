import {
  type Condition,
  compileGuide,
  type GuideProblem,
  type GuideSource,
  parseCondition,
  say,
} from '@tongban/guide/author';
import type { ItemFolder } from './definition.ts';
import type { ItemEdition } from './edition.ts';
import { editionHash } from './edition-hash.ts';
import { guideSource } from './guide-source.ts';

export type CompiledItem = { ok: true; edition: ItemEdition } | { ok: false; problems: GuideProblem[] };

/** 发布: turns an item folder into the plain data that server and browser run; refused when its guide does not compile. */
export function compileItem(folder: ItemFolder): CompiledItem {
  const source = guideSource(folder);
  const compiled = compileGuide(source);
  if (!compiled.ok) return { ok: false, problems: compiled.problems };
  const whens = { materials: whensOf(source, folder.materials), fees: whensOf(source, folder.item.fees) };
  return {
    ok: true,
    edition: { id: folder.item.id, hash: editionHash(folder), folder, guide: compiled.guide, whens },
  };
}

type Conditional = { id: string; when?: string; for_each?: string };

/** Conditions as sentences, made here because the browser carries no parser. */
function whensOf(source: GuideSource, entries: readonly Conditional[]): Record<string, string> {
  const said = entries.flatMap(({ id, when, for_each }) => {
    if (when === undefined) return [];
    const people = source.people?.find((each) => each.id === for_each);
    const parsed = parseCondition(when, source, people);
    return parsed.ok ? [[id, say(plainly(parsed.condition))]] : [];
  });
  return Object.fromEntries(said);
}

/** “授权为否” instead of “不是（授权为是）这种情况”. */
function plainly(condition: Condition): Condition {
  if ('parts' in condition) return { ...condition, parts: condition.parts.map(plainly) };
  if (!('part' in condition)) return condition;
  const part = plainly(condition.part);
  if (condition.is !== 'not') return { ...condition, part };
  if (part.is === 'yes') return { ...part, value: !part.value };
  return part.is === 'option' ? { ...part, except: !part.except } : { is: 'not', part };
}
