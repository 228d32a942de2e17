import { Problem, type ProblemKind, shanghaiDay } from '@tongban/kernel';
import { asMachine, can, type Platform, type SignedIn, type Words } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import type { Hotline, OrderRules } from '../hotline/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Attaching } from './attaching.ts';
import type { RunStore } from './store/runs.ts';
import type { TopicStore } from './store/topics.ts';
import { sentences } from './words.ts';

/** What the hot list stands on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs'> & {
  hotline: Pick<Hotline, 'told'>;
  files: Pick<Files, 'mine' | 'letGo' | 'labels' | 'openTo'>;
  offices: Pick<Offices, 'organisations' | 'organisation' | 'division'>;
  identity: Pick<Identity, 'persons'>;
  rules: Pick<OrderRules, 'matters'>;
  words: Pick<Words, 'cut'>;
  /** The words of the house, for cutting texts in a thread of its own. */
  terms: readonly string[];
};
/** What the parts of the hot list share. */
export type Parts = Deps & { runs: RunStore; topics: TopicStore; lists: Lists; attaching: Attaching };
type Lists = ReturnType<typeof createLists>;
type List = { readonly scope: string; readonly branch: string };

/** 榜单: one for each city and one for the province, each kept by the highest organisation that covers it. */
export function createLists({ offices }: Pick<Deps, 'offices'>) {
  const all = (): List[] => {
    const owners = offices
      .organisations()
      .flatMap(({ branch, covers }) => covers.map((scope) => ({ scope, branch })))
      .filter(({ scope }) => scope.length === 2 || scope.length === 4)
      .toSorted((a, b) => a.branch.split('/').length - b.branch.split('/').length);
    const first = new Map(owners.toReversed().map(({ scope, branch }) => [scope, branch]));
    return [...first].map(([scope, branch]) => ({ scope, branch })).toSorted(byScope);
  };
  return {
    all,
    /** The lists a post leads: its own and those below. */
    of: (post: string): List[] =>
      all().filter(({ branch }) => branch === post || branch.startsWith(`${post}/`)),
    nameOf(scope: string): string {
      if (scope.length === 2) return '全省';
      const named = offices.division(scope)?.name;
      return named ?? offices.organisations().find(({ covers }) => covers.includes(scope))?.name ?? scope;
    },
    unitName: (branch: string): string =>
      offices.organisations().find((one) => one.branch === branch)?.name ?? branch,
  };
}

/** The branch of the post somebody asks from. */
export function postOf(caller: SignedIn): string {
  const { filter } = can(caller, 'read', { kind: 'hot-topic' });
  if (filter.rows === 'branch') return filter.branch;
  throw refused('no-post', 'forbidden');
}

export function refused(why: string, kind: ProblemKind = 'conflict'): Problem {
  const code = `hotlist.${why}`;
  return new Problem(code, kind, sentences[code]?.zh ?? '');
}

/** Names of people as the desk reads them. */
export async function namesOf(
  { identity }: Pick<Deps, 'identity'>,
  ids: readonly string[],
): Promise<(id: string | undefined) => string> {
  const known = await asMachine('worker', () => identity.persons([...new Set(ids)]));
  return (id) => (id === undefined ? '' : (known.get(id)?.name ?? ''));
}

export function today({ clock }: Pick<Deps, 'clock'>): string {
  return shanghaiDay(clock());
}

/** The place a step's words are sealed in. */
export function saidPlace(topicId: string, stepId: string): string {
  return `hotlist.step.said|${topicId}|${stepId}`;
}

function byScope(a: List, b: List): number {
  return a.scope.length - b.scope.length || a.scope.localeCompare(b.scope);
}
