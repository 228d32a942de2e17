import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, newId, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createFiles, type Files, filesHttp } from './index.ts';

let house: TestHouse;
let files: Files;
const citizen: Caller & { personId: string } = { role: 'citizen', personId: newId() };
const stranger: Caller = { role: 'citizen', personId: newId() };
const clerk = (branch: string): Caller => ({
  role: 'clerk',
  personId: newId(),
  assignment: { id: newId(), branch },
});

beforeAll(async () => {
  house = await createTestHouse((platform) => {
    files = createFiles(platform);
    filesHttp(platform.http, files);
  });
});
afterAll(() => house.stop());

/** A picture by its first bytes; the rest is noise. */
const picture = (bytes: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);

async function send(caller: Caller, bytes: Buffer, part: number): Promise<string> {
  const call = house.as(caller);
  const body = { name: '红艇.jpg', contentType: 'image/jpeg', bytes: bytes.length };
  const { file } = await call(filesRoutes.begin, { body });
  for (let offset = 0; offset < bytes.length; offset += part) {
    await call(filesRoutes.append, {
      params: { file },
      headers: { 'upload-offset': offset },
      body: bytes.subarray(offset, offset + part),
    });
  }
  return file;
}

describe('an upload', () => {
  test('arrives in parts and is read back byte for byte, by its owner', async () => {
    const bytes = picture(5000);
    const file = await send(citizen, bytes, 1800);
    const read = await house.as(citizen)(filesRoutes.read, { params: { file } });
    expect(Buffer.from(read.bytes).equals(bytes)).toBe(true);
    expect(read.contentType).toContain('image/jpeg');
  });

  test('is taken up again where it broke off; a part out of step is told the offset', async () => {
    const bytes = picture(3000);
    const call = house.as(citizen);
    const { file } = await call(filesRoutes.begin, {
      body: { name: 'a.jpg', contentType: 'image/jpeg', bytes: 3000 },
    });
    const append = (offset: number, part: Buffer) =>
      call(filesRoutes.append, { params: { file }, headers: { 'upload-offset': offset }, body: part });
    await append(0, bytes.subarray(0, 1000));
    await expect(append(2000, bytes.subarray(2000))).rejects.toMatchObject({
      code: 'files.offset',
      faults: [{ code: '1000' }],
    });
    expect(await call(filesRoutes.upload, { params: { file } })).toMatchObject({
      offset: 1000,
      complete: false,
    });
    expect(await append(1000, bytes.subarray(1000))).toMatchObject({ offset: 3000, complete: true });
  });

  test('lies sealed on the disk: no part of it can be found there', async () => {
    const bytes = picture(4000);
    await send(citizen, bytes, 4000);
    const folder = join(house.platform.config.dataFolder, 'files');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const found = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((sealed) => sealed.includes(bytes.subarray(100, 132)))).toBe(false);
  });

  test('that is too large, empty or of another kind is refused before a byte is sent', async () => {
    const begin = (body: { name: string; contentType: string; bytes: number }) =>
      house.as(citizen)(filesRoutes.begin, { body });
    await expect(
      begin({ name: 'a.jpg', contentType: 'image/jpeg', bytes: 21 * 1024 * 1024 }),
    ).rejects.toMatchObject({
      code: 'files.too-large',
    });
    await expect(begin({ name: 'a.jpg', contentType: 'image/jpeg', bytes: 0 })).rejects.toMatchObject({
      code: 'files.empty',
    });
    await expect(begin({ name: 'a.svg', contentType: 'image/svg+xml', bytes: 10 })).rejects.toMatchObject({
      code: 'files.type',
    });
  });

  test('whose bytes are not what it says is refused when whole', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    await expect(send(citizen, page, page.length)).rejects.toMatchObject({
      code: 'files.type',
      message: '“红艇.jpg”不是照片或 PDF。用手机拍照上传，或另存为 JPG、PNG、PDF',
    });
  });
});

describe('who may read a file', () => {
  test('its owner, and staff of a branch that holds it; to others it is not there', async () => {
    const file = await send(citizen, picture(900), 900);
    const read = (caller: Caller) => house.as(caller)(filesRoutes.read, { params: { file } });
    await expect(read(stranger)).rejects.toMatchObject({ kind: 'missing' });
    await expect(read(clerk('gd/dg'))).rejects.toMatchObject({ kind: 'missing' });
    await transaction(house.db, (tx) => files.letRead(tx, [file], 'gd/dg/nancheng'));
    await expect(read(clerk('gd/gz'))).rejects.toMatchObject({ kind: 'missing' });
    expect((await read(clerk('gd/dg'))).bytes.length).toBe(900);
  });

  test('it is shown in a sandbox and never sniffed', async () => {
    const file = await send(citizen, picture(900), 900);
    const answer = await house.inject({ url: `/api/files/${file}`, headers: house.headersOf(citizen) });
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a paper', () => {
  const wish = {
    ownerId: citizen.personId,
    kind: 'receipt',
    title: { zh: '收件凭证', en: 'Receipt' },
    number: 'KY-0001',
    issuer: '示例·赛艇局',
    issuedOn: '2026-03-02',
    facts: [{ label: { zh: '事项' }, value: '红艇登记' }],
    page: {
      title: '收件凭证',
      number: 'KY-0001',
      paragraphs: ['收到您的材料。'],
      rows: [{ label: '事项', value: '红艇登记' }],
      closing: [],
      issuer: '示例·赛艇局',
      issuedOn: '2026年3月2日',
    },
  };

  test('is printed once, signed, and its code tells anyone what it is', async () => {
    const { document, code } = await transaction(house.db, (tx) => files.papers.seal(tx, wish));
    await house.settle();
    const first = await files.papers.paper(document);
    const second = await files.papers.paper(document);
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    const told = await house.anyone(filesRoutes.verify, { params: { code } });
    expect(told).toMatchObject({ state: 'valid', issuer: '示例·赛艇局', demo: true, facts: wish.facts });
    expect(told.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('shows itself revoked once it is', async () => {
    const { document, code } = await transaction(house.db, (tx) => files.papers.seal(tx, wish));
    await transaction(house.db, (tx) => files.papers.revoke(tx, document));
    expect(await house.anyone(filesRoutes.verify, { params: { code } })).toMatchObject({ state: 'revoked' });
  });

  test('a mistyped code says so, an unknown one is not found', async () => {
    await expect(
      house.anyone(filesRoutes.verify, { params: { code: '1234567890123456' } }),
    ).rejects.toMatchObject({
      message: '编号有一位对不上，请核对',
    });
    await expect(
      house.anyone(filesRoutes.verify, { params: { code: '0000000000000002' } }),
    ).rejects.toMatchObject({
      kind: expect.stringMatching(/missing|invalid/),
    });
  });
});
