import { type Answered, type accessRoutes, type Role, staff } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';
import { createPosts } from './posts.ts';
import { createEnding } from './sessions.ts';
import { createAdministrationStore, unitesPowers } from './store/administration.ts';
import { createSessionStore } from './store/sessions.ts';

type Deps = Pick<Platform, 'db' | 'clock'> & { offices: Offices };
type Post = { role: string; organisation: string; until?: string };
type Suspension = { suspended: boolean; reason: string };
export type Administration = ReturnType<typeof createAdministration>;

/** 账号管理: the security administrator gives and ends posts and suspends accounts, but never the own one. */
export function createAdministration({ db, clock, offices }: Deps) {
  const store = createAdministrationStore(db);
  const sessions = createSessionStore(db);
  const posts = createPosts({ clock, administration: store, sessions });
  const endSessions = createEnding(sessions, clock);
  const today = () => shanghaiDay(clock());
  const accountOf = async (tx: Tx, caller: SignedIn, personId: string) => {
    refuseOwn(caller, personId);
    const account = await store.lockAccountOf(tx, personId);
    if (account === undefined) throw new Problem('identity.account', 'missing', '没有这个账号');
    return account;
  };
  return {
    async list(typed = ''): Promise<Answered<typeof accessRoutes.accounts>> {
      const rows = await store.accounts(typed.trim());
      const ids = rows.map((row) => row.person_id);
      const found = ids.length === 0 ? [] : await store.posts(ids, today());
      const held = Map.groupBy(found, (post) => post.person_id);
      const accounts = rows.map((row) => ({
        ...{ person: row.person_id, name: row.name, login: row.login },
        posts: (held.get(row.person_id) ?? []).map((post) => ({
          ...{ assignment: post.assignment_id, role: post.role, office: post.office_name },
          ...(post.valid_until === undefined ? {} : { until: post.valid_until }),
        })),
        suspended: row.suspended_at !== undefined,
      }));
      return { accounts, organisations: offices.organisations().map(({ id, name }) => ({ id, name })) };
    },
    async appoint(tx: Tx, caller: SignedIn, { person, ...wish }: Post & { person: string }): Promise<string> {
      await accountOf(tx, caller, person);
      return store
        .insertPost(tx, { person_id: person, ...postFrom(offices, wish, today()) })
        .catch(refuseUnited);
    },
    /** Ends a post; who acts from it is signed out. */
    async dismiss(tx: Tx, caller: SignedIn, assignment: string): Promise<void> {
      const post = await store.lockPost(tx, assignment);
      if (post === undefined || post.ended_at !== undefined)
        throw new Problem('identity.assignment', 'missing', '没有这个岗位，或任期已过');
      refuseOwn(caller, post.person_id);
      await store.endPost(tx, assignment, clock());
      await endSessions(tx, { assignment });
    },
    /** Suspends an account, and signs its owner out, or lets it in again. */
    async suspend(tx: Tx, caller: SignedIn, { person, suspended, reason }: Suspension & { person: string }) {
      const account = await accountOf(tx, caller, person);
      if ((account.suspended_at !== undefined) === suspended) return;
      if (!suspended) return void (await store.setSuspension(tx, person));
      await posts.suspendAccount(tx, { person, by: caller.personId, why: reason.trim() });
    },
  };
}

/** The row of a post as it is wished for, from today on. */
function postFrom(offices: Offices, { role, organisation, until }: Post, today: string) {
  const office = offices.organisation(organisation);
  if (office === undefined)
    throw refusal('/organisation', 'identity.organisation', '没有这个机构，重新选一个');
  if (until !== undefined && until < today)
    throw refusal('/until', 'identity.until', '任期的最后一天已经过了，改成今天或以后');
  return {
    ...{ role: roleFrom(role), office: office.id, office_name: office.name, branch: office.branch },
    valid_from: today,
    ...(until === undefined ? {} : { valid_until: until }),
  };
}

function roleFrom(typed: string): Role {
  const role = staff.find((one) => one === typed);
  if (role === undefined) throw refusal('/role', 'identity.role', '没有这种岗位，重新选一个');
  return role;
}

function refusal(pointer: string, code: string, message: string): Problem {
  return new Problem(code, 'invalid', message, [{ pointer, code: code.split('.').at(-1) ?? code, message }]);
}

function refuseOwn(caller: SignedIn, personId: string): void {
  if (caller.personId !== personId) return;
  throw new Problem('identity.own-account', 'forbidden', '不能改自己的账号和岗位，请另一位安全管理员办');
}

function refuseUnited(error: unknown): never {
  if (!unitesPowers(error)) throw error;
  const say = '系统管理员、安全管理员、审计员要由不同的人担任，先免去原来的岗位';
  throw new Problem('identity.separation', 'conflict', say);
}
