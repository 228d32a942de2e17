import { fleetRoutes, kiosksRoutes } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMachine, type Standing } from './machine.ts';
import { createNumbers } from './numbers.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') }));
afterEach(() => vi.useRealTimers());

const lease = { prefix: 'Z', from: 1, to: 999, day: '2026-03-02' };
const start = {
  hallName: '示例大厅',
  lease,
  items: [],
  reader: { kind: 'simulator', cards: [{ name: '示例·甲' }] },
};

type Asking = { body?: { wiped?: boolean; unmerged?: number; tickets?: { id: string }[] } };

/** A pretend server: the machine can be registered, wiped and removed, the network can be cut. */
function aMachine() {
  const server = {
    registered: true,
    cut: false,
    tired: false,
    removed: false,
    wipe: false,
    offers: 0,
  };
  const heard: Asking[] = [];
  const merged: string[] = [];
  const stored = new Map<string, string>();
  const answers = new Map<unknown, (asking: Asking) => unknown>([
    [
      fleetRoutes.offer,
      () => {
        server.offers += 1;
        server.removed = false;
        const expiresAt = new Date(Date.now() + 600_000).toISOString();
        return { device: `d${server.offers}`, key: 'k', code: `00000${server.offers}`, expiresAt };
      },
    ],
    [fleetRoutes.standing, () => ({ registered: server.registered, kind: 'kiosk' })],
    [fleetRoutes.ticket, () => ({ ticket: 't' })],
    [
      fleetRoutes.heartbeat,
      (asking) => {
        heard.push(asking);
        return { wipe: server.wipe && asking.body?.wiped !== true, now: '2026-03-02T01:09:00Z' };
      },
    ],
    [
      kiosksRoutes.merge,
      ({ body }) => {
        const ids = body?.tickets?.map(({ id }) => id) ?? [];
        merged.push(...ids);
        return { merged: ids, refused: [] };
      },
    ],
    [kiosksRoutes.start, () => start],
  ]);
  const call = ((route: unknown, asking: Asking) => {
    if (server.cut) return Promise.reject(new Problem('network.away', 'unavailable', '网络断了'));
    if (server.tired) return Promise.reject(new Problem('request.too-many', 'too-many', '操作太频繁'));
    if (server.removed && route !== fleetRoutes.offer)
      return Promise.reject(new Problem('devices.device', 'missing', '移除了'));
    return Promise.resolve(answers.get(route)?.(asking));
  }) as Call;
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  let made = 0;
  const next = () => {
    made += 1;
    return `made-${made}`;
  };
  const numbers = createNumbers({ storage, now: () => new Date(), newId: next, newKey: next });
  const told: string[] = [];
  const seen: Standing[] = [];
  const wiped = vi.fn(() => Promise.resolve());
  const machine = createMachine(
    {
      ...{
        call,
        storage,
        numbers,
        version: '1',
        faults: () => Promise.resolve([]),
        timeIs: (now) => void told.push(now.toISOString()),
        wipe: wiped,
      },
      ...{ now: () => new Date(), follow: () => () => undefined },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    (standing) => seen.push(standing),
  );
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { server, machine, after, now: () => seen.at(-1), stored, numbers, heard, merged, wiped, told };
}

describe('a kiosk', () => {
  test('shows a code until it is registered, then keeps its name and key alone', async () => {
    const { server, machine, after, now, stored } = aMachine();
    server.registered = false;
    void machine.run();
    await after(0);
    expect(now()).toEqual({ at: 'offering', code: '000001' });
    server.registered = true;
    await after(3_000);
    expect(now()).toMatchObject({ at: 'ready', unmerged: 0 });
    expect(stored.get('tongban.kiosk')).toBe(JSON.stringify({ device: 'd1', key: 'k' }));
  });
  test('tells every half minute that it is alive', async () => {
    const { machine, after, heard } = aMachine();
    void machine.run();
    await after(61_000);
    expect(heard).toHaveLength(3);
  });
  test('takes the time from its server', async () => {
    const { machine, after, told } = aMachine();
    void machine.run();
    await after(0);
    expect(told).toEqual(['2026-03-02T01:09:00.000Z']);
  });
  test('keeps what it may do for a start without network, but no cards of the demo', async () => {
    const { machine, after, stored } = aMachine();
    void machine.run();
    await after(0);
    expect([...stored.values()].join()).toContain('示例大厅');
    expect([...stored.values()].join()).not.toContain('示例·甲');
  });
  test('says since when the network is away, and hands its numbers in once when it is back', async () => {
    const { server, machine, after, now, numbers, merged } = aMachine();
    void machine.run();
    await after(0);
    server.cut = true;
    await after(31_000);
    expect(now()).toMatchObject({ at: 'ready', awaySince: new Date('2026-03-02T01:00:30Z') });
    const ids = [numbers.give('kayak')?.own.id, numbers.give('kayak')?.own.id];
    await after(5_000);
    expect(now()).toMatchObject({ unmerged: 2 });
    server.cut = false;
    await after(40_000);
    expect(merged).toEqual(ids);
    expect(now()).toMatchObject({ unmerged: 0 });
    expect(now()?.awaySince).toBeUndefined();
  });
  test('asked to wait is not cut off', async () => {
    const { server, machine, after, now } = aMachine();
    void machine.run();
    await after(0);
    server.tired = true;
    await after(61_000);
    expect(now()).toMatchObject({ at: 'ready' });
    expect(now()?.awaySince).toBeUndefined();
  });
  test('forgets everything when asked from afar, and says so once it has', async () => {
    const { server, machine, after, heard, wiped } = aMachine();
    server.wipe = true;
    void machine.run();
    await after(0);
    expect(wiped).toHaveBeenCalledTimes(1);
    expect(heard.map(({ body }) => body?.wiped)).toEqual([undefined, true]);
  });
  test('that was taken out offers itself anew and forgets its numbers', async () => {
    const { server, machine, after, now, numbers } = aMachine();
    void machine.run();
    await after(0);
    numbers.give('kayak');
    Object.assign(server, { removed: true, registered: false });
    await after(36_000);
    expect(now()).toEqual({ at: 'offering', code: '000002' });
    expect(numbers.waiting()).toEqual([]);
  });
});
