import type { Role } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { StaffStore } from './store/staff.ts';

/** 在岗人员: somebody who can act now, and from which post. */
export type StaffPost = {
  personId: string;
  name: string;
  role: Role;
  branch: string;
  office: string;
  /** Items of the post; absent means all of its branch. */
  items?: readonly string[];
  head: boolean;
  /** The citizen they are, where their account says so: what this one applied for is not for them. */
  citizenId?: string;
};
/** Where to look: at some branches exactly, or in one and everything below it. */
type Where = { branches: readonly string[] } | { below: string };

/** 谁能办: the people with a post in force, so that work can be given to them. */
export function createStaff({ clock, store }: { clock: () => Date; store: StaffStore }) {
  return {
    async staffOf(where: Where, roles: readonly Role[]): Promise<StaffPost[]> {
      const today = shanghaiDay(clock());
      if ('branches' in where && where.branches.length === 0) return [];
      // The register of posts is the house's own: whoever asks is told who can act, and nothing else of them.
      const rows = await asMachine('worker', () =>
        'below' in where ? store.below(where.below, today, roles) : store.at(where.branches, today, roles),
      );
      return rows.map(({ person_id, name, role, branch, office_name, items, head, citizen_id }) => ({
        ...{ personId: person_id, name, role, branch, office: office_name, head },
        ...(items === undefined ? {} : { items }),
        ...(citizen_id === undefined ? {} : { citizenId: citizen_id }),
      }));
    },
  };
}
