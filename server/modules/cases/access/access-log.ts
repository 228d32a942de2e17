import type { AccessEntry } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Sql, type Tx } from '../../../platform/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import { applicantOf } from '../rules.ts';
import { type AccessStore, insertOfCase, type Place, type Seen } from './store.ts';
import { causeText, postText, seenText } from './words.ts';

export type LogDeps = Pick<Platform, 'clock' | 'vault'> & {
  store: AccessStore;
  identity: Pick<Identity, 'posts' | 'postsOf'>;
  licences: Pick<Licences, 'usesByOthers'>;
};
type Asked = { case?: string; after?: string };
type Look = { at: Date; id: string; entry: Omit<AccessEntry, 'at'> };

const pageSize = 50;

/** Where the reason typed for a look is sealed. */
export const reasonPlace = (accessId: string) => `cases.access.reason|${accessId}`;

/** 查看记录: everybody who looked at a person's data is put on record, and the person may read it. */
export function createAccessLog(deps: LogDeps) {
  const { store, clock } = deps;
  return {
    /** A member of staff has seen a case or a paper of it; to be written beside the audit line. */
    sawCase: (caller: SignedIn, seen: { case: string; what: 'case' | 'document' }): Sql =>
      insertOfCase({ ...whoIs(caller), at: clock(), what: seen.what, case_number: seen.case }),
    /** A clerk has a person at the window, and sees their drafts, cases and wallet. */
    sawPerson: (tx: Tx, caller: SignedIn, personId: string) =>
      store.insert(tx, {
        ...{ ...whoIs(caller), access_id: newId(), at: clock(), person_id: personId, what: 'sitting' },
      }),
    async log(caller: SignedIn, asked: Asked): Promise<{ entries: AccessEntry[]; next?: string }> {
      const looks = await looksAt(deps, applicantOf(caller), asked);
      const shown = looks.slice(0, pageSize);
      const last = looks.length > pageSize ? shown.at(-1) : undefined;
      return { entries: merged(shown), ...(last === undefined ? {} : { next: nextOf(last) }) };
    },
  };
}

/** From which post somebody looks. */
export function whoIs({ personId, role, assignment }: SignedIn) {
  return { by_id: personId, role, ...(assignment === undefined ? {} : { assignment_id: assignment.id }) };
}

/** Looks at the case and the person, and uses of licences, the newest first. */
async function looksAt(deps: LogDeps, personId: string, asked: Asked): Promise<Look[]> {
  const after = placeFrom(asked.after);
  const wish = { limit: pageSize + 1, ...(after === undefined ? {} : { after }) };
  const about = asked.case === undefined ? {} : { caseNumber: asked.case };
  const [looks, uses] = await Promise.all([
    seenBy(deps, personId, { ...wish, ...about }),
    usedBy(deps, personId, { ...wish, ...about }),
  ]);
  return [...looks, ...uses].sort(newestFirst);
}
type Wish = { limit: number; after?: Place; caseNumber?: string };

async function seenBy({ store, identity, vault }: LogDeps, personId: string, wish: Wish): Promise<Look[]> {
  const rows = await store.page(personId, wish);
  const posts = await identity.posts([...new Set(rows.flatMap((row) => row.assignment_id ?? []))]);
  return rows.map((row) => ({
    ...{ at: row.at, id: row.access_id },
    entry: {
      who: postText(row.role, posts.get(row.assignment_id ?? '')),
      what: seenText(row.what as Seen, row.fields),
      why:
        row.reason === undefined ? causeText(row.role) : vault.open(reasonPlace(row.access_id), row.reason),
      ...(row.case_number === undefined ? {} : { case: row.case_number }),
      sensitive: row.what === 'unmasking',
    },
  }));
}

async function usedBy({ identity, licences }: LogDeps, personId: string, wish: Wish): Promise<Look[]> {
  const uses = await licences.usesByOthers(personId, wish);
  const posts = await identity.postsOf([...new Set(uses.flatMap(({ by }) => by ?? []))]);
  return uses.map(({ use, at, by, byName, cause, caseNumber, name }) => {
    const post = posts.get(by ?? '');
    return {
      ...{ at, id: use },
      entry: {
        ...{
          who: byName ?? postText(post?.role ?? '', post),
          what: `用了您的${name.zh}`,
          why: cause,
          sensitive: false,
        },
        ...(caseNumber === undefined ? {} : { case: caseNumber }),
      },
    };
  });
}

/** The same look again on the same day is told once, with its newest moment; an unmasking always stands for itself. */
function merged(looks: readonly Look[]): AccessEntry[] {
  const told = new Set<string>();
  return looks.flatMap(({ at, entry }) => {
    const key = [shanghaiDay(at), entry.who, entry.what, entry.why, entry.case].join('\n');
    if (!entry.sensitive && told.has(key)) return [];
    told.add(key);
    return [{ at: at.toISOString(), ...entry }];
  });
}

function newestFirst(one: Look, other: Look): number {
  return other.at.getTime() - one.at.getTime() || (other.id < one.id ? -1 : 1);
}

function nextOf({ at, id }: Look): string {
  return `${at.toISOString()}~${id}`;
}

function placeFrom(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  const [, at, id] = /^([\d:.TZ-]{24})~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)))
    throw new Problem('cases.page', 'invalid', '翻页的位置不对，从第一页重新看');
  return { at: new Date(at), id };
}
