import { type Action, type Actor, APPLICANT_SIDE, type Role } from '@tongban/casework';
import { Problem } from '@tongban/kernel';
import type { SignedIn } from '../../platform/index.ts';
import { applicantOf } from './rules.ts';

/**
 * Who acts, as casework knows them. A post marked as head acts as `head` where the step asks for one;
 * the role stays approver everywhere else.
 */
export function actorOf(caller: SignedIn, wanted?: Role): Actor {
  const { personId: id, role } = caller;
  switch (role) {
    case 'citizen':
      return { id, role };
    case 'agent':
    case 'enterprise':
      return { id, role, actsFor: applicantOf(caller) };
    case 'approver':
      return { id, role: wanted === 'head' && caller.assignment?.head === true ? 'head' : role };
    case 'clerk':
    case 'dispatcher':
    case 'supervisor':
      return { id, role };
    case 'anyone':
    case 'operator':
    case 'spokesperson':
    case 'hall-manager':
    case 'auditor':
    case 'admin':
    case 'security-admin':
    case 'partner':
      throw new Problem('cases.role', 'forbidden', '您的岗位不办理办件');
  }
}

/** Whether the side of the counter that applies did it; a clerk who filed for somebody is a clerk. */
export function isApplicants({ by }: Pick<Action, 'by'>): boolean {
  return APPLICANT_SIDE.includes(by.role);
}
