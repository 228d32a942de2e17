import { type Answered, type accessRoutes, type Role, staff } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx, Vault } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';
import { createPosts } from './posts.ts';
import { maskedNumber, sealedNumber } from './selves.ts';
import { createEnding } from './sessions.ts';
import {
  type AdministrationStore,
  createAdministrationStore,
  hasNumberTwice,
  unitesPowers,
} from './store/administration.ts';
import { createSessionStore, type SessionStore } from './store/sessions.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault'> & { offices: Offices };
type Post = { role: string; organisation: string; until?: string };
type Numbered = { person: string; citizenNumber?: string };
type Suspension = { suspended: boolean; reason: string };
export type Administration = ReturnType<typeof createAdministration>;

/** 账号管理: the security administrator gives and ends posts and suspends accounts, but never the own one. */
export function createAdministration({ db, clock, vault, offices }: Deps) {
  const store = createAdministrationStore(db);
  const sessions = createSessionStore(db);
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
        posts: (held.get(row.person_id) ?? []).map(postView),
        suspended: row.suspended_at !== undefined,
        ...numberView(vault, row),
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
    ...createStanding({ clock, vault, store, sessions, accountOf }),
  };
}

type Standing = Pick<Deps, 'clock' | 'vault'> & {
  store: AdministrationStore;
  sessions: SessionStore;
  accountOf: (tx: Tx, caller: SignedIn, personId: string) => Promise<{ suspended_at?: Date | undefined }>;
};

/** Who the holder of an account is, and whether it is let in. */
function createStanding({ clock, vault, store, sessions, accountOf }: Standing) {
  const posts = createPosts({ clock, administration: store, sessions });
  return {
    /** Says which citizen the holder of an account is; without a number nothing is known of it any more. */
    async setNumber(tx: Tx, caller: SignedIn, { person, citizenNumber }: Numbered): Promise<void> {
      await accountOf(tx, caller, person);
      await store.setNumber(tx, person, numberFrom(vault, person, citizenNumber)).catch(refuseTaken);
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

type PostRow = Awaited<ReturnType<AdministrationStore['posts']>>[number];
type AccountRow = Awaited<ReturnType<AdministrationStore['accounts']>>[number];

function postView({ assignment_id: assignment, role, office_name: office, valid_until: until }: PostRow) {
  return { assignment, role, office, ...(until === undefined ? {} : { until }) };
}

/** The citizen number of an account, masked; nothing where none is known. */
function numberView(vault: Vault, { person_id: personId, citizen_number: sealed }: AccountRow) {
  return sealed === undefined ? {} : { citizenNumber: maskedNumber(vault, personId, sealed) };
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

function numberFrom(vault: Vault, person: string, typed: string | undefined) {
  if (typed === undefined) return undefined;
  const number = sealedNumber(vault, person, typed);
  if (number.ok) return number.sealed;
  throw refusal('/citizenNumber', 'identity.citizen-number', number.message);
}

function refuseTaken(error: unknown): never {
  if (!hasNumberTwice(error)) throw error;
  const say = '这个号码登在另一个账号上。一个人只用一个账号，先核对是谁的';
  throw new Problem('identity.number-taken', 'conflict', say);
}

function refuseUnited(error: unknown): never {
  if (!unitesPowers(error)) throw error;
  const say = '系统管理员、安全管理员、审计员要由不同的人担任，先免去原来的岗位';
  throw new Problem('identity.separation', 'conflict', say);
}
