import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseView, casesRoutes, filesRoutes, licencesRoutes } from '@tongban/contract';
import { describe, type ExpectStatic, test } from 'vitest';
import { editionOf, fillDraft, handIn } from '../house/applying.ts';
import { type Client, createClient } from '../house/client.ts';
import { type Staff, seeThrough } from '../house/desk-work.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string): Client => createClient(origin, { session: sessions[who] ?? '' });
const anyone = createClient(origin);
const citizen = clientOf('qin-chunyan');
const staff: Staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };

const content = join(import.meta.dirname, '..', '..', 'content', 'items');
const items = readdirSync(content, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

describe('every item of the content', () => {
  test.concurrent.for(items)('%s goes from the first question to its end', async (item, { expect }) => {
    const edition = await editionOf(anyone, item);
    const { channels, status, opens } = edition.folder.item;
    const online =
      ['full', 'pre-acceptance'].includes(channels.web) && status !== 'historical' && opens === undefined;
    if (!online) {
      await expect(fillDraft(citizen, { item, answers: [] })).rejects.toMatchObject({
        kind: 'conflict',
        message: expect.stringMatching(/大厅|窗口|电话|停办|在别处办理/),
      });
      return;
    }
    const answers = findWayThrough(edition);
    if (answers === undefined) throw new Error(`no answers lead through the guide of ${item}`);
    const draft = await fillDraft(citizen, { item, answers });
    expect(draft.faults).toEqual([]);
    const { case: number } = await handIn(citizen, draft);
    const done = await seeThrough(staff, edition, number);

    const closed = await citizen.call(casesRoutes.get, { params: { case: number } });
    expect([closed.status.headline, done]).toEqual(['done', done]);
    await expectResult(expect, closed);
  });
});

async function expectResult(expect: ExpectStatic, closed: CaseView) {
  const params = { case: closed.case };
  const stranger = createClient(origin);
  // Another item of the same test may have issued the same licence anew in the meantime.
  const standing = ['valid', 'replaced'];
  for (const { document, code, kind } of closed.documents) {
    const { bytes } = await citizen.call(casesRoutes.document, { params: { ...params, document } });
    expect(isPdf(bytes)).toBe(true);
    const { state } = await stranger.call(filesRoutes.verify, { params: { code } });
    expect(kind === 'certificate' ? standing : ['valid']).toContain(state);
  }
  if (closed.licence === undefined) return;
  const wallet = await citizen.call(licencesRoutes.wallet, {});
  const card = wallet.find(({ licence }) => licence === closed.licence);
  expect(standing).toContain(card?.state);
  expect(wallet.some(({ type, state }) => type === card?.type && state === 'valid')).toBe(true);
  if (card?.certificate !== true) return;
  const { bytes } = await citizen.call(licencesRoutes.certificate, { params: { licence: closed.licence } });
  expect(isPdf(bytes)).toBe(true);
}
