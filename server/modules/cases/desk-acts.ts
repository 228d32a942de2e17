import { shanghaiDay } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { actorOf } from './actors.ts';
import type { DeskDeps } from './desk.ts';
import { replyBy } from './desk-view.ts';
import { worker } from './ledger.ts';
import { defectLine, noticeOf, sideOf } from './marks.ts';
import type { OpenCase } from './model.ts';
import { roleFor, stepFor } from './permitted.ts';
import { remediesOf } from './remedies.ts';
import { slotName } from './slots.ts';

type Refused = { caller: SignedIn; reason: string; basis: string };
type Stepped = { caller: SignedIn; step: string; verdict: 'pass' | 'return'; note: string };

/** What each act of the desk does to a case once it is allowed: commands, papers, and what follows by itself. */
export function createDeskActs(deps: DeskDeps) {
  const { ledger, sealing, accepting, results, clock, calendar } = deps;
  const nameOf = async (tx: Tx, open: OpenCase) =>
    (await deps.identity.inTransaction(tx, open.row.person_id)).name;
  const refusalOf = (open: OpenCase, { reason, basis }: Refused) => ({
    reason: reason.trim(),
    basis: basis
      .split(/[；;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    remedies: remediesOf(open.edition),
  });
  const decided = async (tx: Tx, open: OpenCase, kind: 'grant' | 'refusal') =>
    results.conclude(tx, await sealing.seal(tx, open, { kind, addressee: await nameOf(tx, open) }));

  return {
    ...createTaking(deps),
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
      const paper = { kind: 'correction', addressee: await nameOf(tx, open), rows } as const;
      return sealing.seal(tx, { ...told, row: { ...told.row, defects } }, paper);
    },
    async turnAway(tx: Tx, open: OpenCase, given: Refused): Promise<OpenCase> {
      const refusal = refusalOf(open, given);
      const by = actorOf(given.caller);
      const turned = await ledger.give(tx, open, { type: 'not-accept', by, refusal });
      return sealing.seal(tx, turned, { kind: 'non-acceptance', addressee: await nameOf(tx, open) });
    },
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

/** 领取: a clerk takes up the intake, a reviewer the step or the decision that is open to them. */
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
        why: step === undefined ? '领取作决定' : `领取${step.name.zh}环节`,
      };
      return ledger.give(tx, mine, { type: 'assign', by: worker, assignment });
    },
  };
}
