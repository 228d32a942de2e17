import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPaperProof, checkProof, type Proof } from '../../platform/audit/proof.ts';
import { settingsOf } from '../../platform/database.ts';
import { asMachine, newId, transaction } from '../../platform/index.ts';
import { findAttachment } from '../../platform/pdf/attachment.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createFiles, type Files, filesHttp } from './index.ts';

let house: TestHouse;
let files: Files;
beforeAll(async () => {
  house = await createTestHouse((platform) => {
    files = createFiles(platform);
    filesHttp(platform.http, files);
  });
});
afterAll(() => house.stop());

const wish = (number: string) => ({
  ...{ ownerId: newId(), kind: 'kayak', title: { zh: '红艇登记通知书' }, number, issuer: '示例艇库' },
  issuedOn: '2026-03-02',
  facts: [{ label: { zh: '艇' }, value: '红艇' }],
  page: {
    ...{ title: '红艇登记通知书', number, paragraphs: ['红艇已经登记。'], rows: [], closing: [] },
    ...{ issuer: '示例艇库', issuedOn: '2026年3月2日' },
  },
});
const seal = (number: string) => transaction(house.db, (tx) => files.papers.seal(tx, wish(number)));
const read = (paperId: string) => asMachine('worker', () => files.papers.paper(paperId));
type Attached = Proof & { content: string };

describe('a printed paper', () => {
  test('carries the proof that its content stands in the sealed log', async () => {
    const { document, code } = await seal('K-1');
    const attached = findAttachment((await read(document)).bytes) ?? Buffer.of();
    const proof = JSON.parse(attached.toString()) as Attached;
    expect(checkProof(proof)).toMatchObject({ ok: true });
    expect(JSON.parse(proof.content)).toMatchObject({ code, number: 'K-1', issuedOn: '2026-03-02' });
    const digest = createHash('sha256').update(proof.content).digest('hex');
    expect(proof.entry).toMatchObject({ action: 'files.seal-paper', object: `paper:${document}:${digest}` });
    expect(checkPaperProof(String(attached))).toMatchObject({ ok: true, content: proof.content });
    const forged = JSON.stringify({ ...proof, content: proof.content.replace('红艇', '蓝艇') });
    expect(checkPaperProof(forged)).toEqual({ ok: false, why: '文书内容与日志里的摘要对不上' });
    const other = await seal('K-2');
    expect(checkProof({ ...proof, entry: { ...proof.entry, object: `paper:${other.document}` } }).ok).toBe(
      false,
    );
  });

  test('names nobody in what it shows of the log', async () => {
    const { document } = await seal('K-3');
    const proof = JSON.parse(String(findAttachment((await read(document)).bytes))) as Attached;
    expect(Object.keys(proof.entry).toSorted()).toEqual(
      ['id', 'at', 'xid', 'actor', 'role', 'action', 'object', 'result', 'requestId'].toSorted(),
    );
    expect(proof.entry).toMatchObject({ actor: 'house', role: 'worker', requestId: 'house' });
  });

  test('says so while the proof cannot be made, and is kept only with it', async () => {
    const holding = new pg.Client(settingsOf(house.connection));
    await holding.connect();
    await holding.query('begin');
    await holding.query('select pg_current_xact_id()');
    const { document } = await seal('K-4');
    const early = await read(document);
    expect(findAttachment(early.bytes)).toBeUndefined();
    await holding.query('rollback');
    await holding.end();
    await house.settle();
    const kept = await read(document);
    expect(checkProof(JSON.parse(String(findAttachment(kept.bytes))))).toMatchObject({ ok: true });
    expect((await read(document)).bytes.equals(kept.bytes)).toBe(true);
  });
});
