import { fileTypes, maxFileBytes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';

type FileType = (typeof fileTypes)[number];

/** Refuses a file that cannot be taken, before its first byte is sent. */
export function checkWish(wish: { name: string; contentType: string; bytes: number }): FileType {
  const type = fileTypes.find((one) => one === wish.contentType);
  if (type === undefined) throw wrongType(wish.name);
  if (wish.bytes === 0) throw new Problem('files.empty', 'invalid', `“${wish.name}”是空的，重新选一个文件`);
  if (wish.bytes > maxFileBytes) {
    const say = `“${wish.name}”超过 20 MB，拍照时选小一点的尺寸，或分成几份上传`;
    throw new Problem('files.too-large', 'too-large', say, [
      { pointer: '/bytes', code: 'too-large', message: say },
    ]);
  }
  return type;
}

/** Refuses bytes that are not what the file said it is; the first bytes decide, not the name. */
export function checkBytes(name: string, said: string, bytes: Uint8Array): void {
  if (typeOf(bytes) !== said) throw wrongType(name);
}

/** The type of a file by its first bytes; undefined when it is none we take. */
function typeOf(bytes: Uint8Array): FileType | undefined {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  return undefined;
}

function wrongType(name: string): Problem {
  const say = `“${name}”不是照片或 PDF。用手机拍照上传，或另存为 JPG、PNG、PDF`;
  return new Problem('files.type', 'invalid', say, [{ pointer: '/contentType', code: 'type', message: say }]);
}
