import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { caseWorkRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, type KayakHouse } from '../cases/kayak-house.fixture.ts';
import { createPartners } from './service.ts';

let house: KayakHouse;
let partners: ReturnType<typeof createPartners>;
let folder: string;
let clerk: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  house = await createKayakHouse();
  partners = createPartners({ ...house.platform, cases: house.cases, licences: house.licences });
  folder = join(house.platform.config.dataFolder, 'exchange');
  clerk = await house.staff('clerk', { name: '示例·受理' });
  approver = await house.staff('approver', { name: '示例·审批' });
});
afterAll(() => house.stop());

type Rows = Record<string, Record<string, string>[]>;

/** Reports until nothing waits, and reads the newest batch. */
async function newestBatch(): Promise<Rows> {
  const before = await batches();
  // What was published is reported as soon as no older transaction of the same cluster is open any more.
  await expect
    .poll(
      async () => {
        await house.platform.outbox.settle();
        return partners.report();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  const [fresh] = (await batches()).filter((name) => !before.includes(name));
  const files = (await readdir(join(folder, fresh ?? ''))).filter((name) => name.endsWith('.csv'));
  const read = files.map(async (name) => {
    const text = await readFile(join(folder, fresh ?? '', name), 'utf8');
    return [name.replace('.csv', ''), rowsIn(text)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const batches = async () => (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));

function rowsIn(text: string): Record<string, string>[] {
  const [head = [], ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      line
        .slice(1, -1)
        .split('","')
        .map((value) => value.replaceAll('""', '"')),
    );
  return lines.map((values) => Object.fromEntries(head.map((column, at) => [column, values[at] ?? ''])));
}

describe('the report to the national platform', () => {
  let citizen: SignedIn & { citizenNumber: string };
  let number: string;

  test('tells an accepted case in its own columns, the same case later as an update', async () => {
    citizen = await house.citizen('示例"甲"');
    number = await house.submitted(citizen);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    const first = await newestBatch();
    expect(first.up_pro_accept).toEqual([
      expect.objectContaining({
        ...{ project_no: number, cd_operation: 'I', applyer_name: '示例"甲"' },
        ...{ applyer_page_type: '111', applyer_page_code: citizen.citizenNumber, apply_type: '2' },
        accept_date: expect.stringMatching(/^\d{8}$/),
        accept_doc_no: expect.stringContaining(number),
      }),
    ]);
    expect(first.up_pro_material?.length).toBeGreaterThan(0);
    expect(first.up_pro_result).toBeUndefined();

    await house.claim(approver, number);
    const { call, params, version } = await house.acting(approver, number);
    const reason = '要到湖上试一次';
    await call(caseWorkRoutes.startProcedure, { params, body: { version, procedure: 'float-test', reason } });
    const second = await newestBatch();
    expect(second.up_pro_accept?.[0]).toMatchObject({
      cd_operation: 'U',
      row_guid: first.up_pro_accept?.[0]?.row_guid,
    });
    expect(second.up_pro_special_procedure).toEqual([
      expect.objectContaining({
        special_type: '2',
        special_name: '下水试验',
        special_reason: reason,
        end_time: '',
      }),
    ]);
  });

  test('says in its manifest what it holds, what it leaves out, and why', async () => {
    const [batch = ''] = await batches();
    const read = (name: string) => readFile(join(folder, batch, name), 'utf8');
    const manifest = JSON.parse(await read('manifest.json'));
    expect(manifest).toMatchObject({ batch, at: expect.stringMatching(/Z$/) });
    const accept = manifest.tables.find(({ table }: { table: string }) => table === 'up_pro_accept');
    expect(accept).toMatchObject({
      ...{ file: 'up_pro_accept.csv', rows: 1 },
      leftOut: [
        { column: 'contact_*', why: 'name-unknown', say: '只知道列名的开头，没有读到全名，不猜' },
        { column: 'legal', why: 'meaning-unknown' },
      ],
    });
    const [head = ''] = (await read('up_pro_accept.csv')).split('\r\n');
    expect(head).toBe(accept.columns.map((column: string) => `"${column}"`).join(','));
    const result = manifest.tables.find(({ table }: { table: string }) => table === 'up_pro_result');
    expect(result).toMatchObject({ rows: 0, leftOut: [{ column: 'satisfaction', why: 'not-kept' }] });
    expect(result).not.toHaveProperty('file');
    expect(manifest.tablesLeftOut).toContainEqual(
      expect.objectContaining({ table: 'up_lic_data', why: 'cases-only' }),
    );
    for (const { columns, leftOut } of manifest.tables)
      for (const { column } of leftOut)
        expect(columns.some((one: string) => one.startsWith(column.replace('*', '')))).toBe(false);
  });

  test('can be read by nobody but the account of the server', async () => {
    const [batch = ''] = await batches();
    expect((await stat(join(folder, batch))).mode & 0o777).toBe(0o700);
    for (const name of ['up_pro_accept.csv', 'manifest.json'])
      expect((await stat(join(folder, batch, name))).mode & 0o777).toBe(0o600);
  });

  test('is not written twice, and not at all when nothing happened', async () => {
    const before = await batches();
    expect(await partners.report()).toBe(0);
    expect(await batches()).toEqual(before);
  });
});
