import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  fingerprintOf,
  isSignedBy,
  type NoteVerifier,
  readState,
  readVerifier,
  signState,
  verifierText,
} from './note.ts';

const signer = { origin: 'kayak.example/audit', key: generateKeyPairSync('ed25519').privateKey };
const state = {
  origin: signer.origin,
  size: 7,
  root: Buffer.alloc(32, 7),
  at: '2026-03-02T01:30:00.123456Z',
};
const known = readVerifier(verifierText(signer)) as NoteVerifier;

describe('a checkpoint', () => {
  test('is a signed note anyone with the public key can check', () => {
    const note = signState(state, signer);
    expect(note.split('\n').slice(0, 5)).toEqual([
      'kayak.example/audit',
      '7',
      Buffer.alloc(32, 7).toString('base64'),
      'time 2026-03-02T01:30:00.123456Z',
      '',
    ]);
    expect(readState(note)).toEqual(state);
    expect(isSignedBy(note, known)).toBe(true);
  });

  test('with one changed character, another key or another name is not signed', () => {
    const note = signState(state, signer);
    const other = { origin: signer.origin, key: generateKeyPairSync('ed25519').privateKey };
    expect(isSignedBy(note.replace('\n7\n', '\n8\n'), known)).toBe(false);
    expect(isSignedBy(signState(state, other), known)).toBe(false);
    expect(isSignedBy(signState(state, { ...signer, origin: 'canoe.example' }), known)).toBe(false);
    expect(isSignedBy(note.slice(0, note.indexOf('—')), known)).toBe(false);
  });

  test.each(['', 'a\nb\nc\n', 'a\n1\nAAAA\ntime x\n', 'a\n01\n', `a\n1\n${'A'.repeat(43)}=\n`])(
    'is not read from %j',
    (text) => {
      expect(readState(text)).toBeUndefined();
    },
  );
});

describe('a public key in one line', () => {
  test('has the key number the signed-note format asks for', () => {
    // RFC 8032, test 1: the secret key and its public half.
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const [name, id, ...rest] = verifierText({ origin: 'kayak', key }).split('+');
    const typed = rest.join('+');
    expect(Buffer.from(typed, 'base64').toString('hex')).toBe(
      '01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect([name, id?.length]).toEqual(['kayak', 8]);
  });

  test('that was altered is not read', () => {
    expect(readVerifier(verifierText(signer).replace('kayak', 'canoe'))).toBeUndefined();
    expect(readVerifier('kayak')).toBeUndefined();
    expect(fingerprintOf(known)).toMatch(/^[0-9a-f]{64}$/);
  });
});
