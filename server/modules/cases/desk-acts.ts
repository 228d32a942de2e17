import type { Limit, WorkingCalendar } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import type { Accepting } from './accepting.ts';
import { actorOf } from './actors.ts';
import type { DecisionWish } from './deciding.ts';
import { replyBy } from './desk-view.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import type { Holding } from './holding.ts';
import type { Pickups } from './issue/pickups.ts';
import { type Ledger, worker } from './ledger.ts';
import { defectLine, noticeOf, sideOf } from './marks.ts';
import type { OpenCase } from './model.ts';
import type { Notes } from './notes.ts';
import { roleFor, stepFor } from './permitted.ts';
import type { Results } from './results.ts';
import type { Sealing } from './sealing.ts';
import type { Situations } from './situation.ts';
import { slotName } from './slots.ts';
import type { CaseStore } from './store/cases.ts';

/** What the desk works with. */
export type DeskDeps = Pick<Platform, 'clock'> & {
  store: CaseStore;
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  accepting: Accepting;
  results: Results;
  pickups: Pickups;
  holding: Holding;
  dispatcher: Pick<Dispatcher, 'follow'>;
  notes: Notes;
  offices: Offices;
  catalogue: Catalogue;
  identity: Pick<Identity, 'persons' | 'inTransaction'>;
  files: Pick<Files, 'papers'>;
  licences: Pick<Licences, 'use' | 'photo'>;
  payments: Pick<Payments, 'stateOf'>;
  calendar: WorkingCalendar;
  replyWithin: Limit;
};
type Stepped = { caller: SignedIn; step: string; verdict: 'pass' | 'return'; note: string };

export type DeskActs = ReturnType<typeof createDeskActs>;

/** What each act of the desk does to a case once it is allowed: commands, papers, and what follows by itself. */
export function createDeskActs(deps: DeskDeps) {
  const { ledger, accepting, results, holding, dispatcher } = deps;
  return {
    ...createTaking(deps),
    ...createTelling(deps),
    async passStep(tx: Tx, open: OpenCase, { caller, step, verdict, note }: Stepped): Promise<OpenCase> {
      const role = open.plan.steps.find(({ id }) => id === step)?.role;
      const by = actorOf(caller, role ?? roleFor(open, caller));
      const wish =
        verdict === 'pass'
          ? ({ type: 'pass-step', by, step, opinion: note } as const)
          : ({ type: 'return-step', by, step, reason: note } as const);
      return dispatcher.follow(tx, await ledger.give(tx, open, wish));
    },
    decide: (tx: Tx, open: OpenCase, wish: DecisionWish) => holding.hold(tx, open, wish),
    finish: (tx: Tx, open: OpenCase, { personId: id }: SignedIn) =>
      results.finish(tx, open, { by: { id, role: 'clerk' } }),
    async handOver(tx: Tx, open: OpenCase, { caller, to }: { caller: SignedIn; to: string }) {
      await deps.pickups.end(tx, open);
      return ledger.give(tx, open, { type: 'hand-over', by: actorOf(caller), to: to.trim() });
    },
    accept: (tx: Tx, open: OpenCase, caller: SignedIn) =>
      accepting.accept(tx, open, { by: actorOf(caller), present: false }),
  };
}

/** 告知: what the applicant is told to mend, everything in one notice. */
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
  };
}

async function nameOf({ identity }: DeskDeps, tx: Tx, { row }: OpenCase): Promise<string> {
  return (await identity.inTransaction(tx, row.person_id)).name;
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
        why: claimedFor(open, step?.name.zh),
      };
      return ledger.give(tx, mine, { type: 'assign', by: worker, assignment });
    },
  };
}

function claimedFor({ state }: OpenCase, step: string | undefined): string {
  if (state.status === 'special-procedure') return '认领，等特别程序结束';
  return step === undefined ? '认领，作决定' : `认领${step}环节`;
}
