import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SealingConfig } from '../../config.ts';
import type { NoteSigner } from './note.ts';

/** The key checkpoints are signed with. */
export function noteSigner(config: SealingConfig, ownFile: string): NoteSigner {
  const key = config.key === undefined ? ownKey(ownFile) : createPrivateKey(config.key);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('TONGBAN_AUDIT_KEY 不是 Ed25519 私钥');
  return { origin: config.origin, key };
}

/** The demo's key, made once and kept beside its data. */
function ownKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return createPrivateKey(readFileSync(file));
}
