import { Problem } from '@tongban/kernel';

const most = { bytes: 200_000, width: 4000, height: 3000 };
const least = { width: 40, height: 20 };
const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngTail = Buffer.from('IEND');

/** 签名: reads the picture a person drew; anything that is not a PNG of a signature's size is refused. */
export function readSignature(base64: string): Buffer {
  const bytes = Buffer.from(base64.replace(/^data:image\/png;base64,/, ''), 'base64');
  if (bytes.length > most.bytes) throw unfit();
  const { width, height } = sizeOf(bytes);
  const fits = width >= least.width && height >= least.height && width <= most.width && height <= most.height;
  if (!fits) throw unfit();
  return bytes;
}

/** Width and height as the first block of a PNG tells them. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  const isPng =
    bytes.length >= 45 &&
    bytes.subarray(0, 8).equals(pngHead) &&
    bytes.toString('latin1', 12, 16) === 'IHDR' &&
    bytes.subarray(-8, -4).equals(pngTail);
  if (!isPng) throw unfit();
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function unfit(): Problem {
  const say = '没有收到签名，擦掉重新签一次';
  return new Problem('devices.signature', 'invalid', say, [
    { pointer: '/signature', code: 'signature', message: say },
  ]);
}
