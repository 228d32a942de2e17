import { parentPort } from 'node:worker_threads';
import { readSigner } from './authority.ts';
import { type Paper, printPaper } from './paper.ts';
import { signPdf } from './sign.ts';

/** A paper to print and sign. */
export type PrintJob = { id: number; paper: Paper; pem: { certificate: string; key: string }; at: Date };
/** A printed paper, or why there is none. */
export type Printed = { id: number; pdf: Uint8Array } | { id: number; fault: string };

const port = parentPort;
port?.on('message', (job: PrintJob) => {
  print(job).then(
    (pdf) => port.postMessage({ id: job.id, pdf } satisfies Printed),
    (error: unknown) => port.postMessage({ id: job.id, fault: String(error) } satisfies Printed),
  );
});

async function print({ paper, pem, at }: PrintJob): Promise<Uint8Array> {
  return signPdf(await printPaper(paper), await readSigner(pem), at);
}
