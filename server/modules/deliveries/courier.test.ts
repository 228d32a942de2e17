import { describe, expect, test } from 'vitest';
import {
  type AskedOfPeer,
  peerSecret as secret,
  signAsPeer as sign,
  standUpPeer,
} from '../../platform/signed-peer.fixture.ts';
import { createCourierHttp, createCourierSimulator } from './courier.ts';

const now = new Date('2026-03-02T01:30:00Z');
const clock = () => now;

async function aCourier(answer: (asked: AskedOfPeer) => unknown, by?: string) {
  const { heard, peer } = await standUpPeer(answer, by);
  return { heard, courier: createCourierHttp(peer, clock) };
}

const party = { name: '示例甲', phone: '19900001234', address: '示例市示例路 1 号' };
const parcel = { reference: '0192-1', from: party, to: party };
const news = { id: 'n1', step: 'moved', at: '2026-03-02T01:20:00Z', place: '示例中心' } as const;

describe('a courier', () => {
  test('takes a signed order and tells by signed answers where the parcel is', async () => {
    const { courier, heard } = await aCourier(({ ask }) =>
      ask === 'order' ? { waybill: 'KYK1234567' } : { news: [news] },
    );
    expect(await courier.order(parcel)).toBe('KYK1234567');
    expect(await courier.track('KYK1234567')).toEqual([news]);
    expect(heard.map(({ asked }) => asked)).toEqual([
      { ask: 'order', ...parcel },
      { ask: 'track', waybill: 'KYK1234567' },
    ]);
    expect(heard.every(({ genuine }) => genuine)).toBe(true);
  });
  test('prints its own label where it gives one, as a picture', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const { courier, heard } = await aCourier(({ waybill }) =>
      waybill === 'KYK1234567' ? { label: png.toString('base64') } : {},
    );
    expect(await courier.label('KYK1234567')).toEqual(png);
    expect(await courier.label('KYK7654321')).toBeUndefined();
    expect(heard[0]?.asked).toEqual({ ask: 'label', waybill: 'KYK1234567' });
    const other = await aCourier(() => ({ label: 'JVBERi0xLjQ=' }));
    await expect(other.courier.label('KYK1234567')).rejects.toThrow('something else');
  });
  test('is not believed when somebody else has signed, or when it answers something else', async () => {
    const { courier } = await aCourier(() => ({ waybill: 'KYK1234567' }), 'another secret');
    await expect(courier.order(parcel)).rejects.toThrow('peer did not sign');
    const other = await aCourier(() => ({ waybill: '<script>' }));
    await expect(other.courier.order(parcel)).rejects.toThrow('something else');
  });
});

describe('what a courier pushes', () => {
  const read = (body: string, { at = now, by = secret } = {}) => {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const courier = createCourierHttp({ url: 'http://127.0.0.1:1', key: 'office', secret }, clock);
    return courier.read({ body, timestamp, signature: sign(timestamp, body, by) });
  };
  const body = JSON.stringify({ pushed: [{ waybill: 'KYK1234567', news }] });

  test('is read when it has signed it just now', () => {
    expect(read(body)).toEqual([{ waybill: 'KYK1234567', news }]);
  });
  test('is not read when another has signed it, when it is old, or when it is something else', () => {
    expect(read(body, { by: 'another secret' })).toBeUndefined();
    expect(read(body, { at: new Date(now.getTime() - 6 * 60_000) })).toBeUndefined();
    expect(
      read(JSON.stringify({ pushed: [{ waybill: 'K', news: { ...news, step: 'lost' } }] })),
    ).toBeUndefined();
    expect(read('{')).toBeUndefined();
  });
});

describe('the simulator', () => {
  test('carries a parcel within a quarter of an hour, and a restart forgets nothing', async () => {
    let at = now;
    const waybill = await createCourierSimulator(() => at).order(parcel);
    const again = createCourierSimulator(() => at);
    expect(await again.track(waybill)).toEqual([]);
    at = new Date(now.getTime() + 6 * 60_000);
    expect((await again.track(waybill)).map(({ step }) => step)).toEqual(['picked-up', 'moved']);
    at = new Date(now.getTime() + 15 * 60_000);
    expect((await again.track(waybill)).at(-1)?.step).toBe('delivered');
    expect(await again.track('KYK1234567')).toEqual([]);
  });
});
