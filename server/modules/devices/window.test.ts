import { windowRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { windowHttp } from './window.ts';

const card = { name: '示例·划艇', citizenNumber: '990101199405210025' };
const offices = {
  findWindow: (id: string) =>
    id === 'pier-w01'
      ? ({ id, name: '1号 窗口', hall: { name: '示例·码头大厅', division: '440604012' } } as never)
      : undefined,
  organisation: () => undefined,
};
const clerkAt = (window: string) => ({
  role: 'clerk' as const,
  personId: newId(),
  assignment: { id: newId(), branch: 'pier', office: 'pier', window },
});
let demo: TestHouse;
let real: TestHouse;
beforeAll(async () => {
  demo = await createTestHouse(({ http }) =>
    windowHttp(http, { offices, readerPort: undefined, cards: [card] }),
  );
  real = await createTestHouse(({ http }) =>
    windowHttp(http, { offices, readerPort: 17_600, cards: undefined }),
  );
});
afterAll(async () => {
  await demo.stop();
  await real.stop();
});

describe('the settings of a window', () => {
  test('in the demo name the place and the cards that lie in the tray', async () => {
    expect(await demo.as(clerkAt('pier-w01'))(windowRoutes.get, {})).toEqual({
      window: 'pier-w01',
      name: '示例·码头大厅 1号 窗口',
      division: '440604012',
      reader: { kind: 'simulator', cards: [card] },
      cameraSimulator: true,
    });
  });
  test('of a real bureau name the port of the reader and no card of anybody', async () => {
    expect(await real.as(clerkAt('elsewhere'))(windowRoutes.get, {})).toEqual({
      reader: { kind: 'agent', port: 17_600 },
      cameraSimulator: false,
    });
  });
  test('are not told to an approver', async () => {
    const approver = { ...clerkAt('pier-w01'), role: 'approver' as const };
    await expect(demo.as(approver)(windowRoutes.get, {})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
