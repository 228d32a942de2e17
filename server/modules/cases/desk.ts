import type { DeskCase, Mark } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { type Acting, createActing, refuseUnlessMay } from './desk-acting.ts';
import { createDeskActs, type DeskActs, type DeskDeps } from './desk-acts.ts';
import { createFinding, type Finding, type Named, type Seen } from './desk-find.ts';
import { createPhotos } from './desk-photo.ts';
import { createDeskView, type DeskView } from './desk-view.ts';
import { createDeskWork } from './desk-work.ts';
import { marked, sideOf } from './marks.ts';

type Refusal = { reason: string; basis: string };
type Decision = { verdict: 'grant' | 'refuse'; reason?: string; basis?: string };

export type Desk = ReturnType<typeof createDesk>;

/** 工作台: staff find cases of their branch, take them up and give their commands; every act is checked again here. */
export function createDesk(deps: DeskDeps) {
  const view = createDeskView(deps);
  const find = createFinding(deps);
  const acts = createDeskActs(deps);
  const tools = { find, view, act: createActing({ ...deps, find, view }) };
  return {
    get: async (caller: SignedIn, number: string): Promise<DeskCase> =>
      view.one(caller, await find.read(caller, number), undefined),
    reaches: find.reaches,
    ...createCommands(deps, acts, tools),
    ...createOutcomes(acts, tools),
    ...createDeskWork(deps, tools),
    licencePhoto: createPhotos({ ...deps, find }),
    async document(caller: SignedIn, number: string, document: string) {
      const { row } = await find.read(caller, number);
      if (row.documents.some((one) => one.document === document)) return deps.files.papers.paper(document);
      throw new Problem('cases.document', 'missing', '没有这份文书');
    },
  };
}
type Tools = { act: Acting; find: Finding; view: DeskView };

/** The commands of the desk, each as one act: the case locked and reached, seen as it stands, allowed, done, saved. */
function createCommands({ ledger }: DeskDeps, acts: DeskActs, { act, find, view }: Tools) {
  return {
    claim: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'claim', work: (open) => acts.claim(tx, open, caller) }),
    async mark(tx: Tx, caller: SignedIn, { case: number, marks }: Named & { marks: readonly Mark[] }) {
      const open = await find.lock(tx, caller, number);
      refuseUnlessMay('mark', open, caller);
      const kept = marked(open, sideOf(open), { by: caller.personId, marks });
      return view.one(caller, await ledger.save(tx, { ...open, row: { ...open.row, marks: kept } }), tx);
    },
    notify: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, {
        ...asked,
        command: 'request-correction',
        work: (open) => acts.notify(tx, open, caller),
      }),
    accept: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'accept', work: (open) => acts.accept(tx, open, caller) }),
    turnAway: (tx: Tx, caller: SignedIn, { version, case: number, ...refusal }: Seen & Refusal) =>
      act(tx, caller, {
        ...{ version, case: number, command: 'not-accept' },
        work: (open) => acts.decide(tx, open, { caller, verdict: 'not-accept', ...refusal }),
      }),
  };
}

/** From the steps of review to the result in the applicant's hands. */
function createOutcomes(acts: DeskActs, { act }: Tools) {
  return {
    passStep: (tx: Tx, caller: SignedIn, asked: Seen & StepVerdict) =>
      act(tx, caller, {
        ...asked,
        command: asked.verdict === 'pass' ? 'pass-step' : 'return-step',
        work: (open) => acts.passStep(tx, open, { caller, ...asked }),
      }),
    decide: (tx: Tx, caller: SignedIn, { version, case: number, ...wish }: Seen & Decision) =>
      act(tx, caller, {
        ...{ version, case: number, command: wish.verdict },
        work: (open) => acts.decide(tx, open, { caller, ...wish }),
      }),
    finish: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, {
        ...asked,
        command: 'finish-production',
        work: (open) => acts.finish(tx, open, caller),
      }),
    handOver: (tx: Tx, caller: SignedIn, asked: Seen & { receivedBy: string }) =>
      act(tx, caller, {
        ...asked,
        command: 'hand-over',
        work: (open) => acts.handOver(tx, open, { caller, to: asked.receivedBy }),
      }),
  };
}
type StepVerdict = { step: string; verdict: 'pass' | 'return'; note: string };
