import { inflateSync } from 'node:zlib';

/** The content of the first file attached to a PDF of ours; undefined when none is. */
export function findAttachment(pdf: Buffer): Buffer | undefined {
  const found = pdf.indexOf('/Type /EmbeddedFile');
  const begin = found < 0 ? -1 : pdf.indexOf('stream\n', found);
  if (begin < 0) return undefined;
  const dictionary = pdf.subarray(found, begin).toString('latin1');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const start = begin + 'stream\n'.length;
  if (!Number.isInteger(length) || start + length > pdf.length) return undefined;
  const bytes = pdf.subarray(start, start + length);
  return dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
}
