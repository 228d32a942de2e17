import { closeSync, createWriteStream, openSync, readFileSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { breakGround } from '../server/ground.ts';
import { exportAudit } from '../server/platform/audit/export.ts';
import { linesOf } from '../server/platform/audit/lines.ts';
import { fingerprintOf, type NoteVerifier, readVerifier } from '../server/platform/audit/note.ts';
import { checkPaperProof } from '../server/platform/audit/proof.ts';
import { type Verdict, verifyExport } from '../server/platform/audit/verify.ts';
import { findAttachment } from '../server/platform/pdf/attachment.ts';

// 审计导出与核验: exports the sealed audit; checks exports and the proofs on papers without any database.
const usage = `用法 usage:
  npm run audit -- export FILE [--from 2026-01-01] [--to 2026-02-01]   导出 export
  npm run audit -- verify FILE [--key KEYFILE] [--checkpoints FILE] [--part]   核验导出 check an export
  npm run audit -- verify PAPER.pdf [--key KEYFILE]   核验文书里的存证 check the proof on a paper
  npm run audit -- key   显示公钥 show the public key`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    key: { type: 'string' },
    checkpoints: { type: 'string' },
    part: { type: 'boolean', default: false },
  },
});
const [verb, file] = positionals;
try {
  if (verb === 'key') await showKey();
  else if (verb === 'export' && file !== undefined) await write(file);
  else if (verb === 'verify' && file !== undefined) await check(file);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function showKey(): Promise<void> {
  const ground = await breakGround(process.env, () => undefined);
  console.log(ground.platform.auditLog.key);
  await ground.stop();
}

async function write(file: string): Promise<void> {
  const ground = await breakGround(process.env, () => undefined);
  try {
    const { auditLog, db, config } = ground.platform;
    for (;;) {
      const sealed = await auditLog.seal();
      if (sealed === 'busy' || sealed.lines === 0) break;
    }
    const [from, to] = [momentOf(values.from), momentOf(values.to)];
    const lines = exportAudit(db, { origin: config.sealing.origin, key: auditLog.key, from, to });
    await pipeline(Readable.from(lines), createWriteStream(file, { mode: 0o600 }));
    console.log(`已导出到 ${file}，没有封存的行不在里面`);
    console.log(`公钥 public key: ${auditLog.key}`);
  } finally {
    await ground.stop();
  }
}

/** A day as the moment it begins in Shanghai. */
function momentOf(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const moment = new Date(`${day}T00:00:00+08:00`);
  if (Number.isNaN(moment.getTime())) throw new Error(`日期写成 2026-01-31 这样: ${day}`);
  return moment.toISOString();
}

async function check(file: string): Promise<void> {
  const key = values.key === undefined ? undefined : keyIn(values.key);
  if (readStart(file).startsWith('%PDF')) return checkPaper(file, key);
  const anchor = values.checkpoints === undefined ? undefined : readFileSync(values.checkpoints, 'utf8');
  tell(await verifyExport(linesOf(file), { key, anchor, part: values.part }), key === undefined);
}

function tell(verdict: Verdict, ownKey: boolean): void {
  if (!verdict.ok) {
    const until = verdict.last === verdict.index ? '' : ` 到 ${verdict.last}`;
    console.error(`不完整 NOT INTACT: 序号 index ${verdict.index}${until}：${verdict.why}`);
    process.exitCode = 1;
    return;
  }
  const { first, size, checkpoints } = verdict;
  console.log(`完整 INTACT: 序号 ${first} 到 ${size - 1}，${size - first} 行，检查点 ${checkpoints} 个`);
  tellKey(verdict.key, ownKey);
}

function checkPaper(file: string, key: NoteVerifier | undefined): void {
  const attached = findAttachment(readFileSync(file));
  const verdict = attached === undefined ? undefined : checkPaperProof(attached.toString(), key);
  if (verdict === undefined || !verdict.ok) {
    console.error(`没有证明 NOT PROVED: ${verdict?.why ?? '文件里没有附存证证明'}`);
    process.exitCode = 1;
    return;
  }
  console.log(`已存证 PROVED: 在 ${verdict.size} 行的日志里，树根 ${verdict.root}`);
  console.log('存证时的内容，与纸面逐项核对 the content on record, compare it with the paper:');
  console.log(JSON.stringify(JSON.parse(verdict.content), null, 2));
  tellKey(verdict.key, key === undefined);
}

function tellKey(key: NoteVerifier, own: boolean): void {
  console.log(`公钥 ${key.name} 指纹 SHA-256 ${fingerprintOf(key)}`);
  if (own) console.log('公钥取自文件本身：把指纹与公安机关公布的核对，或用 --key 给出公钥');
}

function keyIn(file: string): NoteVerifier {
  const key = readVerifier(readFileSync(file, 'utf8'));
  if (key === undefined) throw new Error(`${file} 里不是公钥（npm run audit -- key 显示的那一行）`);
  return key;
}

function readStart(file: string): string {
  const handle = openSync(file, 'r');
  const start = Buffer.alloc(4);
  readSync(handle, start);
  closeSync(handle);
  return start.toString('latin1');
}
