import type { BulkResult } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { apart, type Log, type Tx } from '../../../platform/index.ts';

type Many = { numbers: readonly string[]; log: Pick<Log, 'warn'> };

/**
 * 批量: one act for several cases, each behind its own savepoint: what fails is undone and told, the others go on. They
 * are taken in the order of their numbers, so that two bulk acts never wait for each other.
 */
export async function eachAlone(
  tx: Tx,
  { numbers, log }: Many,
  work: (number: string) => Promise<void>,
): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [] };
  for (const number of [...new Set(numbers)].toSorted()) {
    try {
      await apart(tx, () => work(number));
      result.done.push(number);
    } catch (error) {
      if (!(error instanceof Problem)) log.warn({ err: error }, 'one case of a bulk act failed');
      result.failed.push({ case: number, why: wordsOf(error) });
    }
  }
  return result;
}

function wordsOf(error: unknown): string {
  return error instanceof Problem ? error.message : '这一件没有办成，打开单独办';
}
