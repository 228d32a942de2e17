import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
/** More than any day's bill; an archive that grows beyond it is not unpacked. */
const mostBytes = 64 * 1024 * 1024;

/** 压缩包: the contents of the files of an archive, in their order; throws at anything a bill is not packed as. */
export function unzip(archive: Buffer): Buffer[] {
  const end = archive.lastIndexOf(markBytes(endMark));
  if (end < 0 || end + endBytes > archive.length) throw new Error('the archive has no end');
  const count = archive.readUInt16LE(end + 10);
  const files: Buffer[] = [];
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  for (let read = 0; read < count; read += 1) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error('the archive has no such entry');
    const file = unpack(archive, at, mostBytes - total);
    total += file.length;
    files.push(file);
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    at += entryBytes + lengths.reduce((sum, length) => sum + length, 0);
  }
  return files;
}

/** One file, as its line in the directory says where and how it is packed. */
function unpack(archive: Buffer, entry: number, maxOutputLength: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const packedBytes = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + localBytes + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes || packedBytes > maxOutputLength)
    throw new Error('the archive is cut off');
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed, { maxOutputLength });
  throw new Error(`the archive is packed in an unknown way: ${method}`);
}

function markBytes(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}
