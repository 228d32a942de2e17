const rate = 24_000;
/** Two falling notes, as doors and halls use them. */
const notes = [
  { hertz: 659.25, from: 0 },
  { hertz: 523.25, from: 0.38 },
];
const seconds = 1.3;

/** 提示音: a two-note chime as a mono wave file of 16 bits. */
export function chimeOf(): Buffer {
  const samples = Array.from({ length: Math.round(rate * seconds) }, (_, at) => soundAt(at / rate));
  const data = Buffer.alloc(samples.length * 2);
  for (const [at, sound] of samples.entries()) data.writeInt16LE(Math.round(sound * 32_000), at * 2);
  return Buffer.concat([headOf(data.length), data]);
}

function soundAt(time: number): number {
  const parts = notes.map(({ hertz, from }) => {
    const since = time - from;
    if (since < 0) return 0;
    const swing = Math.sin(2 * Math.PI * hertz * since) + 0.3 * Math.sin(4 * Math.PI * hertz * since);
    return 0.38 * swing * Math.min(1, since / 0.01) * Math.exp(-3.5 * since);
  });
  return Math.max(
    -1,
    Math.min(
      1,
      parts.reduce((sum, part) => sum + part, 0),
    ),
  );
}

function headOf(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}
