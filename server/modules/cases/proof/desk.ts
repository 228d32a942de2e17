import type { WorkingCalendar } from '@tongban/calendar';
import type { CaseProofs, Investigation, PromiseCheck } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import { createFinding } from '../desk-find.ts';
import type { KeptCheck } from '../kept.ts';
import { type Ledger, missingCase } from '../ledger.ts';
import type { OpenCase, SlotKey } from '../model.ts';
import { mayReach, reachOf, refuseOwn } from '../rules.ts';
import type { CaseStore } from '../store/cases.ts';
import type { CaseKey } from '../store/tables.ts';
import { type Checks, refuseUnlessWorking } from './checks.ts';
import { type Investigations, missingTask } from './investigations.ts';
import type { Promises, Settling } from './promises.ts';
import type { ProofStore } from './store.ts';
import { investigationView, type Looking, peopleIn, promisesOf, promiseView, proofsView } from './views.ts';

type Deps = Pick<Platform, 'clock'> & {
  cases: CaseStore;
  store: ProofStore;
  ledger: Ledger;
  identity: Pick<Identity, 'inTransaction' | 'persons'>;
  files: Pick<Files, 'papers'>;
  calendar: WorkingCalendar;
  checks: Checks;
  investigations: Investigations;
  promises: Promises;
};
type Named = { case: string };
type PromiseList = { promises: PromiseCheck[]; next?: string };

const pageSize = 50;

/** 替代材料的核验、调查和承诺核查: what staff do about them, and what they see of them. */
export function createProofDesk(deps: Deps) {
  const { ledger, checks, investigations } = deps;
  const find = createFinding({ ...deps, store: deps.cases });
  const look = createLooking(deps);
  const work = async (tx: Tx, caller: SignedIn, number: string, act: Act): Promise<CaseProofs> => {
    const open = await find.lock(tx, caller, number);
    refuseUnlessWorking(open, caller);
    const done = await ledger.save(tx, await act(open));
    return proofsView(done, await look(caller, [done]));
  };
  return {
    async ofCase(caller: SignedIn, number: string): Promise<CaseProofs> {
      const open = await find.read(caller, number);
      return proofsView(open, await look(caller, [open]));
    },
    /** Asks the source before the case is locked, so that nobody waits for it with the case in hand. */
    async ask(caller: SignedIn, { case: number, ...slot }: Named & SlotKey): Promise<KeptCheck> {
      const open = await find.read(caller, number);
      refuseUnlessWorking(open, caller);
      const person = (await deps.identity.persons([open.row.person_id])).get(open.row.person_id);
      if (person === undefined) throw missingCase();
      return checks.ask(open, slot, person);
    },
    take: (tx: Tx, caller: SignedIn, number: string, check: KeptCheck) =>
      work(tx, caller, number, async (open) => checks.take(open, check)),
    checkByHand: (
      tx: Tx,
      caller: SignedIn,
      { case: number, ...wish }: Named & Parameters<Checks['byHand']>[1],
    ) => work(tx, caller, number, async (open) => checks.byHand(open, wish, caller)),
    investigate: (
      tx: Tx,
      caller: SignedIn,
      { case: number, ...wish }: Named & Parameters<Investigations['open']>[2],
    ) => work(tx, caller, number, (open) => investigations.open(tx, open, wish)),
    finishInvestigation: createFinishing(deps, look),
    ...createPromiseDesk(deps, look),
  };
}
type Act = (open: OpenCase) => Promise<OpenCase>;
type Look = ReturnType<typeof createLooking>;

/** Who looks at some cases, and the names of the colleagues in them. */
function createLooking({ clock, calendar, identity }: Deps) {
  return async (caller: SignedIn, cases: readonly OpenCase[]): Promise<Looking> => ({
    ...{ caller: caller.personId, today: shanghaiDay(clock()), calendar },
    names: await identity.persons([...new Set(cases.flatMap(peopleIn))]),
  });
}

type Found = { task: string; verdict: 'found' | 'not-found'; finding: string };

function createFinishing({ store, ledger, investigations }: Deps, look: Look) {
  return async (tx: Tx, caller: SignedIn, found: Found): Promise<Investigation> => {
    const locked = await lockReached(ledger, tx, { caller, key: await store.findInvestigated(found.task) });
    const { open, done } = await investigations.finish(tx, locked, { caller, ...found });
    const saved = await ledger.save(tx, open);
    return investigationView(saved, done, await look(caller, [saved]));
  };
}

function createPromiseDesk({ store, ledger, promises, cases, files }: Deps, look: Look) {
  const read = async (caller: SignedIn, task: string): Promise<OpenCase> => {
    const key = await store.findPromised(task);
    if (key === undefined) throw missingTask();
    return reached(caller, await ledger.read(key));
  };
  return {
    /** 承诺核查清单: a page of promises within reach; the cases of a page are opened together. */
    async promises(caller: SignedIn, asked: { state?: 'open' | 'correcting' | 'done'; after?: string }) {
      const after = placeIn(asked.after);
      const rows = await store.promises(reachOf(caller), {
        standings: asked.state === undefined ? ['open', 'correcting'] : [asked.state],
        limit: pageSize + 1,
        ...(after === undefined ? {} : { after }),
      });
      const shown = rows.slice(0, pageSize);
      const opened = await ledger.many(await cases.some(shown));
      const looking = await look(caller, opened);
      const views = shown.flatMap((row) => {
        const open = opened.find((one) => one.row.case_id === row.case_id);
        const promise = open && promisesOf(open).find(({ task }) => task === row.task_id);
        return open === undefined || promise === undefined ? [] : [promiseView(open, promise, looking)];
      });
      const last = shown.at(-1);
      const more = rows.length > pageSize && last !== undefined;
      const page: PromiseList = { promises: views };
      return more ? { ...page, next: `${last.urgent_on}~${last.task_id}` } : page;
    },
    async settlePromise(tx: Tx, wish: Settling): Promise<PromiseCheck> {
      const { caller, task } = wish;
      const locked = await lockReached(ledger, tx, { caller, key: await store.findPromised(task) });
      const saved = await ledger.save(tx, await promises.settle(tx, locked, wish));
      const promise = promisesOf(saved).find((one) => one.task === task);
      if (promise === undefined) throw missingTask();
      return promiseView(saved, promise, await look(caller, [saved]));
    },
    async undertaking(caller: SignedIn, task: string) {
      const found = promisesOf(await read(caller, task)).find((one) => one.task === task);
      if (found === undefined) throw missingTask();
      return files.papers.paper(found.document);
    },
  };
}

type Asked = { caller: SignedIn; key: CaseKey | undefined };

async function lockReached(ledger: Ledger, tx: Tx, { caller, key }: Asked): Promise<OpenCase> {
  if (key === undefined) throw missingTask();
  return reached(caller, await ledger.lock(tx, key));
}

function reached(caller: SignedIn, open: OpenCase): OpenCase {
  const { branch, item, person_id: applicantId } = open.row;
  if (!mayReach(caller, { branch, item, applicantId })) throw missingTask();
  refuseOwn(caller, open);
  return open;
}

function placeIn(after: string | undefined): { urgentOn: string; taskId: string } | undefined {
  const [urgentOn = '', taskId = ''] = (after ?? '').split('~');
  const fits = /^\d{4}-\d{2}-\d{2}$/.test(urgentOn) && /^[0-9a-f-]{36}$/.test(taskId);
  return fits ? { urgentOn, taskId } : undefined;
}
