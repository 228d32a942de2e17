import type { ItemEdition } from '../edition.ts';
import { didYouMean } from '../nearest.ts';
import type { ReadItem } from '../read/read-folder.ts';
import { factView } from '../view/fact-view.ts';
import { itemView } from '../view/item-view.ts';
import { sayKeys } from '../view/says.ts';
import type { Report } from './report.ts';

/** What an English page of this item would still show in Chinese; laws and an item without any English are left out. */
export function missingEnglish(edition: ItemEdition): string[] {
  const { guide, english } = edition.folder;
  if (english === undefined) return [];
  const people = guide.people ?? [];
  const keys = [
    ...guide.facts.map(({ id }) => id),
    ...people.flatMap(({ id, facts }) => [id, ...facts.map((fact) => `${id}.1.${fact.id}`)]),
  ];
  const { basis: _basis, fees, materials, ...item } = itemView(edition, 'en');
  const views = [
    item,
    fees.map(({ basis: _, when: __, ...fee }) => fee),
    materials.map(({ basis: _, ...material }) => material),
    keys.map((key) => factView(edition, key, 'en')),
  ];
  return missingIn(views);
}

function missingIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(missingIn);
  if (!isRecord(value)) return [];
  if (value.missing === true) return [String(value.text)];
  return Object.values(value).flatMap(missingIn);
}

type Key = { path: string[]; known: readonly string[] };

/** English words must belong to something that exists; a translation of nothing is a slip of the pen. */
export function lintEnglish({ folder }: ReadItem, report: Report): void {
  const { english } = folder;
  if (english === undefined) return;
  for (const { path, known } of englishKeys(folder)) {
    const written = path.reduce<unknown>(
      (value, step) => (isRecord(value) ? value[step] : undefined),
      english,
    );
    if (!isRecord(written)) continue;
    for (const key of Object.keys(written)) {
      if (known.includes(key)) continue;
      report(
        'english.known',
        { part: 'english', path: [...path, key] },
        `中文里没有“${key}”${didYouMean(key, known)}`,
      );
    }
  }
}

function englishKeys(folder: ReadItem['folder']): Key[] {
  const facts = [...folder.guide.facts, ...(folder.guide.people ?? []).flatMap((people) => people.facts)];
  const people = (folder.guide.people ?? []).map(({ id }) => id);
  return [
    { path: ['facts'], known: [...facts.map(({ id }) => id), ...people] },
    ...facts.map(({ id, options }) => ({ path: ['facts', id, 'options'], known: options ?? [] })),
    ...facts.map(({ id, options }) => ({ path: ['facts', id, 'option_help'], known: options ?? [] })),
    { path: ['steps'], known: folder.item.steps.map(({ id }) => id) },
    { path: ['not_asked'], known: folder.item.not_asked_any_more.map(({ name }) => name) },
    { path: ['materials'], known: folder.materials.map(({ id }) => id) },
    ...folder.materials.map(({ id, checkpoints }) => ({
      path: ['materials', id, 'checkpoints'],
      known: checkpoints.map((checkpoint) => checkpoint.id),
    })),
    { path: ['says'], known: sayKeys(folder) },
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
