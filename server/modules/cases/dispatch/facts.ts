import { barredFrom, type DeskRole, type DispatchUnit, stepToGive } from '@tongban/casework';
import type { DispatchRules } from '@tongban/catalogue/author';
import type { StaffPost } from '../../identity/index.ts';
import { isWithin, type Offices } from '../../offices/index.ts';
import type { OpenCase } from '../model.ts';
import { isOwnCase } from '../rules.ts';

/** What the rules ask of a case. */
export function aboutCase(open: OpenCase, role: DeskRole, lines: DispatchRules['lines']) {
  const { row, state, content } = open;
  const { line, hall } = open.edition.folder.item;
  return {
    ...{ item: row.item, line, lineName: lines[line], skills: hall.skills, division: row.division, role },
    facts: Object.fromEntries(content.answers),
    channel: state.status === 'none' ? 'web' : state.file.channel,
  };
}

/** Whom the case wants now: a clerk at intake, later whoever the open step names. */
export function roleToGive(open: OpenCase): DeskRole | undefined {
  if (isAtIntake(open)) return 'clerk';
  const role = stepToGive(open.state, open.plan)?.role;
  return role === 'clerk' || role === 'approver' || role === 'head' ? role : undefined;
}

/** The units a case may go to: its own and those above it, nearest first; whoever works elsewhere could not open it. */
export function unitsOf(
  { row }: OpenCase,
  offices: Pick<Offices, 'organisations'>,
): [DispatchUnit, ...DispatchUnit[]] {
  const [own, ...above] = offices
    .organisations()
    .filter(({ branch }) => isWithin(row.branch, branch))
    .toSorted((one, other) => other.branch.length - one.branch.length)
    .map(({ id, name, kind, branch, decides = [] }) => ({ id, name, kind, branch, decides }));
  // A case keeps its branch even when the office has since left the tree.
  const lone = { id: row.office, name: '本单位', kind: '', branch: row.branch, decides: 'all' } as const;
  return [own ?? lone, ...above];
}

export function isAtIntake({ state }: OpenCase): boolean {
  return state.status === 'submitted' || state.status === 'pre-review';
}

/** Why a person may not be given the case as it stands; undefined when they may. */
export function barredFromCase(
  open: OpenCase,
  post: Pick<StaffPost, 'personId' | 'citizenId'>,
): string | undefined {
  const { row, state, plan } = open;
  const { personId } = post;
  if (isOwnCase(post, row) || row.filed_by === personId) return '是申请人或代办人本人';
  const step = stepToGive(state, plan);
  return step === undefined ? undefined : barredFrom(state, step, personId);
}
