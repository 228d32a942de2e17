import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** 密码套件: how values are sealed and indexed: `intl` AES-256-GCM and SHA-256, `gm` SM4-CTR with HMAC-SM3, and SM3. */
export type SuiteName = 'intl' | 'gm';

export type Suite = {
  /** Stands in every sealed value, so that it can be opened after another suite was chosen. */
  readonly mark: number;
  readonly digest: 'sha256' | 'sm3';
  /** How many bytes of key one place needs. */
  readonly keyBytes: number;
  /** Encrypts, and binds what is sealed to its surroundings. */
  readonly seal: (key: Buffer, around: Uint8Array, value: Uint8Array) => Buffer;
  /** Throws when value, key or surroundings are not those of the sealing. */
  readonly open: (key: Buffer, around: Uint8Array, sealed: Buffer) => Buffer;
};

const gcm = { name: 'aes-256-gcm', ivBytes: 12, tagBytes: 16 } as const;
const ctr = { name: 'sm4-ctr', keyBytes: 16, ivBytes: 16, tagBytes: 32 } as const;

/** Node takes a key as an object three times faster than as bytes; every key is made one once. */
const secrets = new WeakMap<Buffer, KeyObject>();

function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key) ?? createSecretKey(key);
  secrets.set(key, known);
  return known;
}

const intl: Suite = {
  mark: 1,
  digest: 'sha256',
  keyBytes: 32,
  seal(key, around, value) {
    const iv = randomBytes(gcm.ivBytes);
    const cipher = createCipheriv(gcm.name, secretOf(key), iv).setAAD(around);
    const body = Buffer.concat([cipher.update(value), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open(key, around, sealed) {
    const { iv, tag, body } = partsOf(sealed, gcm);
    const decipher = createDecipheriv(gcm.name, secretOf(key), iv, { authTagLength: gcm.tagBytes });
    decipher.setAAD(around).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

/** Node has no SM4-GCM: encrypted first, then authenticated with a key of its own. */
const gm: Suite = {
  mark: 2,
  digest: 'sm3',
  keyBytes: ctr.keyBytes + 32,
  seal(key, around, value) {
    const iv = randomBytes(ctr.ivBytes);
    const cipher = createCipheriv(ctr.name, key.subarray(0, ctr.keyBytes), iv);
    const body = Buffer.concat([cipher.update(value), cipher.final()]);
    return Buffer.concat([iv, tagOf(key, around, Buffer.concat([iv, body])), body]);
  },
  open(key, around, sealed) {
    const { iv, tag, body } = partsOf(sealed, ctr);
    if (!timingSafeEqual(tag, tagOf(key, around, Buffer.concat([iv, body]))))
      throw new RangeError('the sealed value does not belong here or was changed');
    const decipher = createDecipheriv(ctr.name, key.subarray(0, ctr.keyBytes), iv);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

export const suites: Readonly<Record<SuiteName, Suite>> = { intl, gm };

/** Derives a key for one use from a secret. */
export function deriveKey(digest: Suite['digest'], secret: string | Buffer, use: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync(digest, secret, 'tongban', use, bytes));
}

/** The length of the surroundings is part of what is authenticated, so that nothing can move across the border. */
function tagOf(key: Buffer, around: Uint8Array, rest: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(around.length);
  const mac = createHmac('sm3', key.subarray(ctr.keyBytes));
  return mac.update(length).update(around).update(rest).digest();
}

function partsOf(sealed: Buffer, { ivBytes, tagBytes }: { ivBytes: number; tagBytes: number }) {
  const head = ivBytes + tagBytes;
  if (sealed.length < head) throw new RangeError('the sealed value is too short');
  return {
    iv: sealed.subarray(0, ivBytes),
    tag: sealed.subarray(ivBytes, head),
    body: sealed.subarray(head),
  };
}
