import { REFUSALS } from '@tongban/casework';
import { Problem } from '@tongban/kernel';
import { type Caller, can, type SignedIn } from '../../platform/index.ts';
import { refused } from './ledger.ts';

/** What decides who may reach a case. */
type Reachable = { branch: string; item: string; applicantId: string };

/** Which cases a list may show: those of a branch and below, of some items, seen by one person. */
export type Reach = { branch: string; items?: readonly string[]; personId: string };

/**
 * 角色 × 辖区 × 指派: staff reach cases of their own branch and below, of the items their post handles; applicants reach
 * their own cases alone. So says the policy.
 */
export function mayReach(caller: Caller, { branch, item, applicantId }: Reachable): boolean {
  return can(caller, 'read', { kind: 'case', branch, item, ownerId: applicantId }).allow;
}

/** How far the post of this caller reaches; without a post in force nothing is shown. */
export function reachOf(caller: SignedIn): Reach {
  const { filter } = can(caller, 'read', { kind: 'case' });
  if (filter.rows !== 'branch') throw new Problem('cases.no-post', 'forbidden', '先选一个岗位再看待办');
  const { branch, items } = filter;
  return { branch, personId: caller.personId, ...(items === undefined ? {} : { items }) };
}

/** 本人回避: whether a member of staff is the applicant, as themselves or as the citizen their account says they are. */
export function isOwnCase(
  staff: Pick<Caller, 'personId' | 'citizenId'>,
  { person_id: applicantId }: { person_id: string },
): boolean {
  return staff.personId === applicantId || staff.citizenId === applicantId;
}

/** Why nobody acts on what they applied for themselves, or had an agent apply for. */
export const OWN = { why: 'own-case', message: REFUSALS['own-case'].zh } as const;

/** Refuses a member of staff the case that is their own. */
export function refuseOwn(staff: Caller, { row }: { row: { person_id: string } }): void {
  if (isOwnCase(staff, row)) throw refused(OWN);
}

/** For whom an applicant acts: an agent for their principal, everyone else for themselves. */
function findApplicant(caller: Caller): string | undefined {
  return caller.role === 'agent' ? caller.principalId : caller.personId;
}

/** For whom an applicant acts; an agent without a mandate is refused. */
export function applicantOf(caller: SignedIn): string {
  const applicant = findApplicant(caller);
  if (applicant !== undefined) return applicant;
  throw new Problem('cases.no-mandate', 'forbidden', '先选您替谁办，没有委托的先请对方授权');
}
