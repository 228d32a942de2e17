import type { Content } from '../read/read-content.ts';
import { mattersOf } from '../reference/hotline.ts';

/** 词典: the words of this field — names of items, materials and results, what people say, matters and places. */
export function houseTerms({ items, synonyms, matters, divisions, offices }: Content): string[] {
  const ofItems = items.flatMap(({ folder: { item, materials } }) => [
    item.name,
    ...item.also,
    item.result.name,
    ...materials.map(({ name }) => name),
  ]);
  const ofPairs = (synonyms?.value.pairs ?? []).flatMap(({ say, means }) => [...say, means]);
  const ofMatters = matters === undefined ? [] : mattersOf(matters.value).flatMap(({ words }) => words);
  const places = divisions.filter(({ level }) => level !== 'town').map(({ name }) => name);
  const halls = (offices?.value.halls ?? []).map(({ name }) => name.replace('示例·', ''));
  return [...new Set([...ofItems, ...ofPairs, ...ofMatters, ...places, ...halls])];
}
