import { createHash } from 'node:crypto';
import type { Words } from '@tongban/contract';
import type { AuditLog, Paper, Tx } from '../../platform/index.ts';
import type { PaperFact, PaperPage } from './store.ts';

/** What of a paper is put on record: everything that is printed on it. */
type Told = {
  code: string;
  kind: string;
  title: Words;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil?: string | undefined;
  facts: readonly PaperFact[];
  page: PaperPage;
};

/** What a print carries of its place in the sealed log. */
export type PaperEvidence = NonNullable<Paper['evidence']>;

/** What an early print says, for which the proof is not there yet. */
export const evidencePending: PaperEvidence = {
  lines: ['存证待生成。这是先行打印件；过几分钟再打开这份文书，得到的就是附有存证证明的一份。'],
};

/**
 * 存证: a paper's content goes on record as a digest in the transaction that seals the paper. The proof of that line is
 * attached to the print, together with the content itself, so that anybody can check both without us.
 */
export function createEvidence(auditLog: Pick<AuditLog, 'record' | 'prove'>) {
  return {
    record: (tx: Tx, paperId: string, told: Told): Promise<void> =>
      auditLog.record(tx, { action: 'files.seal-paper', object: objectOf(paperId, contentOf(told)) }),
    /** Undefined while the line cannot be sealed yet. */
    async find(xid: string, paperId: string, told: Told): Promise<PaperEvidence | undefined> {
      const content = contentOf(told);
      const proof = await auditLog.prove(xid, objectOf(paperId, content));
      if (proof === undefined) return undefined;
      const [, size = '', root = ''] = proof.checkpoint.split('\n');
      return {
        lines: [
          `存证：封存日志第 ${proof.index + 1} 行，签名时共 ${size} 行，树根 ${root}`,
          '证明附在本文件中（proof.json），不联网也能核对。',
        ],
        proof: JSON.stringify({ ...proof, content }),
      };
    },
  };
}

function objectOf(paperId: string, content: string): string {
  return `paper:${paperId}:${createHash('sha256').update(content).digest('hex')}`;
}

function contentOf({ code, kind, title, number, issuer, issuedOn, validUntil, facts, page }: Told): string {
  return sortedText({ code, kind, title, number, issuer, issuedOn, validUntil, facts, page });
}

/** JSON with the keys of every object in order, because the database keeps them in its own. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
