/** 角色: in what capacity a person or machine acts; one active role at a time. */
export const ROLES = [
  'citizen',
  'agent',
  'enterprise',
  'partner',
  'clerk',
  'approver',
  'head',
  'dispatcher',
  'operator',
  'spokesperson',
  'hall-manager',
  'supervisor',
  'auditor',
  'admin',
  'security-admin',
  'worker',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts; `actsFor` names the person or company an agent, enterprise user or partner stands for. */
export type Actor = { readonly id: string; readonly role: Role; readonly actsFor?: string };

/** The side of the counter that applies: these roles touch only the cases of their own applicant. */
export const APPLICANT_SIDE: readonly Role[] = ['citizen', 'agent', 'enterprise', 'partner'];

/** Whether the actor applies for this applicant, in person or by mandate. */
export function standsFor(actor: Actor, applicantId: string): boolean {
  return actor.role === 'citizen' ? actor.id === applicantId : actor.actsFor === applicantId;
}
