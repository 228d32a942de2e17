import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DataKey } from './vault/keyring.ts';
import { deriveKey, type SuiteName, suites } from './vault/suites.ts';
import { createVault, keyIdOf } from './vault.ts';

const keyOf = (id: number, suite: SuiteName): DataKey => ({ id, suite, secret: Buffer.alloc(32, id + 1) });

function vaultOf(active: DataKey, ...others: DataKey[]) {
  const all = [active, ...others];
  return createVault({
    sealing: () => active,
    find: (id) => all.find((key) => key.id === id),
    indexing: () => active,
    indexes: () => all,
  });
}

describe('the algorithms the suites stand on', () => {
  test('SM3 gives the digests of GB/T 32905', () => {
    const sm3 = (text: string) => createHash('sm3').update(text).digest('hex');
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  test('SM4 gives the ciphertext of GB/T 32907', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    // In counter mode the key stream of this counter is the same block.
    const counter = createCipheriv('sm4-ctr', block, block);
    expect(counter.update(Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  test('HMAC-SM3 is HMAC as RFC 2104 makes it, over SM3', () => {
    const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest();
    const key = Buffer.alloc(64);
    key.write('kayak');
    const inner = sm3(Buffer.from(key.map((byte) => byte ^ 0x36)), Buffer.from('red'));
    const outer = sm3(Buffer.from(key.map((byte) => byte ^ 0x5c)), inner);
    expect(createHmac('sm3', 'kayak').update('red').digest()).toEqual(outer);
  });
});

describe.each(['intl', 'gm'] as const)('the suite %s', (suite) => {
  const vault = vaultOf(keyOf(3, suite));
  const place = 'kayaks.kayak.owner|7';
  const sealed = vault.seal(place, '示例·张三');

  test('opens what it sealed, and seals the same value differently each time', () => {
    expect(vault.open(place, sealed)).toBe('示例·张三');
    expect(vault.open(place, vault.seal(place, ''))).toBe('');
    expect(vault.seal(place, '示例·张三')).not.toEqual(sealed);
    expect(sealed.includes(Buffer.from('张三'))).toBe(false);
  });

  test('does not open a value that was copied to another row or column', () => {
    expect(() => vault.open('kayaks.kayak.owner|8', sealed)).toThrow();
    expect(() => vault.open('kayaks.kayak.builder|7', sealed)).toThrow();
  });

  test('does not open a value with any one byte changed, or cut short', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open(place, changed)).toThrow();
    }
    for (const length of [0, 1, 3, 20, sealed.length - 1])
      expect(() => vault.open(place, sealed.subarray(0, length))).toThrow();
  });

  test('writes suite and key number on every value, and opens old values after a change of keys', () => {
    expect(keyIdOf(sealed)).toBe(3);
    expect([sealed[0], sealed[1]]).toEqual([2, suites[suite].mark]);
    const later = vaultOf(keyOf(4, suite === 'gm' ? 'intl' : 'gm'), keyOf(3, suite));
    expect(later.open(place, sealed)).toBe('示例·张三');
    expect(keyIdOf(later.seal(place, 'x'))).toBe(4);
    expect(() => vaultOf(keyOf(4, suite)).open(place, sealed)).toThrow('unknown key');
  });

  test('indexes equal values equally, apart by column and by key', () => {
    const index = vault.index('kayaks.owner', '１99');
    expect(index).toHaveLength(16);
    expect(vault.same(index, vault.index('kayaks.owner', '199'))).toBe(true);
    expect(vault.same(index, vault.index('kayaks.builder', '199'))).toBe(false);
    const changing = vaultOf(keyOf(4, suite), keyOf(3, suite));
    expect(changing.index('kayaks.owner', '199')).not.toEqual(index);
    expect(changing.indexes('kayaks.owner', '199')).toContainEqual(index);
  });
});

test('what the first release sealed can still be opened, and its key goes on sealing that way', () => {
  const secret = 's'.repeat(32);
  const first = vaultOf({ id: 0, suite: 'intl', secret: deriveKey('sha256', secret, 'seal') });
  const old = suites.intl.seal(
    deriveKey('sha256', secret, 'seal'),
    Buffer.from('kayaks.kayak.owner|7'),
    Buffer.from('示例'),
  );
  const blob = Buffer.concat([Buffer.of(1), old]);
  expect(first.open('kayaks.kayak.owner|7', blob)).toBe('示例');
  expect(first.seal('kayaks.kayak.owner|7', 'x')[0]).toBe(1);
  expect(keyIdOf(blob)).toBe(0);
});
