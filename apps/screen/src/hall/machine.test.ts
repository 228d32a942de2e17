import { boardsRoutes, fleetRoutes } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMachine } from './machine.ts';
import type { Show, Spoken, Standing } from './standing.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') }));
afterEach(() => vi.useRealTimers());

const calls = (...seqs: number[]): Spoken[] =>
  seqs.map((seq) => ({
    ...{ seq, number: `A00${seq}`, window: 'w1', windowNumber: 1, again: false },
    at: new Date().toISOString(),
  }));

/** A pretend server: its calls can be changed, the network can be cut. */
function aBoard() {
  const server = { registered: true, wipe: false, cut: false, gone: false, offers: 0, calls: [] as Spoken[] };
  const beats: unknown[] = [];
  const answers = new Map<unknown, (asking: { body?: unknown }) => unknown>([
    [fleetRoutes.offer, offered],
    [fleetRoutes.standing, () => ({ registered: server.registered, kind: 'board' })],
    [fleetRoutes.ticket, () => ({ ticket: 't' })],
    [fleetRoutes.heartbeat, beat],
    [boardsRoutes.show, () => ({ hallName: '示例大厅', calls: server.calls }) as unknown as Show],
  ]);
  function offered() {
    server.offers += 1;
    server.gone = false;
    const expiresAt = new Date(Date.now() + 300_000).toISOString();
    return { device: `d${server.offers}`, key: 'k', code: `00000${server.offers}`, expiresAt };
  }
  function beat({ body }: { body?: unknown }) {
    beats.push(body);
    return { wipe: server.wipe, now: new Date().toISOString() };
  }
  const call = (async (route: unknown, asking: { body?: unknown }) => {
    if (server.cut) throw new Problem('network.away', 'unavailable', '网络断了');
    if (server.gone && route !== fleetRoutes.offer) throw new Problem('devices.device', 'missing', '没有');
    return answers.get(route)?.(asking);
  }) as Call;
  return { server, beats, call };
}

function aMachine() {
  const { server, beats, call } = aBoard();
  const stored = new Map<string, string>();
  const seen: Standing[] = [];
  const spoken: number[] = [];
  const streams = { open: 0 };
  let heard: { onTold: (text: string) => void; onLost: () => void } | undefined;
  const machine = createMachine(
    'board',
    {
      call,
      now: () => new Date(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      follow: (_address, told) => {
        heard = told;
        streams.open += 1;
        return () => {
          streams.open -= 1;
        };
      },
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
    },
    { stand: (standing) => seen.push(standing), speak: (said) => spoken.push(...said.map(({ seq }) => seq)) },
  );
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const tell = (seq: number) => {
    server.calls = [...server.calls, ...calls(seq)];
    heard?.onTold(JSON.stringify({ call: calls(seq)[0] }));
  };
  const now = () => seen.at(-1);
  return { server, beats, machine, after, now, tell, spoken, stored, streams, lose: () => heard?.onLost() };
}

describe('a hall screen', () => {
  test('offers itself with a code, with another when that has run out, and forgets it when registered', async () => {
    const { server, machine, after, now, stored } = aMachine();
    server.registered = false;
    void machine.run();
    await after(0);
    expect(now()).toEqual({ place: { at: 'offering', code: '000001' } });
    await after(311_000);
    expect(now()).toEqual({ place: { at: 'offering', code: '000002' } });
    server.registered = true;
    await after(10_000);
    expect(now()?.place.at).toBe('showing');
    expect([...stored.values()]).toEqual([JSON.stringify({ device: 'd2', key: 'k' })]);
  });
  test('speaks what it is told at once, and only once though the board tells it again', async () => {
    const { machine, after, tell, spoken } = aMachine();
    void machine.run();
    await after(0);
    tell(1);
    tell(2);
    await after(25_000);
    expect(spoken).toEqual([1, 2]);
  });
  test('speaks after a short break what was called meanwhile', async () => {
    const { server, machine, after, spoken, lose, streams } = aMachine();
    void machine.run();
    await after(0);
    server.calls = calls(1);
    lose();
    await after(1);
    expect(spoken).toEqual([1]);
    expect(streams.open).toBe(1);
  });
  test('keeps what it shows while the network is away, says since when, and comes back within seconds', async () => {
    const { server, machine, after, now, spoken } = aMachine();
    void machine.run();
    await after(0);
    server.cut = true;
    await after(12_000);
    expect(now()).toMatchObject({ place: { at: 'showing' }, awaySince: new Date('2026-03-02T01:00:10Z') });
    server.calls = calls(1);
    await after(60_000);
    server.cut = false;
    await after(1_000);
    expect(now()?.awaySince).toBeUndefined();
    expect(spoken).toEqual([]);
  });
  test('tells every half minute that it is alive, and forgets everything when told to', async () => {
    const { server, beats, machine, after, stored } = aMachine();
    void machine.run();
    await after(65_000);
    expect(beats).toHaveLength(3);
    Object.assign(server, { wipe: true });
    await after(30_000);
    expect(beats.at(-1)).toMatchObject({ wiped: true });
    Object.assign(server, { wipe: false });
    await after(2_000);
    expect(JSON.parse([...stored.values()][0] ?? '{}')).toMatchObject({ device: 'd2' });
  });
  test('that was taken out of the fleet offers itself anew', async () => {
    const { server, machine, after, now } = aMachine();
    void machine.run();
    await after(0);
    Object.assign(server, { gone: true, registered: false });
    await after(12_000);
    expect(now()).toEqual({ place: { at: 'offering', code: '000002' } });
  });
  test('holds one stream open for twelve hours', async () => {
    const { machine, after, streams, tell, spoken } = aMachine();
    void machine.run();
    await after(12 * 3_600_000);
    tell(1);
    await after(0);
    expect(streams.open).toBe(1);
    expect(spoken).toEqual([1]);
    machine.stop();
    expect(streams.open).toBe(0);
  });
});
