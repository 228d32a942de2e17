import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto }));

type SigningKey = Parameters<pkijs.SignedData['sign']>[0];

/** 签名者: the key and certificate a bureau signs its papers with. */
export type Signer = { readonly certificate: pkijs.Certificate; readonly key: SigningKey };

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const countryName = '2.5.4.6';
const organisationName = '2.5.4.10';
const commonName = '2.5.4.3';

/** A signer as PEM text: a certificate and a PKCS #8 key. */
export type SignerPem = { readonly certificate: string; readonly key: string };

/** Reads a signer from its text. */
export async function readSigner(pem: SignerPem): Promise<Signer> {
  const key = await crypto.subtle.importKey('pkcs8', bytesOf(pem.key), algorithm, true, ['sign']);
  return { certificate: pkijs.Certificate.fromBER(bytesOf(pem.certificate)), key };
}

/** The signer kept in a file; made on first use with a self-signed certificate that says it is for demonstration. */
export async function demoSigner(path: string, now: Date): Promise<SignerPem> {
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as SignerPem;
  const pem = await createDemoSigner(now);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(pem), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return pem;
}

async function createDemoSigner(now: Date): Promise<SignerPem> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: Math.floor(now.getTime() / 1000) });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      part(countryName, 'CN'),
      part(organisationName, '演示机构'),
      part(commonName, '通办演示签名'),
    );
  }
  certificate.notBefore.value = new Date(now.getTime() - 86_400_000);
  certificate.notAfter.value = new Date(now.getTime() + 10 * 365 * 86_400_000);
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(pair.privateKey, 'SHA-256');
  return {
    certificate: pemOf('CERTIFICATE', certificate.toSchema(true).toBER(false)),
    key: pemOf('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

function part(type: string, value: string): pkijs.AttributeTypeAndValue {
  const text = type === countryName ? new asn1.PrintableString({ value }) : new asn1.Utf8String({ value });
  return new pkijs.AttributeTypeAndValue({ type, value: text });
}

function pemOf(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function bytesOf(pem: string): ArrayBuffer {
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
