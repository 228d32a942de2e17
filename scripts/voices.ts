import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chimeOf } from './voices/chime.ts';
import { trimmed } from './voices/trim.ts';
import { clipWords, languages } from './voices/words.ts';

/** npm run voices: speaks every clip anew with espeak-ng and packs it with opusenc (Debian: espeak-ng, opus-tools). */
const folder = join(import.meta.dirname, '..', 'content', 'voices');
const scratch = mkdtempSync(join(tmpdir(), 'tongban-voices-'));
let bytes = 0;
for (const [language, { voice, speed }] of Object.entries(languages)) {
  const into = join(folder, language);
  mkdirSync(into, { recursive: true });
  for (const [clip, words] of clipWords(language)) {
    const wave = join(scratch, 'clip.wav');
    execFileSync('espeak-ng', ['-v', voice, '-s', String(speed), '-g', '0', '-a', '160', '-w', wave, words]);
    writeFileSync(wave, trimmed(readFileSync(wave)));
    bytes += pack(wave, join(into, `${clip}.ogg`));
  }
  const wave = join(scratch, 'chime.wav');
  writeFileSync(wave, chimeOf());
  bytes += pack(wave, join(into, 'chime.ogg'));
}
rmSync(scratch, { recursive: true });
console.log(
  `写好 ${Object.keys(languages).length} 种语音，共 ${Math.round(bytes / 1024)} kB · voices written`,
);

function pack(wave: string, into: string): number {
  execFileSync('opusenc', ['--quiet', '--bitrate', '20', '--downmix-mono', '--discard-comments', wave, into]);
  return statSync(into).size;
}
