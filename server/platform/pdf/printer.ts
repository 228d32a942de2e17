import { Worker } from 'node:worker_threads';
import type { SignerPem } from './authority.ts';
import type { ExpressLabel } from './labels.ts';
import type { Paper } from './paper.ts';
import type { Printed, PrintJob, PrintWish } from './print-worker.ts';
import type { Slip } from './slips.ts';

/** 打印机: prints and signs papers beside the requests, so that nobody waits for a font. */
export type Printer = ReturnType<typeof createPrinter>;

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void };

/** Creates the printer; its thread starts with the first paper and does not keep the process alive. */
export function createPrinter() {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  const lose = (error: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const fresh = new Worker(new URL('./print-worker.ts', import.meta.url));
    fresh.on('message', (printed: Printed) => {
      const one = waiting.get(printed.id);
      waiting.delete(printed.id);
      if ('pdf' in printed) one?.resolve(Buffer.from(printed.pdf));
      else one?.reject(new Error(printed.fault));
      if (waiting.size === 0) fresh.unref();
    });
    fresh.on('error', lose);
    fresh.on('exit', () => lose(new Error('the printer stopped')));
    return fresh;
  };
  const put = (wish: PrintWish): Promise<Buffer> => {
    worker ??= begin();
    worker.ref();
    last += 1;
    const job: PrintJob = { id: last, wish };
    const printed = new Promise<Buffer>((resolve, reject) => waiting.set(job.id, { resolve, reject }));
    worker.postMessage(job);
    return printed;
  };
  return {
    print: (paper: Paper, pem: SignerPem, at: Date) => put({ paper, pem, at }),
    printCopies: (copies: readonly Paper[]) => put({ copies }),
    printLabels: (labels: readonly ExpressLabel[]) => put({ labels }),
    printSlip: (slip: Slip) => put({ slip }),
    stop: async (): Promise<void> => {
      const running = worker;
      worker = undefined;
      await running?.terminate();
    },
  };
}
