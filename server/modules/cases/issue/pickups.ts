import { randomBytes } from 'node:crypto';
import { randomPublicNumber } from '@tongban/kernel';
import type { Tx } from '../../../platform/index.ts';
import type { Deliveries } from '../../deliveries/index.ts';
import { aboutCase, type OpenCase } from '../model.ts';
import type { CaseKey } from '../store/tables.ts';
import { findPostalAddress, type PostalParts } from './postal.ts';
import type { IssueStore } from './store.ts';

type Deps = PostalParts & {
  clock: () => Date;
  store: IssueStore;
  deliveries: Pick<Deliveries, 'chosen'>;
};
export type Pickups = ReturnType<typeof createPickups>;

const codeDigits = 8;
const mostTries = 5;

/** 待领: notes each result that waits, under the pickup code its collection slip carries. */
export function createPickups(deps: Deps) {
  const { store, clock } = deps;
  return {
    /** A result begins to wait; answers its pickup code. */
    async begin(tx: Tx, open: OpenCase): Promise<string> {
      const { city, case_id: caseId, person_id: personId, branch, item } = open.row;
      const chosen = await deps.deliveries.chosen(aboutCase(open), tx);
      const express =
        chosen === undefined ? findPostalAddress(open, deps) !== undefined : chosen.way === 'express';
      const row = { city, case_id: caseId, person_id: personId, branch, item, express, ready_at: clock() };
      for (let tries = 0; tries < mostTries; tries += 1) {
        const code = randomPublicNumber(codeDigits, randomBytes);
        if (await store.insertPickup(tx, { ...row, code })) return code;
      }
      throw new Error('no pickup code is free');
    },
    /** The slip has been sealed last: from now on its verify code finds the result too. */
    async slipSealed(tx: Tx, { row }: OpenCase): Promise<void> {
      const slip = row.documents.at(-1);
      if (slip !== undefined) await store.setSlip(tx, keyOf(row), slip.code);
    },
    /** The result has left the desk. */
    end: async (tx: Tx, { row }: OpenCase): Promise<void> => {
      await store.dropPickup(tx, keyOf(row));
    },
  };
}

function keyOf({ city, case_id: caseId }: OpenCase['row']): CaseKey {
  return { city, caseId };
}
