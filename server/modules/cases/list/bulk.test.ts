import { inflateRawSync } from 'node:zlib';
import { casesRoutes, listRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../../platform/index.ts';
import { toy } from '../kayak-content.fixture.ts';
import { createKayakHouse, type KayakHouse, okMark } from '../kayak-house.fixture.ts';
import { harmless } from './sheet.ts';

let house: KayakHouse;
let clerk: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  const routine = toy('dinghy', (text) =>
    text.replace('id: kayak', 'id: dinghy').replace('{id: decide,', '{id: decide, bulk: true,'),
  );
  house = await createKayakHouse({}, { toys: [routine] });
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
});
afterAll(() => house.stop());

async function accepted(item: string): Promise<string> {
  const number = await house.submitted(await house.citizen(), item);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  return number;
}

async function bulkOf(number: string) {
  const { tasks } = await house.as(approver)(listRoutes.search, { body: { filter: { q: number } } });
  return tasks[0]?.bulk;
}

describe('bulk', () => {
  test('several cases are taken up at once; what cannot be is told and stops nothing', async () => {
    const [one, taken, two] = [
      await house.submitted(await house.citizen()),
      await house.submitted(await house.citizen()),
      await house.submitted(await house.citizen()),
    ];
    await house.claim(await house.staff('clerk'), taken);
    const missing = `${one.slice(0, -4)}9999`;
    const cases = [one, taken, two, missing];
    const result = await house.as(clerk)(listRoutes.bulkClaim, { body: { cases } });
    expect(result).toEqual({
      done: [one, two].toSorted(),
      failed: [
        { case: taken, why: '这件已由另一位同事认领' },
        { case: missing, why: '没有这个办件，或您不能看它。核对编号再试' },
      ],
    });
    expect((await house.seen(clerk, two)).state).toBe('pre-review');
  });
  test('only steps the edition names, with every point in order, are granted in bulk', async () => {
    const [ready, unchecked, single] = [
      await accepted('dinghy'),
      await accepted('dinghy'),
      await accepted('kayak'),
    ];
    expect(await bulkOf(ready)).toEqual(['claim', 'print']);
    for (const number of [ready, unchecked, single]) await house.claim(approver, number);
    for (const number of [ready, single]) await house.mark(approver, number, [okMark]);
    expect(await bulkOf(ready)).toEqual(['grant', 'print']);
    expect(await bulkOf(unchecked)).toEqual(['print']);
    expect(await bulkOf(single)).toEqual(['print']);
    const cases = [ready, unchecked, single];
    const result = await house.as(approver)(listRoutes.bulkPass, { body: { cases, note: '符合规定' } });
    expect(result.done).toEqual([ready]);
    expect(Object.fromEntries(result.failed.map((one) => [one.case, one.why]))).toEqual({
      [unchecked]: '还有 1 个审查要点没有核对',
      [single]: '这一环节不能批量办，打开单独办',
    });
    expect((await house.seen(approver, ready)).state).toBe('at-issue-desk');
    expect((await house.seen(approver, unchecked)).state).toBe('awaiting-decision');
  });
  test('the newest papers are printed as one document, each page with number and verify code', async () => {
    const numbers = [await accepted('kayak'), await accepted('kayak')];
    const { bytes, contentType } = await house.as(clerk)(listRoutes.bulkPrint, { body: { cases: numbers } });
    expect(contentType).toContain('application/pdf');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(text).not.toContain('/ByteRange');
    const west = await house.staff('clerk', { branch: 'lake/west' });
    await expect(house.as(west)(listRoutes.bulkPrint, { body: { cases: numbers } })).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('export', () => {
  test('an Excel file is made in the background, persons masked, for whoever asked alone', async () => {
    const citizen = await house.citizen('示例·导出人');
    const number = await house.submitted(citizen, 'raft');
    const mine = house.as(clerk);
    const body = {
      filter: { items: ['raft'] },
      columns: ['case' as const, 'applicant' as const, 'item' as const],
    };
    const { export: id } = await mine(listRoutes.exportStart, { body });
    const params = { export: id };
    expect(await mine(listRoutes.exportState, { params })).toMatchObject({
      state: 'running',
      rows: 0,
      total: 1,
    });
    await expect(mine(listRoutes.exportFile, { params })).rejects.toMatchObject({
      code: 'cases.export-running',
    });
    await house.settle();
    expect(await mine(listRoutes.exportState, { params })).toMatchObject({
      state: 'ready',
      rows: 1,
      total: 1,
    });
    const { bytes } = await mine(listRoutes.exportFile, { params });
    const rows = cellsOf(Buffer.from(bytes));
    expect(rows).toEqual(
      expect.arrayContaining(['办件编号', '申请人', '事项', number, '示*', '筏子下水登记']),
    );
    expect(rows.join()).not.toContain('导出人');
    const other = house.as(await house.staff('clerk'));
    await expect(other(listRoutes.exportFile, { params })).rejects.toMatchObject({ kind: 'missing' });
    house.moveBy({ days: 1 });
    await expect(mine(listRoutes.exportFile, { params })).rejects.toMatchObject({
      code: 'cases.export-missing',
    });
    await house.platform.jobs.runTimer('cases.drop-exports');
    house.moveBy({ days: -1 });
    await expect(mine(listRoutes.exportState, { params })).rejects.toMatchObject({ kind: 'missing' });
    expect((await house.as(citizen)(casesRoutes.get, { params: { case: number } })).case).toBe(number);
  });
  test('no cell is taken for a formula', () => {
    expect(['=1+1', '+86', '-1', '@sum', '\tx', '\rx'].map(harmless)).toEqual([
      "'=1+1",
      "'+86",
      "'-1",
      "'@sum",
      "'\tx",
      "'\rx",
    ]);
    expect(harmless('皮划艇')).toBe('皮划艇');
  });
});

/** The words in the cells of an Excel file: a zip of XML parts, read by its central directory. */
function cellsOf(zip: Buffer): string[] {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, more] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + more;
  }
  const text = [...parts].filter(([name]) => /sharedStrings|sheet1/.test(name)).map(([, xml]) => xml);
  return [...text.join('').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words = '']) => words);
}
