import { connect } from 'node:net';
import type { Slip } from '../../../platform/index.ts';
import { receiptOf } from './escpos.ts';

/** 小票机: prints the slip of a ticket at the reception of a hall. */
export type ReceiptPrinters = {
  readonly kind: 'network' | 'simulator';
  /** Prints; a hall without a printer prints nothing. */
  readonly print: (hall: string, slip: Slip) => Promise<void>;
};

/** Simulates a printer: the bytes go nowhere, the last of them can be looked at. */
export function createPrinterSimulator(): ReceiptPrinters & {
  readonly printed: (hall: string) => readonly Buffer[];
} {
  const printed = new Map<string, Buffer[]>();
  return {
    kind: 'simulator',
    print: (hall, slip) => {
      const before = printed.get(hall) ?? [];
      printed.set(hall, [...before.slice(-9), receiptOf(slip)]);
      return Promise.resolve();
    },
    printed: (hall) => printed.get(hall) ?? [],
  };
}

const patienceMs = 5000;

/** Speaks ESC/POS over raw TCP, as nearly every receipt printer with a network plug understands it (port 9100). */
export function createNetworkPrinters(
  addresses: ReadonlyMap<string, { host: string; port: number }>,
): ReceiptPrinters {
  return {
    kind: 'network',
    print: async (hall, slip) => {
      const address = addresses.get(hall);
      if (address !== undefined) await send(address, receiptOf(slip));
    },
  };
}

/** Done when the printer has taken everything and closed; a printer without paper takes nothing and is told of in time. */
function send({ host, port }: { host: string; port: number }, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`printer ${host}:${port} does not answer`)));
    socket.on('error', reject);
    socket.on('close', (failed) => {
      if (!failed) resolve();
    });
    socket.on('connect', () => socket.end(bytes));
    // What a printer says of itself is not asked for.
    socket.resume();
  });
}
