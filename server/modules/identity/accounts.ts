import type { Role } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { newId, type Tx, type Vault } from '../../platform/index.ts';
import { sealedNumber } from './selves.ts';
import { hashPassword } from './staff-sign-in.ts';
import type { AccountStore } from './store/accounts.ts';
import type { PeopleStore } from './store/people.ts';

/** An account to be opened, with its posts; the first one is active after sign-in. */
export type NewStaff = {
  name: string;
  login: string;
  staffNumber: string;
  password: string;
  totpSecret: string;
  /** 本人公民身份号码: by which the house knows what they apply for themselves. */
  citizenNumber?: string;
  assignments: readonly NewPost[];
};
type NewPost = {
  role: Role;
  office: string;
  officeName: string;
  branch: string;
  hall?: string;
  window?: string;
  items?: string[];
  /** 批准负责人: may pass and decide the steps of role head. */
  head?: boolean;
};

type Deps = { clock: () => Date; vault: Vault; people: PeopleStore; accounts: AccountStore };

/** 账号: staff accounts and the posts they may act from. */
export function createAccounts({ clock, vault, people, accounts }: Deps) {
  return {
    hasAccount: (login: string) => accounts.hasAccount(login),
    /** Opens an account for a member of staff with the posts they may act from. */
    async enrolStaff(tx: Tx, staff: NewStaff): Promise<string> {
      const personId = newId();
      await people.insertPerson(tx, {
        person_id: personId,
        kind: 'staff',
        name: staff.name,
        created_at: clock(),
      });
      await accounts.insertAccount(tx, {
        person_id: personId,
        login: staff.login,
        staff_number: staff.staffNumber,
        password_hash: await hashPassword(staff.password),
        totp_secret: vault.seal(`identity.account.totp|${personId}`, staff.totpSecret),
        ...numberOf(vault, personId, staff.citizenNumber),
      });
      for (const [position, post] of staff.assignments.entries()) {
        await accounts.insertAssignment(tx, { person_id: personId, position, ...rowOf(post) });
      }
      return personId;
    },
  };
}

function numberOf(vault: Vault, personId: string, typed: string | undefined) {
  if (typed === undefined) return {};
  const number = sealedNumber(vault, personId, typed);
  if (!number.ok) throw new Problem('identity.citizen-number', 'invalid', number.message);
  return number.sealed;
}

function rowOf(post: NewPost) {
  return {
    role: post.role,
    office: post.office,
    office_name: post.officeName,
    branch: post.branch,
    ...(post.hall === undefined ? {} : { hall: post.hall }),
    ...(post.window === undefined ? {} : { window_id: post.window }),
    ...(post.head === undefined ? {} : { head: post.head }),
    ...(post.items === undefined ? {} : { items: post.items }),
  };
}
