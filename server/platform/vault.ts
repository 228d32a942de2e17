import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * 密匣: seals personal values for the database and makes blind indexes to find them by. `place` binds a sealed
 * value to its column and row, so that it cannot be copied elsewhere.
 */
export type Vault = {
  readonly seal: (place: string, value: string) => Buffer;
  readonly open: (place: string, sealed: Buffer) => string;
  readonly sealBytes: (place: string, value: Uint8Array) => Buffer;
  readonly openBytes: (place: string, sealed: Uint8Array) => Buffer;
  /** 128 bits that are equal for equal values and tell nothing without the key. */
  readonly index: (column: string, value: string) => Buffer;
  readonly same: (one: Uint8Array, other: Uint8Array) => boolean;
};

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

/** Creates the vault from the master secret (at least 32 characters); keys for sealing and indexing are derived apart. */
export function createVault(secret: string): Vault {
  if (secret.length < 32) throw new RangeError('the vault secret has at least 32 characters');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'tongban', use, 32));
  const sealing = derive('seal');
  const indexing = derive('index');

  const sealBytes = (place: string, value: Uint8Array): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(value), cipher.final()]);
    return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]);
  };
  const openBytes = (place: string, sealed: Uint8Array): Buffer => {
    const blob = Buffer.from(sealed);
    if (blob[0] !== version) throw new RangeError('sealed with an unknown key version');
    const iv = blob.subarray(1, 1 + ivBytes);
    const tag = blob.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(blob.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
  };
  return {
    sealBytes,
    openBytes,
    seal: (place, value) => sealBytes(place, Buffer.from(value)),
    open: (place, sealed) => openBytes(place, sealed).toString(),
    index: (column, value) =>
      createHmac('sha256', indexing)
        .update(`${column}\0${value.normalize('NFKC')}`)
        .digest()
        .subarray(0, 16),
    same: (one, other) => one.length === other.length && timingSafeEqual(one, other),
  };
}
