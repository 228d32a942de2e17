import type { CodeSent, Session } from '@tongban/contract';
import { maskPhone, Problem, shanghaiDay } from '@tongban/kernel';
import { endStreams, type Platform, type SignedIn, type Tx } from '../../platform/index.ts';
import { createAccounts } from './accounts.ts';
import { createCodes } from './codes.ts';
import { createCounting } from './counting.ts';
import { createMeeting, registered } from './meeting.ts';
import { createPeople } from './people.ts';
import type { PopulationRegister } from './ports/population-register.ts';
import type { SmsGateway } from './ports/sms.ts';
import { createPosts } from './posts.ts';
import { createRelations } from './relations.ts';
import { faultsOf, refuseFaults, tidyPhone } from './rules.ts';
import { createSelves } from './selves.ts';
import { assignmentOf, citizenSession } from './session-view.ts';
import { createEnding, createSessions } from './sessions.ts';
import { createStaff } from './staff.ts';
import { type Credentials, createStaffSignIn } from './staff-sign-in.ts';
import { createAccountStore } from './store/accounts.ts';
import { createAdministrationStore } from './store/administration.ts';
import { createCodeStore } from './store/codes.ts';
import { createPeopleStore } from './store/people.ts';
import { createSessionStore } from './store/sessions.ts';
import { createStaffStore } from './store/staff.ts';

export type IdentityPorts = { sms: SmsGateway; register: PopulationRegister };
type Deps = Pick<Platform, 'db' | 'clock' | 'vault'> & { ports: IdentityPorts };
type SignIn = { phone: string; code: string; name: string; citizenNumber: string };
export type Opened = { session: Session; token: string };
export type Identity = ReturnType<typeof createIdentity>;

/** 身份: who people are, how they sign in, and from which post staff act. */
export function createIdentity(deps: Deps) {
  const parts = createParts(deps);
  const use = createSessionUse(parts);
  return {
    ...parts.people,
    ...parts.accounts,
    ...parts.posts,
    ...parts.staff,
    ...parts.selves,
    ...createRelations(deps.db),
    ...createCounting(deps.db),
    identify: parts.sessions.identify,
    ...createSignIn(parts),
    ...createMeeting(parts),
    ...use,
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts({ db, clock, vault, ports }: Deps) {
  const peopleStore = createPeopleStore(db);
  const accountStore = createAccountStore(db);
  const sessionStore = createSessionStore(db);
  const selves = createSelves({ vault, accounts: accountStore, people: peopleStore });
  return {
    clock,
    selves,
    register: ports.register,
    accountStore,
    sessionStore,
    people: createPeople({ clock, vault, store: peopleStore }),
    accounts: createAccounts({ clock, vault, people: peopleStore, accounts: accountStore }),
    sessions: createSessions({ store: sessionStore, clock, selves }),
    posts: createPosts({ clock, administration: createAdministrationStore(db), sessions: sessionStore }),
    staff: createStaff({ clock, store: createStaffStore(db) }),
    codes: createCodes({ db, store: createCodeStore(db), vault, sms: ports.sms, clock }),
    checkStaff: createStaffSignIn({ db, store: accountStore, vault, clock }),
  };
}

function createSignIn({ clock, register, accountStore, people, sessions, codes, checkStaff }: Parts) {
  return {
    async sendCode(tx: Tx, typedPhone: string): Promise<CodeSent> {
      refuseFaults(faultsOf({ phone: typedPhone }));
      const phone = tidyPhone(typedPhone);
      const { expiresAt, ...sent } = await codes.send(tx, phone);
      return { sentTo: maskPhone(phone), expiresAt: expiresAt.toISOString(), ...sent };
    },
    async signInCitizen(tx: Tx, typed: SignIn): Promise<Opened> {
      refuseFaults(faultsOf(typed));
      const phone = tidyPhone(typed.phone);
      await codes.use(phone, typed.code.normalize('NFKC').trim());
      const division = await registered(register, typed);
      const personId = await people.enrolCitizen(tx, { ...typed, phone, ...division });
      const { token, expiresAt } = await sessions.open(tx, { personId, kind: 'citizen' });
      return { token, session: citizenSession(await people.inTransaction(tx, personId), expiresAt) };
    },
    async signInStaff(tx: Tx, given: Credentials): Promise<Opened> {
      const personId = await checkStaff(given);
      const [first] = await accountStore.assignments(personId, shanghaiDay(clock()));
      const assignmentId = first?.assignment_id;
      const { token, expiresAt } = await sessions.open(tx, {
        personId,
        kind: 'staff',
        ...(assignmentId === undefined ? {} : { assignmentId }),
      });
      return {
        token,
        session: await staffSession({ clock, accountStore, people }, { personId, assignmentId, expiresAt }),
      };
    },
  };
}

function createSessionUse(parts: Parts) {
  const { clock, accountStore, sessionStore, people } = parts;
  return {
    async chooseAssignment(tx: Tx, caller: SignedIn, assignmentId: string): Promise<Session> {
      const { personId } = caller;
      const mine = await accountStore.assignments(personId, shanghaiDay(clock()));
      const session = await sessionStore.session(caller.sessionId ?? '');
      if (session === undefined || !mine.some((one) => one.assignment_id === assignmentId)) {
        throw new Problem('identity.assignment', 'missing', '没有这个岗位，或任期已过');
      }
      await sessionStore.actFrom(tx, session.session_id, assignmentId);
      // What was being told to the holder of the post before is not for this one.
      await endStreams(tx, [session.session_id]);
      return staffSession(parts, { personId, assignmentId, expiresAt: session.expires_at });
    },
    async session(caller: { personId?: string; sessionId?: string }): Promise<Session> {
      const { personId, sessionId } = caller;
      if (personId === undefined || sessionId === undefined) return { kind: 'anyone' };
      const session = await sessionStore.session(sessionId);
      if (session === undefined) return { kind: 'anyone' };
      const { assignment_id: assignmentId, expires_at: expiresAt } = session;
      if (session.kind === 'citizen') return citizenSession(await people.person(personId), expiresAt);
      return staffSession(parts, { personId, assignmentId, expiresAt });
    },
    signOut: (tx: Tx, session: string) => createEnding(sessionStore, clock)(tx, { session }),
  };
}

type Open = { personId: string; assignmentId: string | undefined; expiresAt: Date };

async function staffSession(
  { clock, accountStore, people }: Pick<Parts, 'clock' | 'accountStore' | 'people'>,
  { personId, assignmentId, expiresAt }: Open,
): Promise<Session> {
  const { name } = await people.person(personId);
  const assignments = (await accountStore.assignments(personId, shanghaiDay(clock()))).map(assignmentOf);
  const assignment = assignments.find((one) => one.id === assignmentId);
  return {
    kind: 'staff',
    personId,
    name,
    ...(assignment === undefined ? {} : { assignment }),
    assignments,
    expiresAt: expiresAt.toISOString(),
  };
}
