import { parentPort } from 'node:worker_threads';
import { readSigner } from './authority.ts';
import { printCopies } from './copies.ts';
import { type ExpressLabel, printLabels } from './labels.ts';
import { type Paper, printPaper } from './paper.ts';
import { signPdf } from './sign.ts';
import { printSlip, type Slip } from './slips.ts';

/** A paper to print and sign; copies, labels and slips prove nothing and so are not signed. */
export type PrintWish =
  | { paper: Paper; pem: { certificate: string; key: string }; at: Date }
  | { copies: readonly Paper[] }
  | { labels: readonly ExpressLabel[] }
  | { slip: Slip };
export type PrintJob = { id: number; wish: PrintWish };
/** A printed paper, or why there is none. */
export type Printed = { id: number; pdf: Uint8Array } | { id: number; fault: string };

const port = parentPort;
port?.on('message', (job: PrintJob) => {
  print(job.wish).then(
    (pdf) => port.postMessage({ id: job.id, pdf } satisfies Printed),
    (error: unknown) => port.postMessage({ id: job.id, fault: String(error) } satisfies Printed),
  );
});

async function print(wish: PrintWish): Promise<Uint8Array> {
  if ('labels' in wish) return printLabels(wish.labels);
  if ('slip' in wish) return printSlip(wish.slip);
  if ('copies' in wish) return printCopies(wish.copies);
  const { paper, pem, at } = wish;
  return signPdf(await printPaper(paper), await readSigner(pem), at);
}
