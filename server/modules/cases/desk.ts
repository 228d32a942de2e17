import type { DeskCase, Mark } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { createDeskActs, type DeskDeps } from './desk-acts.ts';
import { createDeskList } from './desk-list.ts';
import { createDeskView, type DeskView } from './desk-view.ts';
import { ACTION_NAMES } from './desk-words.ts';
import { missingCase, refused, worker } from './ledger.ts';
import { marked, sideOf } from './marks.ts';
import type { OpenCase } from './model.ts';
import { type DeskCommand, verdictOf } from './permitted.ts';
import { mayReach } from './rules.ts';

type Named = { case: string };
type Seen = Named & { version: number };
type Refusal = { reason: string; basis: string };

/** 工作台: staff find cases of their branch, take them up and give their commands; every act is checked again here. */
export function createDesk(deps: DeskDeps) {
  const view = createDeskView(deps);
  const find = createFinding(deps);
  return {
    tasks: createDeskList({ ...deps, view }),
    get: async (caller: SignedIn, number: string): Promise<DeskCase> =>
      view.one(caller, await find.read(caller, number)),
    ...createCommands(deps, { find, view }),
    async document(caller: SignedIn, number: string, document: string) {
      const { row } = await find.read(caller, number);
      if (row.documents.some((one) => one.document === document)) return deps.files.papers.paper(document);
      throw new Problem('cases.document', 'missing', '没有这份文书');
    },
  };
}
type Tools = { find: Finding; view: DeskView };

/** The commands of the desk, each as one act: the case locked and reached, seen as it stands, allowed, done, saved. */
function createCommands(deps: DeskDeps, { find, view }: Tools) {
  const { ledger } = deps;
  const acts = createDeskActs(deps);
  const act = async (tx: Tx, caller: SignedIn, asked: Seen & { command: DeskCommand }, work: Work) => {
    const open = await find.lock(tx, caller, asked.case);
    await find.refuseStale(open, asked.version);
    refuseUnlessMay(asked.command, open, caller);
    return view.one(caller, await ledger.save(tx, await work(open)));
  };
  return {
    claim: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'claim' }, (open) => acts.claim(tx, open, caller)),
    async mark(tx: Tx, caller: SignedIn, { case: number, marks }: Named & { marks: readonly Mark[] }) {
      const open = await find.lock(tx, caller, number);
      refuseUnlessMay('mark', open, caller);
      const kept = marked(open, sideOf(open), { by: caller.personId, marks });
      return view.one(caller, await ledger.save(tx, { ...open, row: { ...open.row, marks: kept } }));
    },
    notify: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'request-correction' }, (open) => acts.notify(tx, open, caller)),
    accept: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'accept' }, (open) => acts.accept(tx, open, caller)),
    turnAway: (tx: Tx, caller: SignedIn, asked: Seen & Refusal) =>
      act(tx, caller, { ...asked, command: 'not-accept' }, (open) =>
        acts.turnAway(tx, open, { caller, ...asked }),
      ),
    passStep: (tx: Tx, caller: SignedIn, asked: Seen & StepVerdict) =>
      act(tx, caller, { ...asked, command: asked.verdict === 'pass' ? 'pass-step' : 'return-step' }, (open) =>
        acts.passStep(tx, open, { caller, ...asked }),
      ),
    decide: (tx: Tx, caller: SignedIn, asked: Seen & Partial<Refusal> & { verdict: 'grant' | 'refuse' }) =>
      act(tx, caller, { ...asked, command: asked.verdict }, (open) =>
        asked.verdict === 'grant'
          ? acts.grant(tx, open, caller)
          : acts.refuse(tx, open, { caller, reason: asked.reason ?? '', basis: asked.basis ?? '' }),
      ),
    finish: (tx: Tx, caller: SignedIn, asked: Seen) =>
      act(tx, caller, { ...asked, command: 'finish-production' }, (open) => acts.finish(tx, open, caller)),
    handOver: (tx: Tx, caller: SignedIn, asked: Seen & { receivedBy: string }) =>
      act(tx, caller, { ...asked, command: 'hand-over' }, (open) =>
        acts.handOver(tx, open, { caller, to: asked.receivedBy }),
      ),
  };
}
type Work = (open: OpenCase) => Promise<OpenCase>;
type StepVerdict = { step: string; verdict: 'pass' | 'return'; note: string };

type Finding = ReturnType<typeof createFinding>;

/** Finds cases by number for staff who may reach them; all others are as if they were not there. */
function createFinding({ store, ledger, identity, clock }: DeskDeps) {
  const keyOf = async (number: string) => {
    const key = await store.findKeyByNumber(number.trim().toUpperCase());
    if (key === undefined) throw missingCase();
    return key;
  };
  const reached = (caller: SignedIn, open: OpenCase): OpenCase => {
    const { branch, item, person_id: applicantId } = open.row;
    if (!mayReach(caller, { branch, item, applicantId })) throw missingCase();
    return open;
  };
  return {
    read: async (caller: SignedIn, number: string) => reached(caller, await ledger.read(await keyOf(number))),
    lock: async (tx: Tx, caller: SignedIn, number: string) =>
      reached(caller, await ledger.lock(tx, await keyOf(number))),
    /** Refuses when somebody acted since the case was seen, and names who did what when. */
    async refuseStale(open: OpenCase, seen: number): Promise<void> {
      const last = open.actions.at(-1);
      if (open.row.version === seen || last === undefined) return;
      const { id } = last.by;
      const person = id === worker.id ? undefined : (await identity.persons([id])).get(id);
      const own = id === open.row.person_id || id === open.row.filed_by;
      const who = own ? '申请人' : (person?.name ?? '系统');
      const said = `${who}${timeText(last.at, clock())}办过这件（${ACTION_NAMES[last.type]}），刷新后再看`;
      throw new Problem('cases.stale', 'conflict', said);
    },
  };
}

function refuseUnlessMay(command: DeskCommand, open: OpenCase, caller: SignedIn): void {
  const verdict = verdictOf(command, open, caller);
  if (!verdict.ok) throw refused(verdict);
}

/** 今天 10:30, or the day and the time. */
function timeText(at: string, now: Date): string {
  const day = shanghaiDay(at);
  const time = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
  if (day === shanghaiDay(now)) return `今天 ${time} `;
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${time} `;
}
