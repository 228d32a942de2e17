import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataKey, Keyring } from './vault/keyring.ts';
import { deriveKey, suites } from './vault/suites.ts';

/**
 * 密匣: seals personal values for the database and makes blind indexes to find them by. `place` binds a sealed
 * value to its column and row, so that it cannot be copied elsewhere.
 */
export type Vault = {
  readonly seal: (place: string, value: string) => Buffer;
  readonly open: (place: string, sealed: Buffer) => string;
  readonly sealBytes: (place: string, value: Uint8Array) => Buffer;
  readonly openBytes: (place: string, sealed: Uint8Array) => Buffer;
  /** 128 bits that are equal for equal values and tell nothing without the key; this one is written. */
  readonly index: (column: string, value: string) => Buffer;
  /** Every index a value may stand under while keys are being changed; to look it up, newest first. */
  readonly indexes: (column: string, value: string) => Buffer[];
  readonly same: (one: Uint8Array, other: Uint8Array) => boolean;
};

/** A sealed value begins with its format, its suite and the number of its key. */
const format = 2;
const headBytes = 4;

/** Creates the vault on a ring of keys. */
export function createVault(ring: Keyring): Vault {
  const box = createBox(ring);
  return {
    ...box,
    seal: (place, value) => box.sealBytes(place, Buffer.from(value)),
    open: (place, sealed) => box.openBytes(place, sealed).toString(),
    index: (column, value) => indexBy(ring.indexing(), column, value),
    indexes: (column, value) => ring.indexes().map((key) => indexBy(key, column, value)),
    same: (one, other) => one.length === other.length && timingSafeEqual(one, other),
  };
}

function createBox(ring: Keyring): Pick<Vault, 'sealBytes' | 'openBytes'> {
  const derived = new Map<string, Buffer>();
  /** Each column has a key of its own below the data key. */
  const keyFor = (key: DataKey, place: string): Buffer => {
    const column = place.split('|', 1)[0] ?? place;
    const name = `${key.id}|${column}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const { digest, keyBytes } = suites[key.suite];
    const fresh = deriveKey(digest, key.secret, `seal ${column}`, keyBytes);
    derived.set(name, fresh);
    return fresh;
  };
  return {
    sealBytes(place, value) {
      const key = ring.sealing();
      if (key.id === 0)
        return Buffer.concat([Buffer.of(1), suites.intl.seal(key.secret, Buffer.from(place), value)]);
      const head = headOf(key);
      const around = Buffer.concat([head, Buffer.from(place)]);
      return Buffer.concat([head, suites[key.suite].seal(keyFor(key, place), around, value)]);
    },
    openBytes(place, sealed) {
      const blob = Buffer.from(sealed);
      const key = ring.find(keyIdOf(blob));
      if (key === undefined) throw new RangeError('sealed with an unknown key');
      if (key.id === 0) return suites.intl.open(key.secret, Buffer.from(place), blob.subarray(1));
      const head = blob.subarray(0, headBytes);
      if (!head.equals(headOf(key))) throw new RangeError('sealed with an unknown key');
      return suites[key.suite].open(
        keyFor(key, place),
        Buffer.concat([head, Buffer.from(place)]),
        blob.subarray(headBytes),
      );
    },
  };
}

/** The number of the key a value is sealed with. The first release wrote no number: that is key 0. */
export function keyIdOf(sealed: Uint8Array): number {
  if (sealed[0] === 1) return 0;
  if (sealed[0] !== format || sealed.length < headBytes) throw new RangeError('sealed with an unknown key');
  return Buffer.from(sealed).readUInt16BE(2);
}

/** What every value sealed with a key begins with. */
export function headOf({ id, suite }: DataKey): Buffer {
  return Buffer.of(format, suites[suite].mark, id >> 8, id & 0xff);
}

function indexBy(key: DataKey, column: string, value: string): Buffer {
  return createHmac(suites[key.suite].digest, key.secret)
    .update(`${column}\0${value.normalize('NFKC')}`)
    .digest()
    .subarray(0, 16);
}
