import { maskCitizenNumber } from '@tongban/kernel';
import type { Counter } from '../counter.ts';
import type { IssueParts } from './parts.ts';
import type { CollectionRow } from './store.ts';

/** How long a request to sign stands on the screen when nobody answers it. */
const standsMinutes = 15;
const declaration = '列出的证件和文书我已经拿到，核对过，没有错。';

/** 领取签名: what the issue desk of a window asks on its second screen. */
export function createIssueCounter(parts: IssueParts): Counter {
  const { store, identity, box, view, files, clock } = parts;
  const asks = (row: CollectionRow | undefined): row is CollectionRow =>
    row?.signature === 'asked' && clock().getTime() - row.begun_at.getTime() < standsMinutes * 60_000;
  return {
    async shown(window) {
      const row = await store.newestAt(window);
      if (!asks(row)) return undefined;
      const { agent } = box.open(row);
      const { name, citizenNumber = '' } = agent ?? (await identity.person(row.person_id));
      const { results } = await view.collection(row, {});
      return {
        personId: row.person_id,
        show: {
          kind: 'collect',
          collection: row.collection_id,
          person: { name, citizenNumber: maskCitizenNumber(citizenNumber) },
          results: results.map((one) => ({ name: one.result, number: one.case })),
          declaration,
        },
      };
    },
    async answer(tx, { window, about, verdict, signature, say }) {
      const row = await store.lockNewestAt(tx, window);
      if (!asks(row) || row.collection_id !== about) return false;
      const answered: CollectionRow = {
        ...row,
        signature: verdict === 'sign' ? 'signed' : 'declined',
        answered_at: clock(),
        ...(signature === undefined ? {} : { signature_id: signature }),
      };
      if (signature !== undefined) await files.letRead(tx, [signature], row.branch);
      await store.updateCollection(tx, say === undefined ? answered : box.with(answered, { note: say }));
      return true;
    },
  };
}
