import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { Signer } from './authority.ts';
import { rangePlaceholder, signatureBytes } from './signature-field.ts';

const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';
const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingTime = '1.2.840.113549.1.9.5';

/** Signs a PDF that has an empty signature field; every byte but the signature itself is covered. */
export async function signPdf(pdf: Buffer, signer: Signer, at: Date): Promise<Buffer> {
  const start = pdf.indexOf(`<${'00'.repeat(64)}`);
  const end = start + 2 + signatureBytes * 2;
  if (start < 0) throw new RangeError('the PDF has no empty signature field');
  const ranged = writeRange(pdf, [0, start, end, pdf.length - end]);
  const covered = Buffer.concat([ranged.subarray(0, start), ranged.subarray(end)]);
  const signature = await detached(covered, signer, at);
  if (signature.length > signatureBytes) throw new RangeError('the signature is larger than its field');
  ranged.write(signature.toString('hex'), start + 1, 'latin1');
  return ranged;
}

function writeRange(pdf: Buffer, range: readonly number[]): Buffer {
  const placeholder = `[0 ${rangePlaceholder} ${rangePlaceholder} ${rangePlaceholder}]`;
  const at = pdf.indexOf(placeholder);
  if (at < 0) throw new RangeError('the PDF has no byte range to fill');
  const ranged = Buffer.from(pdf);
  ranged.write(`[${range.join(' ')}]`.padEnd(placeholder.length), at, 'latin1');
  return ranged;
}

async function detached(covered: Buffer, signer: Signer, at: Date): Promise<Buffer> {
  const bytes = new Uint8Array(covered);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const { certificate, key } = signer;
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(contentType, new asn1.ObjectIdentifier({ value: data })),
            attribute(signingTime, new asn1.UTCTime({ valueDate: at })),
            attribute(messageDigest, new asn1.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(key, 0, 'SHA-256', bytes);
  const content = new pkijs.ContentInfo({ contentType: signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}

function attribute(type: string, value: unknown): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}
