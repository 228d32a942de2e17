import type { Role } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Caller, SignedIn } from '../../platform/index.ts';
import { isWithin } from '../offices/index.ts';

/** What decides who may reach a case. */
type Reachable = { branch: string; item: string; applicantId: string };

const readers: readonly Role[] = ['clerk', 'approver', 'dispatcher', 'supervisor'];
const applicants: readonly Role[] = ['citizen', 'agent', 'enterprise'];

/**
 * 角色 × 辖区 × 指派: staff reach cases of their own branch and below, of the items their post handles; applicants reach
 * their own cases alone. Whoever is not named here reaches none.
 */
export function mayReach(caller: Caller, held: Reachable): boolean {
  if (applicants.includes(caller.role)) return findApplicant(caller) === held.applicantId;
  const { assignment } = caller;
  if (caller.personId === undefined || assignment === undefined || !readers.includes(caller.role))
    return false;
  const takesItem = assignment.items === undefined || assignment.items.includes(held.item);
  return takesItem && isWithin(held.branch, assignment.branch);
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
