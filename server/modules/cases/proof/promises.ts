import type { WorkingCalendar } from '@tongban/calendar';
import { findGrant, REMEDIES, type Refusal } from '@tongban/casework';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, publish, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity, Person } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import { actorOf } from '../actors.ts';
import { happened, promiseSettled } from '../events.ts';
import type { Pickups } from '../issue/pickups.ts';
import type { KeptPromise } from '../kept.ts';
import type { Ledger } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { basisText, type Sealing } from '../sealing.ts';
import type { Signed } from '../signed.ts';
import { slotName } from '../slots.ts';
import { keyOf } from './checks.ts';
import { missingTask } from './investigations.ts';
import { promiseOf } from './notice.ts';
import { putRightPage, revocationPage, undertakingPage } from './papers.ts';
import { barredUntil, lastDay, mayEndIn, PROOF_DEFAULTS, type PromiseOutcome } from './rules.ts';
import type { ProofStore } from './store.ts';

type Deps = Pick<Platform, 'clock'> & {
  store: ProofStore;
  ledger: Ledger;
  sealing: Sealing;
  identity: Pick<Identity, 'inTransaction'>;
  licences: Pick<Licences, 'revoke'>;
  files: Pick<Files, 'papers'>;
  pickups: Pick<Pickups, 'end'>;
  calendar: WorkingCalendar;
};
export type Settling = {
  task: string;
  caller: SignedIn;
  outcome: PromiseOutcome;
  finding: string;
  correctBy?: string;
};
export type Promises = ReturnType<typeof createPromises>;

/** 告知承诺: from the signed promise to its check after the decision, and what follows when it was not true. */
export function createPromises(deps: Deps) {
  return {
    /** Seals every promise of an application that is handed in. */
    async seal(tx: Tx, open: OpenCase, given: { person: Person; signed: Signed }): Promise<OpenCase> {
      const at = deps.clock().toISOString();
      let sealed = open;
      for (const slot of open.content.slots.filter(({ met }) => met === 'promise')) {
        sealed = await deps.sealing.page(tx, sealed, undertakingPage(sealed, slot, { ...given, at }));
        const document = sealed.row.documents.at(-1)?.document ?? '';
        const promise: KeptPromise = {
          ...{ ...keyOf(slot), task: newId(), promisedAt: at, document, state: 'open' },
        };
        sealed = withPromise(sealed, promise);
      }
      return sealed;
    },
    /** Opens the later checks once the case is granted; their time runs from the decision. */
    async begin(tx: Tx, open: OpenCase): Promise<OpenCase> {
      const { row, edition } = open;
      const today = shanghaiDay(deps.clock());
      const due = (open.content.promises ?? []).map((promise): KeptPromise & { dueOn: string } => {
        const { check_within: within } = promiseOf(edition, promise.material);
        return { ...promise, dueOn: lastDay(deps.calendar, today, within) };
      });
      const rows = due.map(({ task, dueOn }) => ({
        ...{ city: row.city, case_id: row.case_id, task_id: task, branch: row.branch, item: row.item },
        ...{ standing: 'open' as const, urgent_on: dueOn },
      }));
      await deps.store.insertPromises(tx, rows);
      return due.reduce(withPromise, open);
    },
    settle: (tx: Tx, open: OpenCase, wish: Settling) => settle(deps, tx, open, wish),
  };
}

/** Writes down what the check found, and does what follows from it. */
async function settle(deps: Deps, tx: Tx, open: OpenCase, wish: Settling): Promise<OpenCase> {
  const promise = open.content.promises?.find(({ task }) => task === wish.task);
  if (promise === undefined) throw missingTask();
  if (!mayEndIn(promise.state, wish.outcome)) {
    throw new Problem('proofs.settled', 'conflict', '这份承诺的核查已经有了结果，刷新后再看');
  }
  const found = { ...promise, finding: wish.finding.trim() };
  switch (wish.outcome) {
    case 'kept':
    case 'corrected':
      return stands(deps, tx, open, { ...found, state: wish.outcome });
    case 'correct':
      return putRight(deps, tx, open, { found, correctBy: wish.correctBy });
    case 'broken':
      return revoke(deps, tx, open, { found, wish });
  }
}

/** The promise as it now stands, in the case and in the list of checks. */
async function stands(deps: Deps, tx: Tx, open: OpenCase, promise: KeptPromise): Promise<OpenCase> {
  const { row } = open;
  const correcting = promise.state === 'correcting';
  await deps.store.promiseStands(
    tx,
    { city: row.city, caseId: row.case_id },
    {
      taskId: promise.task,
      standing: correcting ? 'correcting' : 'done',
      urgentOn: correcting && promise.correctBy !== undefined ? promise.correctBy : shanghaiDay(deps.clock()),
    },
  );
  const told = happened(open, deps.clock().toISOString());
  await publish(tx, promiseSettled({ ...told, outcome: promise.state }), deps.clock());
  return withPromise(open, promise);
}

async function putRight(
  deps: Deps,
  tx: Tx,
  open: OpenCase,
  { found, correctBy: wished }: { found: KeptPromise & { finding: string }; correctBy: string | undefined },
): Promise<OpenCase> {
  const today = shanghaiDay(deps.clock());
  const correctBy = wished ?? lastDay(deps.calendar, today, PROOF_DEFAULTS.correction);
  if (correctBy <= today) throw new Problem('proofs.correct-day', 'invalid', '改正期限要在今天之后');
  const { name: addressee } = await deps.identity.inTransaction(tx, open.row.person_id);
  const told = { addressee, finding: found.finding, correctBy };
  const sealed = await deps.sealing.page(tx, open, putRightPage(open, found, told));
  return stands(deps, tx, sealed, { ...found, state: 'correcting', correctBy });
}

type Broken = { found: KeptPromise & { finding: string }; wish: Settling };

/** 撤销: the decision is taken back by somebody who did not make it, its fruits are void, and the person is recorded. */
async function revoke(deps: Deps, tx: Tx, open: OpenCase, { found, wish }: Broken): Promise<OpenCase> {
  const { row } = open;
  const today = shanghaiDay(deps.clock());
  const refusal = refusalOf(open, found);
  const standing = findGrant(open.state) !== undefined;
  const by = actorOf(wish.caller, wish.caller.assignment?.head === true ? 'head' : undefined);
  const revoked = standing ? await deps.ledger.give(tx, open, { type: 'revoke', by, refusal }) : open;
  if (standing) await voidResults(deps, tx, open);
  const until = barredUntil(today);
  await deps.store.insertBroken(tx, {
    ...{ person_id: row.person_id, task_id: found.task, city: row.city, case_id: row.case_id },
    ...{ item: row.item, material: found.material, until, recorded_by: wish.caller.personId },
    at: deps.clock(),
  });
  const { name: addressee } = await deps.identity.inTransaction(tx, row.person_id);
  const page = revocationPage(revoked, refusal, { addressee, barredUntil: until });
  const sealed = standing ? await deps.sealing.page(tx, revoked, page) : revoked;
  return stands(deps, tx, sealed, { ...found, state: 'broken' });
}

/** What the decision brought forth: the licence in the wallet and every paper that tells of the grant. */
async function voidResults(deps: Deps, tx: Tx, open: OpenCase): Promise<void> {
  const { row } = open;
  if (row.licence_id !== undefined) {
    await deps.licences.revoke(tx, { holderId: row.person_id, licence: row.licence_id });
  }
  await deps.pickups.end(tx, open);
  const fruits = ['grant', 'result', 'collection', 'certificate'];
  for (const { document, kind } of row.documents) {
    if (fruits.includes(kind)) await deps.files.papers.revoke(tx, document);
  }
}

function refusalOf({ edition }: OpenCase, found: KeptPromise & { finding: string }): Refusal {
  const { basis } = promiseOf(edition, found.material);
  return {
    reason: `对“${slotName(edition, found).zh}”作了不实承诺：${found.finding}`,
    basis: basis.map(basisText),
    // Taking back what was granted weighs more than refusing it: every way to contest it is named.
    remedies: REMEDIES,
  };
}

function withPromise(open: OpenCase, promise: KeptPromise): OpenCase {
  const { content } = open;
  const before = content.promises ?? [];
  const known = before.some(({ task }) => task === promise.task);
  const promises = known
    ? before.map((one) => (one.task === promise.task ? promise : one))
    : [...before, promise];
  return { ...open, content: { ...content, promises } };
}
