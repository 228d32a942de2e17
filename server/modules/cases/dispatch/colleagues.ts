import type { Colleague, DeskRole, DispatchUnit } from '@tongban/casework';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, Tx } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Identity, StaffPost } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { OpenCase } from '../model.ts';
import { barredFromCase } from './facts.ts';
import type { DispatchStore } from './store.ts';

export type Staffing = {
  store: DispatchStore;
  identity: Pick<Identity, 'staffOf'>;
  offices: Pick<Offices, 'organisations'>;
  catalogue: Pick<Catalogue, 'current'>;
};
export const deskRoles = ['clerk', 'approver'] as const;

/** 同事: who works at some units, what each has in hand, and why a case cannot go to them. */
export function createColleagues(deps: Staffing & Pick<Platform, 'clock'>) {
  const { identity, store, catalogue, clock } = deps;
  /** What an open transaction has given, which no other question to the database sees yet. */
  const givenIn = new WeakMap<Tx, Map<string, number>>();
  const facts = async (people: readonly string[], tx: Tx | undefined) => {
    const today = shanghaiDay(clock());
    const [away, loads, last] = [
      await store.awayOn(people, today),
      await store.loads(people, today),
      await store.lastGiven(people),
    ];
    const given = tx === undefined ? undefined : givenIn.get(tx);
    return (person: string) => {
      const more = given?.get(person) ?? 0;
      const lastGivenAt = more > 0 ? clock() : last.get(person);
      return {
        away: away.has(person),
        open: (loads.get(person)?.open ?? 0) + more,
        ...(lastGivenAt === undefined ? {} : { lastGivenAt: lastGivenAt.toISOString() }),
      };
    };
  };
  return {
    async of(
      open: OpenCase,
      units: readonly DispatchUnit[],
      { tx, without }: { tx?: Tx; without?: string },
    ): Promise<Colleague[]> {
      const branches = units.map(({ branch }) => branch);
      const posts = (await identity.staffOf({ branches }, deskRoles)).filter(
        ({ personId }) => personId !== without,
      );
      const factsOf = await facts([...new Set(posts.map(({ personId }) => personId))], tx);
      const one = async (post: StaffPost): Promise<Colleague> => {
        const { away, ...load } = factsOf(post.personId);
        const unable = away ? '今天请假' : barredFromCase(open, post);
        const { personId, name, branch, items } = post;
        return {
          ...{ personId, name, branch, role: roleOfPost(post), ...load },
          ...(items === undefined ? {} : { items, skills: await skillsOf(catalogue, items) }),
          ...(unable === undefined ? {} : { unable }),
        };
      };
      return Promise.all(posts.map(one));
    },
    /** Remembers what this transaction gave, so that the next case in it goes to somebody else. */
    given(tx: Tx, person: string): void {
      const given = givenIn.get(tx) ?? new Map<string, number>();
      givenIn.set(tx, given.set(person, (given.get(person) ?? 0) + 1));
    },
  };
}

/** A post marked as head counts as a head; every other is what it says. */
export function roleOfPost({ role, head }: StaffPost): DeskRole {
  if (role === 'clerk') return 'clerk';
  return head ? 'head' : 'approver';
}

/** The skills a post brings, by the items it handles; an item that is no longer there brings none. */
async function skillsOf(
  { current }: Pick<Catalogue, 'current'>,
  items: readonly string[],
): Promise<string[]> {
  const editions = await Promise.allSettled(items.map((item) => current(item)));
  const skills = editions.flatMap((one) =>
    one.status === 'fulfilled' ? one.value.folder.item.hall.skills : [],
  );
  return [...new Set(skills)];
}
