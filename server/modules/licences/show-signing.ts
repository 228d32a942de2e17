import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** What a code says by itself, before anything is looked up; one that was kept names the licence, not a row. */
export type ReadCode =
  | { readonly kind: 'once'; readonly showId: string; readonly expiresAt: Date }
  | {
      readonly kind: 'kept';
      readonly personId: string;
      readonly licenceId: string;
      readonly expiresAt: Date;
    }
  | { readonly kind: 'forged' };
export type ShowSigner = ReturnType<typeof createShowSigner>;

const [once, kept] = [1, 2];
const [expiryAt, idsAt, idBytes] = [1, 5, 16];
/** PKCS#8 of an Ed25519 key up to its 32 bytes. */
const keyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

/** 签名的一种: how long it is, how it is made and known again. */
type Seal = {
  readonly bytes: number;
  readonly sign: (head: Buffer) => Buffer;
  readonly isOurs: (head: Buffer, signature: Buffer) => boolean;
};

/**
 * 签码: signs codes with keys derived from the secret of the house, so that every server of it signs and reads alike. A code for one
 * minute, which only the house reads, carries a short HMAC and makes a QR code that is easy to scan; one that is kept for a day
 * carries an Ed25519 signature. Whatever is forged is refused without asking the database.
 */
export function createShowSigner(secret: string) {
  const [short, long] = [shortSeal(secret), longSeal(secret)];
  return {
    sign: (showId: string, expiresAt: Date): string => codeOf(headOf(once, [showId], expiresAt), short),
    signKept: (personId: string, licenceId: string, expiresAt: Date): string =>
      codeOf(headOf(kept, [personId, licenceId], expiresAt), long),
    read(code: string): ReadCode {
      const bytes = Buffer.from(code.trim(), 'base64url');
      const format = bytes[0];
      if (format === once) {
        const head = readHead(bytes, 1, short);
        return head === undefined
          ? { kind: 'forged' }
          : { kind: 'once', showId: uuidAt(head, 0), expiresAt: endIn(head) };
      }
      const head = format === kept ? readHead(bytes, 2, long) : undefined;
      if (head === undefined) return { kind: 'forged' };
      return { kind: 'kept', personId: uuidAt(head, 0), licenceId: uuidAt(head, 1), expiresAt: endIn(head) };
    },
  };
}

function headOf(format: number, ids: readonly string[], expiresAt: Date): Buffer {
  const head = Buffer.alloc(idsAt + ids.length * idBytes);
  head.writeUInt8(format, 0);
  head.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), expiryAt);
  for (const [at, id] of ids.entries())
    Buffer.from(id.replaceAll('-', ''), 'hex').copy(head, idsAt + at * idBytes);
  return head;
}

function codeOf(head: Buffer, seal: Seal): string {
  return Buffer.concat([head, seal.sign(head)]).toString('base64url');
}

/** The part of a code that was signed; undefined unless we signed it. */
function readHead(bytes: Buffer, ids: number, seal: Seal): Buffer | undefined {
  const headBytes = idsAt + ids * idBytes;
  if (bytes.length !== headBytes + seal.bytes) return undefined;
  const head = bytes.subarray(0, headBytes);
  return seal.isOurs(head, bytes.subarray(headBytes)) ? head : undefined;
}

function endIn(head: Buffer): Date {
  return new Date(head.readUInt32BE(expiryAt) * 1000);
}

function uuidAt(head: Buffer, place: number): string {
  const from = idsAt + place * idBytes;
  const hex = head.subarray(from, from + idBytes).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function shortSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'tongban', 'show code once', 32));
  const bytes = 16;
  const seal = (head: Buffer) => createHmac('sha256', key).update(head).digest().subarray(0, bytes);
  return { bytes, sign: seal, isOurs: (head, given) => timingSafeEqual(seal(head), given) };
}

function longSeal(secret: string): Seal {
  const key = keyFrom(secret);
  const open = createPublicKey(key);
  return {
    bytes: 64,
    sign: (head) => sign(undefined, head, key),
    isOurs: (head, given) => verify(undefined, head, open, given),
  };
}

function keyFrom(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'tongban', 'show code', 32));
  return createPrivateKey({ key: Buffer.concat([keyHead, seed]), format: 'der', type: 'pkcs8' });
}
