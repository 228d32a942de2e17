import { describe, expect, test } from 'vitest';
import { type AskedOfPeer, standUpPeer } from '../../platform/signed-peer.fixture.ts';
import { createCabinetHttp, createCabinetSimulator, simulatedMatch } from './kiosk-cabinet.ts';

async function aCabinet(answer: (asked: AskedOfPeer) => unknown, by?: string) {
  const { heard, peer } = await standUpPeer(answer, by);
  return { heard, cabinet: createCabinetHttp(peer) };
}

const finger = { device: 'd1', case: 'K1', citizenNumber: '990101199003070013', fingerprint: 'Zm9v' };

describe('the cabinet’s service', () => {
  test('tells by signed answers what it holds, whose finger it is, and which slot it opened', async () => {
    const { cabinet, heard } = await aCabinet(({ ask, case: number }) => {
      if (ask === 'held') return { held: ['K1'] };
      return ask === 'match' ? { matched: number === 'K1', permit: 'p1' } : { slot: 'A07' };
    });
    expect(await cabinet.held({ device: 'd1', cases: ['K1', 'K2'] })).toEqual(['K1']);
    expect(await cabinet.match(finger)).toBe('p1');
    expect(await cabinet.open({ device: 'd1', case: 'K1', permit: 'p1' })).toBe('A07');
    expect(heard.map(({ asked }) => asked)).toEqual([
      { ask: 'held', device: 'd1', cases: ['K1', 'K2'] },
      { ask: 'match', ...finger },
      { ask: 'open', device: 'd1', case: 'K1', permit: 'p1' },
    ]);
    expect(heard.every(({ genuine }) => genuine)).toBe(true);
  });
  test('gives no permit when the finger is not the owner’s', async () => {
    const { cabinet } = await aCabinet(() => ({ matched: false }));
    expect(await cabinet.match(finger)).toBeUndefined();
  });
  test('is not believed when somebody else has signed, or when it answers something else', async () => {
    const { cabinet } = await aCabinet(() => ({ matched: true, permit: 'p' }), 'another secret');
    await expect(cabinet.match(finger)).rejects.toThrow('peer did not sign');
    const other = await aCabinet(() => ({ open: 'yes' }));
    await expect(other.cabinet.match(finger)).rejects.toThrow('another shape');
  });
});

describe('the simulator', () => {
  test('holds every card, tells the right finger by its word, and has the same slot for the same case', async () => {
    const cabinet = createCabinetSimulator();
    expect(await cabinet.held({ device: 'd', cases: ['K1'] })).toEqual(['K1']);
    expect(await cabinet.match(finger)).toBeUndefined();
    const permit = (await cabinet.match({ ...finger, fingerprint: simulatedMatch })) ?? '';
    const opened = await cabinet.open({ device: 'd', case: 'K1', permit });
    expect(opened).toMatch(/^A\d\d$/);
    expect(await cabinet.open({ device: 'd', case: 'K1', permit })).toBe(opened);
  });
});
