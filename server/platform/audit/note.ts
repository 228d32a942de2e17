import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** 检查点: the state of a tree at one size, as it is signed. */
export type State = {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly at: string;
};

/** Signs checkpoints in the name of an origin. */
export type NoteSigner = { readonly origin: string; readonly key: KeyObject };

/** Checks checkpoints: the name of the key, its number and its public half. */
export type NoteVerifier = { readonly name: string; readonly id: Buffer; readonly key: KeyObject };

const ed25519 = 1;
const mark = '— ';

/** Writes a checkpoint (C2SP tlog-checkpoint) as a signed note (C2SP signed-note); the moment is an extension line. */
export function signState(state: State, signer: NoteSigner): string {
  const { origin, size, root, at } = state;
  const text = `${origin}\n${size}\n${root.toString('base64')}\ntime ${at}\n`;
  const signature = sign(null, Buffer.from(text), signer.key);
  const id = keyId(signer.origin, rawPublicKey(createPublicKey(signer.key)));
  return `${text}\n${mark}${signer.origin} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** Reads a checkpoint without believing it; undefined when it is not written as one. */
export function readState(note: string): State | undefined {
  const [origin, size, root, time] = note.split('\n');
  if (origin === undefined || origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return undefined;
  const hash = Buffer.from(root ?? '', 'base64');
  const at = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z)$/.exec(time ?? '')?.[1];
  if (hash.length !== 32 || hash.toString('base64') !== root || at === undefined) return undefined;
  return { origin, size: Number(size), root: hash, at };
}

/** Tells whether a checkpoint bears a true signature of this key. */
export function isSignedBy(note: string, verifier: NoteVerifier): boolean {
  const end = note.indexOf('\n\n');
  if (end < 0) return false;
  const text = note.slice(0, end + 1);
  return note
    .slice(end + 2)
    .split('\n')
    .some((line) => isSignature(line, text, verifier));
}

function isSignature(line: string, text: string, { name, id, key }: NoteVerifier): boolean {
  const head = `${mark}${name} `;
  if (!line.startsWith(head)) return false;
  const signature = Buffer.from(line.slice(head.length), 'base64');
  if (signature.length !== 68 || !signature.subarray(0, 4).equals(id)) return false;
  return verify(null, Buffer.from(text), key, signature.subarray(4));
}

/** The public key as one line (C2SP vkey): name, key number, and the key itself. */
export function verifierText({ origin, key }: NoteSigner): string {
  const raw = rawPublicKey(createPublicKey(key));
  const typed = Buffer.concat([Buffer.of(ed25519), raw]).toString('base64');
  return `${origin}+${keyId(origin, raw).toString('hex')}+${typed}`;
}

/** Reads a public key written as one line; undefined when its parts do not belong together. */
export function readVerifier(text: string): NoteVerifier | undefined {
  const written = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim());
  const [, name = '', id = '', typed = ''] = written ?? [];
  const bytes = Buffer.from(typed, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ed25519) return undefined;
  const raw = bytes.subarray(1);
  if (keyId(name, raw).toString('hex') !== id) return undefined;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { name, id: Buffer.from(id, 'hex'), key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** 指纹: SHA-256 of the public key, short enough to be compared by people. */
export function fingerprintOf({ key }: NoteVerifier): string {
  return createHash('sha256').update(rawPublicKey(key)).digest('hex');
}

function keyId(name: string, raw: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ed25519))
    .update(raw)
    .digest()
    .subarray(0, 4);
}

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
