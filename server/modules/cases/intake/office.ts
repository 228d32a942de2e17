import { Problem } from '@tongban/kernel';
import type { SignedIn } from '../../../platform/index.ts';
import { isWithin, type Offices, type Organisation } from '../../offices/index.ts';
import { mayReach } from '../rules.ts';

type Asked = { division: string; item: string; applicantId: string };

/** The organisation a clerk's post belongs to. */
export function ownOffice(
  offices: Pick<Offices, 'organisations'>,
  { assignment }: SignedIn,
): Organisation | undefined {
  return offices.organisations().find(({ branch }) => branch === assignment?.branch);
}

/**
 * 收件机构: which office takes in an application at this window: the one competent for the division where the window
 * belongs to it, else the window's own where it lies inside the division. What this post does not take is refused.
 */
export function officeAt(offices: Offices, caller: SignedIn, asked: Asked): Organisation {
  const { division, item, applicantId } = asked;
  const competent = offices.intakeFor(division);
  const own = ownOffice(offices, caller);
  const within = competent !== undefined && isWithin(competent.branch, caller.assignment?.branch ?? '');
  const inside = own?.covers.some((code) => code.startsWith(division)) === true;
  const office = within ? competent : inside ? own : undefined;
  if (office === undefined || !mayReach(caller, { branch: office.branch, item, applicantId })) {
    throw new Problem('intake.not-here', 'conflict', '您的岗位不收这件事，请能收的窗口办理');
  }
  return office;
}
