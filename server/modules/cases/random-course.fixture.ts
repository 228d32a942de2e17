import { type Action, type Actor, type CaseState, type CommandType, may, planOf } from '@tongban/casework';
import { casesRoutes, caseWorkRoutes, type DeskCase, deskRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import type { SignedIn } from '../../platform/index.ts';
import { defectMark, type KayakHouse, okMark } from './kayak-house.fixture.ts';

/** One thing somebody tries to do with a case, by the command the desk knows it under. */
export type Try = {
  command: string;
  /** What it means to casework; undefined where casework has no say. */
  means: CommandType | undefined;
  by: 'staff' | 'applicant';
  act: (at: At) => Promise<unknown>;
};
type At = { house: KayakHouse; caller: SignedIn; number: string; version: number; step: string };

const said = '皮划艇没有编号';
const at = ({ number }: At) => ({ params: { case: number } });
const doing =
  (route: (typeof deskRoutes)['claim'], more: object = {}): Try['act'] =>
  (place) =>
    place.house.as(place.caller)(route, { ...at(place), body: { version: place.version, ...more } });
/** Every route that takes a version is called alike. */
const as = (route: unknown) => route as (typeof deskRoutes)['claim'];
const staff = (command: string, means: CommandType | undefined, act: Try['act']): Try => ({
  ...{ command, means, by: 'staff', act },
});
const applicant = (command: string, means: CommandType | undefined, act: Try['act']): Try => ({
  ...{ command, means, by: 'applicant', act },
});
const passing =
  (verdict: 'pass' | 'return'): Try['act'] =>
  (place) =>
    doing(as(deskRoutes.passStep), { step: place.step, verdict, note: '看过了' })(place);

/** Everything people can try. */
export const tries: readonly Try[] = [
  staff('claim', undefined, doing(deskRoutes.claim)),
  staff('mark', undefined, ({ house, caller, number }) => house.mark(caller, number, [okMark])),
  staff('mark-defect', undefined, ({ house, caller, number }) => house.mark(caller, number, [defectMark])),
  staff('request-correction', 'request-correction', doing(as(deskRoutes.notify))),
  staff('accept', 'accept', doing(as(deskRoutes.accept))),
  staff('not-accept', 'not-accept', doing(as(deskRoutes.turnAway), { reason: said, basis: '办法第三条' })),
  staff('pass-step', 'pass-step', passing('pass')),
  staff('return-step', 'return-step', passing('return')),
  staff('grant', 'grant', doing(as(deskRoutes.decide), { verdict: 'grant' })),
  staff(
    'refuse',
    'refuse',
    doing(as(deskRoutes.decide), { verdict: 'refuse', reason: said, basis: '第三条' }),
  ),
  staff(
    'start-special-procedure',
    'start-special-procedure',
    doing(as(caseWorkRoutes.startProcedure), { procedure: 'float-test', reason: said }),
  ),
  staff(
    'end-special-procedure',
    'end-special-procedure',
    doing(as(caseWorkRoutes.endProcedure), { result: '浮得住' + '了' }),
  ),
  staff(
    'request-extension',
    'request-extension',
    doing(as(caseWorkRoutes.requestExtension), { procedure: 'longer', days: 3, reason: said }),
  ),
  staff(
    'decide-extension',
    'approve-extension',
    doing(as(caseWorkRoutes.decideExtension), { verdict: 'approve' }),
  ),
  staff(
    'decide-extension',
    'decline-extension',
    doing(as(caseWorkRoutes.decideExtension), { verdict: 'decline', reason: said }),
  ),
  staff('return', 'return', doing(as(caseWorkRoutes.giveBack), { reason: said })),
  staff('forward', 'forward', doing(as(caseWorkRoutes.forward), { to: '示例·海事处', reason: said })),
  staff('ask', 'ask', doing(as(caseWorkRoutes.ask), { need: 'confirm', detail: '确认艇长' })),
  staff('settle-ask', 'settle-ask', doing(as(caseWorkRoutes.settleAsk), { need: 'confirm' })),
  staff('finish-production', 'finish-production', doing(as(deskRoutes.finish))),
  staff('hand-over', 'hand-over', doing(as(deskRoutes.handOver), { receivedBy: '本人' })),
  applicant('mend', undefined, async (place) => {
    const { house, caller, number } = place;
    const files = [await house.upload(caller)];
    const params = { case: number, material: 'identity-card' };
    return house.as(caller)(casesRoutes.mend, { params, body: { files } });
  }),
  applicant('resubmit', 'resubmit', (place) => place.house.as(place.caller)(casesRoutes.resubmit, at(place))),
  applicant('confirm', 'settle-ask', (place) => place.house.as(place.caller)(casesRoutes.confirm, at(place))),
  applicant('urge', undefined, (place) =>
    place.house.as(place.caller)(casesRoutes.urge, { ...at(place), body: {} }),
  ),
  applicant('withdraw', 'withdraw', (place) =>
    place.house.as(place.caller)(casesRoutes.withdraw, { ...at(place), body: { reason: '' } }),
  ),
];

/** What the database holds of a case: its actions, opened, and its row. */
export async function keptOf({ db, platform, catalogue }: KayakHouse, number: string) {
  const { rows } = await sql<Row>`select * from cases.case where case_number = ${number}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`${number} is not kept`);
  const kept = await sql<{ seq: number; sealed: Buffer }>`select seq, sealed from cases.action
    where case_id = ${row.case_id} order by seq`.execute(db);
  const place = (seq: number) => `cases.action.sealed|${row.case_id}|${seq}`;
  const actions = kept.rows.map(
    ({ seq, sealed }): Action => JSON.parse(platform.vault.open(place(seq), sealed)),
  );
  const { folder } = await catalogue.edition(row.edition_id);
  const { sealed: _sealed, ...shown } = row;
  return { actions, plan: planOf(folder.item), row: JSON.stringify(shown), state: row.state };
}
type Row = { case_id: string; edition_id: string; state: string; sealed: Buffer };

/** Whether casework lets this person do it in this state, as what they are or as the head they are. */
export function caseworkLets(
  state: CaseState,
  { means, step }: { means: CommandType | undefined; step: string },
  { caller, plan }: { caller: SignedIn; plan: ReturnType<typeof planOf> },
): boolean {
  if (means === undefined) return true;
  const named = means === 'pass-step' || means === 'return-step' ? { step } : {};
  const roles: Actor['role'][] = caller.assignment?.head === true ? ['approver', 'head'] : [roleOf(caller)];
  return roles.some(
    (role) => may(state, { type: means, by: { id: caller.personId, role }, ...named }, plan).ok,
  );
}

function roleOf({ role }: SignedIn): Actor['role'] {
  return role === 'clerk' || role === 'approver' || role === 'supervisor' ? role : 'citizen';
}

/** What the desk tells somebody they may do. */
export function permittedIn({ permitted }: DeskCase): string[] {
  return permitted.filter(({ may }) => may).map(({ command }) => command);
}
