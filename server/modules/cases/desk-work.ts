import type { DeskCase } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { actorOf } from './actors.ts';
import { type Acting, refuseUnlessMay } from './desk-acting.ts';
import type { DeskDeps } from './desk-acts.ts';
import type { Finding, Named, Seen } from './desk-find.ts';
import type { DeskView } from './desk-view.ts';
import type { OpenCase } from './model.ts';
import { roleFor } from './permitted.ts';
import { limitText } from './sealing.ts';

type Tools = { act: Acting; find: Finding; view: DeskView };
type Need = 'pay' | 'visit' | 'confirm';

/** 办理: what may be done with a case under review besides passing a step and deciding. */
export function createDeskWork(deps: DeskDeps, tools: Tools) {
  const { ledger, holding } = deps;
  const { act } = tools;
  return {
    ...createProcedures(deps, tools),
    ...createAside(deps, tools),
    giveBack: (tx: Tx, caller: SignedIn, { reason, ...seen }: Seen & { reason: string }) =>
      act(tx, caller, {
        ...{ ...seen, command: 'return' },
        work: (open) => holding.hold(tx, open, { caller, verdict: 'return', reason }),
      }),
    forward: (tx: Tx, caller: SignedIn, { to, reason, ...seen }: Seen & { to: string; reason: string }) =>
      act(tx, caller, {
        ...{ ...seen, command: 'forward' },
        work: (open) => holding.hold(tx, open, { caller, verdict: 'forward', to, reason }),
      }),
    ask: (tx: Tx, caller: SignedIn, { need, detail, ...seen }: Seen & { need: Need; detail: string }) =>
      act(tx, caller, {
        ...{ ...seen, command: 'ask' },
        work: (open) =>
          ledger.give(tx, open, { type: 'ask', by: actorOf(caller), need, detail: detail.trim() }),
      }),
    settleAsk: (tx: Tx, caller: SignedIn, { need, ...seen }: Seen & { need: Need }) =>
      act(tx, caller, {
        ...{ ...seen, command: 'settle-ask' },
        work: (open) => ledger.give(tx, open, { type: 'settle-ask', by: actorOf(caller), need }),
      }),
  };
}

/** 特别程序与延期: the clocks stand still, or the head gives more days; the applicant is told in writing. */
function createProcedures(deps: DeskDeps, { act }: Tools) {
  const { ledger } = deps;
  return {
    startProcedure: (tx: Tx, caller: SignedIn, asked: Seen & { procedure: string; reason: string }) =>
      act(tx, caller, {
        ...{ ...asked, command: 'start-special-procedure' },
        work: (open) => startProcedure(deps, tx, { open, caller, ...asked }),
      }),
    endProcedure: (tx: Tx, caller: SignedIn, { result, ...seen }: Seen & { result: string }) =>
      act(tx, caller, {
        ...{ ...seen, command: 'end-special-procedure' },
        work: (open) =>
          ledger.give(tx, open, {
            ...{ type: 'end-special-procedure', by: actorOf(caller), result: result.trim() },
          }),
      }),
    requestExtension: (
      tx: Tx,
      caller: SignedIn,
      asked: Seen & { procedure: string; days: number; reason: string },
    ) =>
      act(tx, caller, {
        ...{ ...asked, command: 'request-extension' },
        work: (open) => {
          const { procedure, days } = asked;
          const [by, reason] = [actorOf(caller, roleFor(open, caller)), asked.reason.trim()];
          return ledger.give(tx, open, { type: 'request-extension', by, procedure, days, reason });
        },
      }),
    decideExtension: (tx: Tx, caller: SignedIn, asked: Seen & ExtensionVerdict) =>
      act(tx, caller, {
        ...{ ...asked, command: 'decide-extension' },
        work: (open) =>
          asked.verdict === 'approve'
            ? approveExtension(deps, tx, { open, caller })
            : ledger.give(tx, open, {
                ...{
                  type: 'decline-extension',
                  by: actorOf(caller, 'head'),
                  reason: asked.reason?.trim() ?? '',
                },
              }),
      }),
  };
}
type ExtensionVerdict = { verdict: 'approve' | 'decline'; reason?: string };
type Given = { open: OpenCase; caller: SignedIn };

async function startProcedure(
  deps: DeskDeps,
  tx: Tx,
  { open, caller, ...asked }: Given & { procedure: string; reason: string },
): Promise<OpenCase> {
  const reason = asked.reason.trim();
  const by = actorOf(caller, roleFor(open, caller));
  const wish = { type: 'start-special-procedure', by, procedure: asked.procedure, reason } as const;
  const started = await deps.ledger.give(tx, open, wish);
  return tell(deps, tx, started, { kind: 'special-procedure', procedure: asked.procedure, reason });
}

/** 批准延长: as many days as were asked for; whoever asked is not the one who approves. */
async function approveExtension(deps: DeskDeps, tx: Tx, { open, caller }: Given): Promise<OpenCase> {
  const extended = await deps.ledger.give(tx, open, {
    type: 'approve-extension',
    by: actorOf(caller, 'head'),
  });
  const last = extended.actions.at(-1);
  if (last?.type !== 'limit-extended') return extended;
  const { procedure, reason, days } = last;
  return tell(deps, tx, extended, { kind: 'extension', procedure, reason, days });
}

type Told = { kind: 'special-procedure' | 'extension'; procedure: string; reason: string; days?: number };

async function tell(deps: DeskDeps, tx: Tx, open: OpenCase, told: Told): Promise<OpenCase> {
  const { name: addressee } = await deps.identity.inTransaction(tx, open.row.person_id);
  const procedure = open.plan.specialProcedures.find(({ id }) => id === told.procedure);
  const max = procedure?.max ?? { days: 0, unit: 'working' };
  const facts = {
    ...{ procedure: procedure?.name.zh ?? '', reason: told.reason },
    days: limitText({ ...max, days: told.days ?? max.days }),
  };
  return deps.sealing.seal(tx, open, { kind: told.kind, addressee, facts });
}

/** What changes nothing in the case itself: a decision taken back while it is held, and a paper printed again. */
function createAside({ ledger, holding, notes }: DeskDeps, { find, view }: Tools) {
  return {
    async undo(
      tx: Tx,
      caller: SignedIn,
      { case: number, held }: Named & { held: string },
    ): Promise<DeskCase> {
      const open = await find.lock(tx, caller, number);
      return view.one(caller, await holding.undo(tx, open, { caller, held }), tx);
    },
    async reprint(
      tx: Tx,
      caller: SignedIn,
      { case: number, document, reason }: Named & { document: string; reason: string },
    ): Promise<DeskCase> {
      const open = await find.lock(tx, caller, number);
      refuseUnlessMay('reprint', open, caller);
      const paper = open.row.documents.find((one) => one.document === document);
      if (paper === undefined) throw new Problem('cases.document', 'missing', '没有这份文书');
      if (reason.trim() === '') throw new Problem('cases.no-reason', 'invalid', '写明重新打印的原因');
      await notes.add(tx, open, {
        ...{ kind: 'reprint', by: caller.personId, reason: reason.trim() },
        ...{ title: paper.title.zh, number: paper.number },
      });
      return view.one(caller, await ledger.save(tx, open), tx);
    },
  };
}
