import type { PublicAnswer, PublicAnswerRow, Words } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, markedHit, type SearchAsked } from '../../platform/index.ts';
import type { Gaps } from './gaps.ts';
import { hitsOf } from './library.ts';
import type { Parts } from './parts.ts';
import type { Narrow } from './store/finding.ts';
import type { VersionRow } from './store/tables.ts';
import type { ListedVersion } from './views.ts';
import { sentences } from './words.ts';

type Asked = { division: string; q?: string; item?: string };
const most = 30;

/** 公开答复: what anybody may read, in force in a city; what is not found is counted, without whoever looked. */
export function createAnswers(parts: Parts & { gaps: Gaps }) {
  const { store, scopes, names } = parts;
  const rowsOf = async (
    found: readonly { entry_id: string; version: number }[],
    asked: Pick<SearchAsked, 'words' | 'pairs'>,
  ): Promise<PublicAnswerRow[]> => {
    const versions = found.length === 0 ? [] : await store.versions(undefined, found);
    const ordered = found.flatMap(({ entry_id }) => versions.find((one) => one.entry_id === entry_id) ?? []);
    return withoutDoubles(ordered).map((one) => rowOf(parts, one, asked));
  };
  return {
    async list({ division, q = '', item }: Asked): Promise<{ rows: PublicAnswerRow[]; near: boolean }> {
      const narrow: Narrow = { scopes: scopes.holdingIn(division), states: ['in-force'], item, shown: true };
      if (q.trim() === '') {
        const usual = await asMachine('worker', () => store.mostUsed(narrow.scopes, { item, limit: most }));
        const rows = await rowsOf(usual, { words: [], pairs: new Set() });
        return { rows, near: false };
      }
      const { hits, asked, near } = await hitsOf(parts, narrow, { q, most });
      const scope = narrow.scopes.at(-1);
      if (hits.length === 0 && asked.stages.length > 0 && scope !== undefined)
        await parts.gaps.count({ scope, text: q, outside: true });
      return { rows: await rowsOf(hits, asked), near };
    },
    async get(entryId: string): Promise<PublicAnswer> {
      const found = await store.shown(entryId);
      if (found === undefined)
        throw new Problem('answers.missing', 'missing', sentences['answers.missing']?.zh ?? '');
      const { entry, version } = found;
      const { kind, item } = entry;
      return {
        ...{ entry: entryId, kind, scopeName: scopeWords(scopes.nameOf(entry.scope), entry.scope) },
        ...{ title: wordsOf(version.title, version.title_en), text: wordsOf(version.text, version.text_en) },
        since: shanghaiDay(version.in_force_at ?? version.changed_at),
        ...(version.basis === undefined || entry.origin === 'content' ? {} : { basis: version.basis }),
        ...(version.valid_until === undefined ? {} : { validUntil: version.valid_until }),
        ...(item === undefined ? {} : { item, itemName: names.item(item) }),
      };
    },
  };
}

/** Where a city says something of its own, what the province says to the same question is not shown beside it. */
function withoutDoubles(rows: readonly ListedVersion[]): ListedVersion[] {
  const local = new Set(rows.filter(({ scope }) => scope.length > 2).map(({ title }) => title));
  return rows.filter(({ scope, title }) => scope.length > 2 || !local.has(title));
}

function rowOf(
  { names }: Parts,
  one: ListedVersion,
  asked: Pick<SearchAsked, 'words' | 'pairs'>,
): PublicAnswerRow {
  const marked = markedHit(one, asked);
  return {
    ...{ entry: one.entry_id, kind: one.kind, title: wordsOf(one.title, one.title_en) },
    ...{ pieces: marked.title, excerpt: marked.excerpt },
    ...(one.item === undefined ? {} : { item: one.item, itemName: names.item(one.item) }),
  };
}

function scopeWords(zh: string, scope: string): Words {
  return scope.length === 2 ? { zh, en: 'The whole province' } : { zh };
}

function wordsOf(zh: string, en: VersionRow['title_en']): Words {
  return en === undefined ? { zh } : { zh, en };
}
