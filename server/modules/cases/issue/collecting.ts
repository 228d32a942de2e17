import type { Collection } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../../platform/index.ts';
import { tellWindow } from '../counter.ts';
import { STATE_NAMES } from '../desk-words.ts';
import { missingCase } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { mayReach, reachOf, refuseOwn } from '../rules.ts';
import type { IssueParts } from './parts.ts';
import { readScan, type Scan } from './scan.ts';
import type { CollectionRow } from './store.ts';

const waits = ['at-issue-desk', 'in-delivery'];

/** 找到待领: from the code that was scanned to everything that waits for the same person. */
export function createCollecting(parts: IssueParts) {
  const { store, cases, ledger, view, clock } = parts;
  const keyOf = (scan: Scan) => {
    switch (scan.by) {
      case 'number':
        return cases.findKeyByNumber(scan.number);
      case 'pickup':
        return store.keyByCode(scan.code);
      case 'slip':
        return store.keyBySlip(scan.code);
    }
  };
  const found = async (caller: SignedIn, code: string): Promise<OpenCase> => {
    const key = await keyOf(readScan(code));
    if (key === undefined) throw missingCase();
    const open = await ledger.read(key);
    refuseUnreached(caller, open);
    refuseOwn(caller, open);
    if (waits.includes(open.state.status)) return open;
    const say = `这件现在是“${STATE_NAMES[open.state.status]}”，没有要领的结果`;
    throw new Problem('issue.not-waiting', 'conflict', say);
  };
  return {
    async find(tx: Tx, caller: SignedIn, code: string): Promise<Collection> {
      const { row } = await found(caller, code);
      const waiting = await store.waitingOf(row.person_id, reachOf(caller));
      const numbers = new Map(
        (await store.rowsOf(waiting.map(({ city, case_id: caseId }) => ({ city, caseId })))).map((one) => [
          one.case_id,
          one.case_number,
        ]),
      );
      const window = caller.assignment?.window;
      const begun: CollectionRow = {
        ...{ person_id: row.person_id, collection_id: newId(), city: row.city, branch: row.branch },
        ...{ clerk_id: caller.personId, verified: false, signature: 'none', begun_at: clock() },
        cases: waiting.map(({ city, case_id: caseId }) => ({
          ...{ city, caseId, number: numbers.get(caseId) ?? '', handed: false },
        })),
        ...blank,
        ...(window === undefined ? {} : { window_id: window }),
      };
      await store.insertCollection(tx, begun);
      if (window !== undefined) await tellWindow(tx, window);
      return view.collection(begun, {});
    },
  };
}

/** What is not known when a collection begins. */
const blank = {
  window_id: undefined,
  authority_id: undefined,
  signature_id: undefined,
  sealed: undefined,
  answered_at: undefined,
  handed_at: undefined,
};

/** A case of another branch or another line is as if it were not there. */
export function refuseUnreached(caller: SignedIn, open: OpenCase): void {
  if (!isReached(caller, open)) throw missingCase();
}

export function isReached(caller: SignedIn, { row }: OpenCase): boolean {
  return mayReach(caller, { branch: row.branch, item: row.item, applicantId: row.person_id });
}
