import type { Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, can, type Platform, type SignedIn, type TextSearch } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { createEntryStore, Place } from './store/entries.ts';
import type { createFindingStore } from './store/finding.ts';
import type { createGapStore } from './store/gaps.ts';

/** What the library stands on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'jobs'> & {
  offices: Pick<Offices, 'organisations' | 'division' | 'halls'>;
  catalogue: Pick<Catalogue, 'search'>;
  identity: Pick<Identity, 'persons'>;
  /** How texts are cut and looked for; one for the house. */
  search: TextSearch;
};
type Store = ReturnType<typeof createEntryStore> &
  ReturnType<typeof createFindingStore> &
  ReturnType<typeof createGapStore>;
/** What the parts of the library share. */
export type Parts = Deps & { store: Store; names: Names; scopes: Scopes };
type Names = ReturnType<typeof createNames>;
type Scopes = ReturnType<typeof createScopes>;

/** 到期前多少天亮黄灯: a default of the house. */
export const warnDays = 30;

const mostItems = 2000;

/** Names of items and people as the desk reads them. */
export function createNames({ catalogue, identity }: Pick<Deps, 'catalogue' | 'identity'>) {
  return {
    /** From the cards the catalogue has at hand: no edition is taken from the shelf for a name. */
    item: (id: string): Words =>
      catalogue.search({ limit: mostItems }).hits.find((hit) => hit.item === id)?.name ?? { zh: id },
    async people(ids: readonly string[]): Promise<(id: string) => string> {
      const known = await asMachine('worker', () => identity.persons([...new Set(ids)]));
      return (id) => known.get(id)?.name ?? '';
    },
  };
}

/**
 * 适用范围: the province and its cities, as the organisations cover them. A post reads what its own organisation, one above or
 * one below has, and writes what its own or one below has.
 */
export function createScopes({ offices }: Pick<Deps, 'offices'>) {
  const owners = (): { scope: string; branch: string }[] =>
    offices
      .organisations()
      .flatMap(({ branch, covers }) => covers.map((scope) => ({ scope, branch })))
      .filter(({ scope }) => scope.length === 2 || scope.length === 4);
  const scopesWhere = (fits: (branch: string) => boolean): string[] =>
    [...new Set(owners().flatMap(({ scope, branch }) => (fits(branch) ? [scope] : [])))].toSorted();
  return {
    readable: ({ branch: post }: Place): string[] =>
      scopesWhere((branch) => isAtOrBelow(branch, post) || isAtOrBelow(post, branch)),
    writable: ({ branch: post }: Place): string[] => scopesWhere((branch) => isAtOrBelow(branch, post)),
    /** The organisation that owns what is said for a scope: the highest that covers it. */
    ownerOf: (scope: string): string | undefined =>
      owners()
        .filter((one) => one.scope === scope)
        .toSorted((a, b) => depthOf(a.branch) - depthOf(b.branch))[0]?.branch,
    nameOf(scope: string): string {
      if (scope.length === 2) return '全省';
      const named = offices.division(scope)?.name;
      return named ?? offices.organisations().find(({ covers }) => covers.includes(scope))?.name ?? scope;
    },
    /** What holds in a division: what the province says, and what the city says. */
    holdingIn: (division: string): string[] => [
      ...new Set([division.slice(0, 2), division.slice(0, 4)].filter((one) => one.length !== 3)),
    ],
  };
}

/** The branch a caller acts from. */
export function placeOf(caller: SignedIn): Place {
  const { filter } = can(caller, 'read', { kind: 'reply' });
  if (filter.rows === 'branch') return { branch: filter.branch };
  throw new Problem('replies.no-post', 'forbidden', '先选一个岗位');
}

function isAtOrBelow(branch: string, top: string): boolean {
  return branch === top || branch.startsWith(`${top}/`);
}

function depthOf(branch: string): number {
  return branch.split('/').length;
}
