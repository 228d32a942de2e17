import type { Role } from '@tongban/contract';
import { asMachine, type Tx } from '../../platform/index.ts';
import { createEnding } from './sessions.ts';
import type { AdministrationStore } from './store/administration.ts';
import type { SessionStore } from './store/sessions.ts';

type Deps = { clock: () => Date; administration: AdministrationStore; sessions: SessionStore };

/** A post as it is told to those whom its holder served: never who holds it. */
export type ToldPost = { role: Role; office: string; staffNumber: string };

/** The register of posts is the house's own; whoever reads of a post is told no more than is given out here. */
const asHouse = <T>(work: () => T): T => asMachine('worker', work);

/** 岗位: what others may be told of a post, and how an account is shut at once. */
export function createPosts({ clock, administration, sessions }: Deps) {
  const endSessions = createEnding(sessions, clock);
  return {
    posts: async (assignmentIds: readonly string[]): Promise<Map<string, ToldPost>> => {
      const rows =
        assignmentIds.length === 0 ? [] : await asHouse(() => administration.postsById(assignmentIds));
      return new Map(rows.map((row) => [row.assignment_id, told(row)]));
    },
    /** The first post of each of some persons. */
    postsOf: async (personIds: readonly string[]): Promise<Map<string, ToldPost>> => {
      const rows =
        personIds.length === 0 ? [] : await asHouse(() => administration.postsOfPersons(personIds));
      return new Map(rows.map((row) => [row.person_id, told(row)]));
    },
    /** Suspends an account; its sessions end with the transaction. */
    async suspendAccount(tx: Tx, { person, by, why }: { person: string; by: string; why: string }) {
      await administration.setSuspension(tx, person, { at: clock(), by, why });
      await endSessions(tx, { person });
    },
  };
}

function told(row: { role: Role; office_name: string; staff_number: string }): ToldPost {
  return { role: row.role, office: row.office_name, staffNumber: row.staff_number };
}
