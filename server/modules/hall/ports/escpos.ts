import type { Slip } from '../../../platform/index.ts';

const [esc, gs, fs, lf] = [0x1b, 0x1d, 0x1c, 0x0a];
const initialise = Buffer.of(esc, 0x40);
const chinese = Buffer.of(fs, 0x26);
const centre = Buffer.of(esc, 0x61, 1);
const left = Buffer.of(esc, 0x61, 0);
/** Width and height, each as it is or so many times as large. */
const sized = (times: number) => {
  const more = times - 1;
  return Buffer.of(gs, 0x21, (more << 4) | more);
};
const bold = (on: boolean) => Buffer.of(esc, 0x45, on ? 1 : 0);
const feed = (lines: number) => Buffer.of(esc, 0x64, lines);
/** Feeds the paper to the knife and cuts it but for a point. */
const cut = Buffer.of(gs, 0x56, 66, 0);

/** 小票: the bytes by which a receipt printer of 80 mm prints the slip of a ticket (ESC/POS, text in GBK). */
export function receiptOf({ hall, number, rows, closing, url }: Slip): Buffer {
  return Buffer.concat([
    ...[initialise, chinese, centre, line(hall), feed(1)],
    ...[sized(4), bold(true), line(number), sized(1), bold(false), feed(1)],
    ...[left, ...rows.map(({ label, value }) => line(`${label}  ${value}`))],
    ...[feed(1), centre, qrOf(url), line('扫码看前面还有几个人'), feed(1)],
    ...[left, ...closing.map(line), cut],
  ]);
}

function line(text: string): Buffer {
  return Buffer.concat([gbkOf(text), Buffer.of(lf)]);
}

/** 二维码: model 2, points of 6 dots, correction M, then the text itself, then the print (GS ( k). */
function qrOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const command = (...parts: number[]) => {
    const size = parts.length;
    return Buffer.of(gs, 0x28, 0x6b, size & 0xff, size >> 8, ...parts);
  };
  const stored = bytes.length + 3;
  return Buffer.concat([
    command(0x31, 0x41, 0x32, 0),
    command(0x31, 0x43, 6),
    command(0x31, 0x45, 0x31),
    Buffer.of(gs, 0x28, 0x6b, stored & 0xff, stored >> 8, 0x31, 0x50, 0x30),
    bytes,
    command(0x31, 0x51, 0x30),
  ]);
}

let table: ReadonlyMap<string, number> | undefined;

/** The text as GBK; what GBK has no character for is printed as a question mark. */
export function gbkOf(text: string): Buffer {
  table ??= readTable();
  const known = table;
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80 && character.length === 1) return [code];
    const pair = known.get(character);
    return pair === undefined ? [0x3f] : [pair >> 8, pair & 0xff];
  });
  return Buffer.from(bytes);
}

/** Every pair of bytes is decoded once; turned round, that is the table to encode by. */
function readTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Buffer.of(lead, trail));
      const whole = Array.from(character).length === 1 && character !== '\u{fffd}';
      if (whole && !found.has(character)) found.set(character, (lead << 8) | trail);
    }
  }
  return found;
}
