import { type ScreenShow, screensRoutes } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLink, type Standing } from './link.ts';

const idle: ScreenShow = { kind: 'idle', windowName: '1号 综合窗口' };
const asked: ScreenShow = {
  ...{ kind: 'collect', windowName: '1号 综合窗口', collection: 'c1', declaration: '已拿到' },
  person: { name: '示例·甲', citizenNumber: '990***********0025' },
  results: [{ name: '下水登记证', number: 'K1' }],
};

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** A pretend server: what it shows can be changed, the network can be cut. */
function aScreen() {
  const server = { paired: true, show: idle as ScreenShow, cut: false, released: false, offers: 0 };
  const sent: unknown[] = [];
  const stored = new Map<string, string>();
  let told: { onTold: () => void; onLost: () => void } | undefined;
  const call = ((route: unknown, asking: { body?: unknown }) => {
    if (server.cut) return Promise.reject(new Problem('network.away', 'unavailable', '网络断了'));
    if (route === screensRoutes.offer) {
      server.offers += 1;
      server.released = false;
      return Promise.resolve({
        ...{ screen: `s${server.offers}`, key: 'k', code: `00000${server.offers}` },
        expiresAt: new Date(Date.now() + 300_000).toISOString(),
      });
    }
    if (server.released) return Promise.reject(new Problem('devices.screen', 'missing', '解除了'));
    if (route === screensRoutes.ticket) return Promise.resolve({ ticket: 't' });
    if (route === screensRoutes.sign) {
      sent.push(asking.body);
      server.show = idle;
      return Promise.resolve({ paired: true, show: { kind: 'thanks', windowName: '', verdict: 'sign' } });
    }
    return Promise.resolve({ paired: server.paired, bureau: '示例·公安局', show: server.show });
  }) as Call;
  const seen: Standing[] = [];
  const link = createLink(
    {
      call,
      now: () => new Date(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      follow: (_address, heard) => {
        told = heard;
        return () => {
          told = undefined;
        };
      },
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
    },
    (standing) => seen.push(standing),
  );
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const now = () => seen.at(-1);
  return { server, link, after, now, sent, stored, tell: () => told?.onTold(), lose: () => told?.onLost() };
}

describe('a screen', () => {
  test('offers itself with a code, and with another when that has run out', async () => {
    const { server, link, after, now } = aScreen();
    server.paired = false;
    void link.run();
    await after(0);
    expect(now()).toEqual({ place: { at: 'offering', code: '000001' } });
    await after(311_000);
    expect(now()).toEqual({ place: { at: 'offering', code: '000002' } });
  });
  test('keeps its name and key when paired, and forgets the code', async () => {
    const { server, link, after, stored } = aScreen();
    void link.run();
    await after(400_000);
    expect([...stored.values()]).toEqual([JSON.stringify({ screen: 's1', key: 'k' })]);
    expect(server.offers).toBe(1);
  });
  test('looks again the moment it is told', async () => {
    const { server, link, after, now, tell } = aScreen();
    void link.run();
    await after(0);
    server.show = asked;
    tell();
    await after(0);
    expect(now()).toMatchObject({ place: { show: { kind: 'collect' } } });
  });
  test('finds out by itself when word was lost', async () => {
    const { server, link, after, now, lose } = aScreen();
    void link.run();
    await after(0);
    lose();
    server.show = asked;
    await after(10_000);
    expect(now()).toMatchObject({ place: { show: { kind: 'collect' } } });
  });
  test('says since when the network is away, shows nothing of a person after a minute, and comes back', async () => {
    const { server, link, after, now } = aScreen();
    server.show = asked;
    void link.run();
    await after(0);
    server.cut = true;
    await after(12_000);
    expect(now()).toMatchObject({
      place: { show: { kind: 'collect' } },
      awaySince: new Date('2026-03-02T01:00:10Z'),
    });
    await after(61_000);
    expect(now()).toMatchObject({
      place: { show: { kind: 'idle' } },
      awaySince: new Date('2026-03-02T01:00:10Z'),
    });
    expect(JSON.stringify(now())).not.toContain('示例·甲');
    server.cut = false;
    await after(3_000);
    expect(now()).toMatchObject({ place: { show: { kind: 'collect' } } });
    expect(now()?.awaySince).toBeUndefined();
  });
  test('that was released offers itself anew and shows nothing of before', async () => {
    const { server, link, after, now, tell } = aScreen();
    server.show = asked;
    void link.run();
    await after(0);
    Object.assign(server, { released: true, paired: false, show: idle });
    tell();
    await after(4_000);
    expect(now()).toEqual({ place: { at: 'offering', code: '000002' } });
  });
  test('sends the answer, thanks, and is idle again after the thanks', async () => {
    const { server, link, after, now, sent } = aScreen();
    server.show = asked;
    void link.run();
    await after(0);
    await link.answer({ about: 'c1', verdict: 'sign', signature: 'AAAA' });
    expect(sent).toEqual([{ about: 'c1', verdict: 'sign', signature: 'AAAA' }]);
    expect(now()).toMatchObject({ place: { show: { kind: 'thanks' } } });
    await after(7_000);
    expect(now()).toMatchObject({ place: { show: { kind: 'idle' } } });
  });
  test('that is stopped tells nothing more', async () => {
    const { server, link, after, now } = aScreen();
    const over = link.run();
    await after(0);
    link.stop();
    server.show = asked;
    await after(20_000);
    await over;
    expect(now()).toMatchObject({ place: { show: { kind: 'idle' } } });
  });
});
