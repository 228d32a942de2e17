import type { Limit, WorkingCalendar } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Accepting } from './accepting.ts';
import { actorOf } from './actors.ts';
import { replyBy } from './desk-view.ts';
import type { Ledger } from './ledger.ts';
import { worker } from './ledger.ts';
import { defectLine, noticeOf, sideOf } from './marks.ts';
import type { OpenCase } from './model.ts';
import { roleFor, stepFor } from './permitted.ts';
import { remediesOf } from './remedies.ts';
import type { Results } from './results.ts';
import type { Sealing } from './sealing.ts';
import type { Situations } from './situation.ts';
import { slotName } from './slots.ts';
import type { CaseStore } from './store/cases.ts';
import type { TaskStore } from './store/tasks.ts';

/** What the desk works with. */
export type DeskDeps = Pick<Platform, 'clock'> & {
  store: CaseStore;
  tasks: TaskStore;
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  accepting: Accepting;
  results: Results;
  offices: Offices;
  catalogue: Catalogue;
  identity: Pick<Identity, 'persons' | 'inTransaction'>;
  files: Pick<Files, 'papers'>;
  calendar: WorkingCalendar;
  replyWithin: Limit;
};
type Refused = { caller: SignedIn; reason: string; basis: string };
type Stepped = { caller: SignedIn; step: string; verdict: 'pass' | 'return'; note: string };

/** What each act of the desk does to a case once it is allowed: commands, papers, and what follows by itself. */
export function createDeskActs(deps: DeskDeps) {
  const { ledger, sealing, accepting, results } = deps;
  const decided = async (tx: Tx, open: OpenCase, kind: 'grant' | 'refusal') =>
    results.conclude(tx, await sealing.seal(tx, open, { kind, addressee: await nameOf(deps, tx, open) }));

  return {
    ...createTaking(deps),
    ...createTelling(deps),
    async passStep(tx: Tx, open: OpenCase, { caller, step, verdict, note }: Stepped): Promise<OpenCase> {
      const role = open.plan.steps.find(({ id }) => id === step)?.role;
      const by = actorOf(caller, role ?? roleFor(open, caller));
      if (verdict === 'pass') return ledger.give(tx, open, { type: 'pass-step', by, step, opinion: note });
      return ledger.give(tx, open, { type: 'return-step', by, step, reason: note });
    },
    async grant(tx: Tx, open: OpenCase, caller: SignedIn): Promise<OpenCase> {
      const by = actorOf(caller, roleFor(open, caller));
      return decided(tx, await ledger.give(tx, open, { type: 'grant', by }), 'grant');
    },
    async refuse(tx: Tx, open: OpenCase, given: Refused): Promise<OpenCase> {
      const by = actorOf(given.caller, roleFor(open, given.caller));
      const refusal = refusalOf(open, given);
      return decided(tx, await ledger.give(tx, open, { type: 'refuse', by, refusal }), 'refusal');
    },
    finish: (tx: Tx, open: OpenCase, { personId: id }: SignedIn) =>
      results.finish(tx, open, { id, role: 'clerk' }),
    handOver: (tx: Tx, open: OpenCase, { caller, to }: { caller: SignedIn; to: string }) =>
      ledger.give(tx, open, { type: 'hand-over', by: actorOf(caller), to: to.trim() }),
    accept: (tx: Tx, open: OpenCase, caller: SignedIn) => accepting.accept(tx, open, actorOf(caller)),
  };
}

/** 告知: what the applicant is told of their papers before acceptance: what to mend, or that it is not accepted. */
function createTelling(deps: DeskDeps) {
  const { ledger, sealing, clock, calendar } = deps;
  return {
    async notify(tx: Tx, open: OpenCase, caller: SignedIn): Promise<OpenCase> {
      const defects = noticeOf(open, sideOf(open));
      const told = await ledger.give(tx, open, {
        type: 'request-correction',
        by: actorOf(caller),
        missing: defects.map((defect) => ({
          materialId: defect.material,
          ...(defect.checkpoint === undefined ? {} : { checkpointId: defect.checkpoint }),
          what: defectLine(open, defect),
        })),
        replyBy: replyBy(calendar, shanghaiDay(clock()), deps.replyWithin),
      });
      const rows = defects.map((defect) => ({ label: slotName(open.edition, defect).zh, value: defect.say }));
      const paper = { kind: 'correction', addressee: await nameOf(deps, tx, open), rows } as const;
      return sealing.seal(tx, { ...told, row: { ...told.row, defects } }, paper);
    },
    async turnAway(tx: Tx, open: OpenCase, given: Refused): Promise<OpenCase> {
      const refusal = refusalOf(open, given);
      const by = actorOf(given.caller);
      const turned = await ledger.give(tx, open, { type: 'not-accept', by, refusal });
      return sealing.seal(tx, turned, { kind: 'non-acceptance', addressee: await nameOf(deps, tx, open) });
    },
  };
}

async function nameOf({ identity }: DeskDeps, tx: Tx, { row }: OpenCase): Promise<string> {
  return (await identity.inTransaction(tx, row.person_id)).name;
}

/** A refusal with everything the law wants in it; the remedies are those of the item. */
function refusalOf({ edition }: OpenCase, { reason, basis }: Refused) {
  const laws = basis.split(/[；;\n]/).map((one) => one.trim());
  return { reason: reason.trim(), basis: laws.filter(Boolean), remedies: remediesOf(edition) };
}

/** 认领: a clerk takes up the intake, a reviewer the step or the decision that is open to them. */
function createTaking({ ledger }: DeskDeps) {
  return {
    async claim(tx: Tx, open: OpenCase, caller: SignedIn): Promise<OpenCase> {
      const mine = { ...open, row: { ...open.row, holder_id: caller.personId } };
      if (open.row.holder_id === caller.personId || open.state.status === 'pre-review') return mine;
      if (open.state.status === 'submitted') {
        return ledger.give(tx, mine, { type: 'pre-review', by: actorOf(caller) });
      }
      const step = stepFor(open, caller);
      const assignment = {
        unit: open.row.branch,
        reviewerId: caller.personId,
        why: step === undefined ? '认领，作决定' : `认领${step.name.zh}环节`,
      };
      return ledger.give(tx, mine, { type: 'assign', by: worker, assignment });
    },
  };
}
