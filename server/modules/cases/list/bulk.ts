import type { BulkResult } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Log, SignedIn, Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Desk } from '../desk.ts';
import type { Finding } from '../desk-find.ts';
import { bulkStep } from './bulk-rules.ts';
import { eachAlone } from './each-alone.ts';

type Deps = {
  log: Log;
  find: Finding;
  desk: Pick<Desk, 'claim' | 'passStep' | 'decide'>;
  files: Pick<Files, 'papers'>;
};
type Numbers = readonly string[];

/** 批量办理: the same commands as for one case, given for each of several; one failure never stops the others. */
export function createBulk({ log, find, desk, files }: Deps) {
  const each = (tx: Tx, numbers: Numbers, work: (number: string) => Promise<void>): Promise<BulkResult> =>
    eachAlone(tx, { numbers, log }, work);
  return {
    claim: (tx: Tx, caller: SignedIn, numbers: Numbers) =>
      each(tx, numbers, async (number) => {
        const { row } = await find.lock(tx, caller, number);
        await desk.claim(tx, caller, { case: number, version: row.version });
      }),
    /** Passes my step or grants; a decision waits its seconds like any other. */
    decide: (tx: Tx, caller: SignedIn, { cases, note }: { cases: Numbers; note: string }) =>
      each(tx, cases, async (number) => {
        const open = await find.lock(tx, caller, number);
        const step = bulkStep(open, caller);
        if (step === undefined) {
          throw new Problem('cases.not-in-bulk', 'conflict', '这一环节不能批量办，打开单独办');
        }
        const seen = { case: number, version: open.row.version };
        if (open.state.status === 'in-review') {
          await desk.passStep(tx, caller, { ...seen, step, verdict: 'pass', note });
        } else {
          await desk.decide(tx, caller, { ...seen, verdict: 'grant', reason: note });
        }
      }),
    /** 批量打印: one PDF with the newest paper of each case; copies to lay into the file, not the signed originals. */
    async print(caller: SignedIn, numbers: Numbers): Promise<Buffer> {
      const papers: string[] = [];
      for (const number of new Set(numbers)) {
        const { row } = await find.read(caller, number);
        const newest = row.documents.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))[0];
        if (newest !== undefined) papers.push(newest.document);
      }
      if (papers.length === 0) {
        throw new Problem('cases.no-papers', 'conflict', '选中的办件都还没有文书，没有可以打印的');
      }
      return files.papers.copies(papers);
    },
  };
}
