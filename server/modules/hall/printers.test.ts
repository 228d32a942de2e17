import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Slip } from '../../platform/index.ts';
import { hallCodeOf, isHallCode } from './hall-code.ts';
import { gbkOf } from './ports/escpos.ts';
import { createNetworkPrinters } from './ports/receipt-printers.ts';

const slip: Slip = {
  ...{ hall: '示例·东湖大厅', number: 'A036', url: 'https://tongban.example/t/kayak' },
  rows: [{ label: '事项', value: '皮划艇下水登记' }],
  closing: ['听到叫号到窗口办理。'],
};
let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A receipt printer on the network: it takes bytes and tells nothing. */
function aPrinter(): Promise<{ port: number; printed: Promise<Buffer> }> {
  return new Promise((opened) => {
    const printed = new Promise<Buffer>((resolve) => {
      const server = createServer((socket) => {
        const parts: Buffer[] = [];
        socket.on('data', (part) => parts.push(part));
        socket.on('end', () => {
          socket.end();
          resolve(Buffer.concat(parts));
        });
      });
      servers.push(server);
      server.listen(0, '127.0.0.1', () => opened({ port: (server.address() as AddressInfo).port, printed }));
    });
  });
}

describe('a receipt printer', () => {
  test('is sent the slip in ESC/POS: ready, Chinese, the number large, the QR, a cut', async () => {
    const { port, printed } = await aPrinter();
    const printers = createNetworkPrinters(new Map([['pier', { host: '127.0.0.1', port }]]));
    await printers.print('pier', slip);
    const bytes = await printed;
    expect([...bytes.subarray(0, 4)]).toEqual([0x1b, 0x40, 0x1c, 0x26]);
    const text = new TextDecoder('gbk').decode(bytes);
    for (const wanted of [slip.hall, slip.number, '皮划艇下水登记', slip.url, '听到叫号到窗口办理。']) {
      expect(text).toContain(wanted);
    }
    const stored = slip.url.length + 3;
    const store = Buffer.of(0x1d, 0x28, 0x6b, stored, 0, 0x31, 0x50, 0x30);
    expect(bytes.includes(Buffer.concat([store, Buffer.from(slip.url)]))).toBe(true);
    expect([...bytes.subarray(-4)]).toEqual([0x1d, 0x56, 66, 0]);
  });
  test('that is away fails the print, so that it is tried again', async () => {
    const { port } = await aPrinter();
    await new Promise((closed) => servers[0]?.close(closed));
    servers = [];
    const printers = createNetworkPrinters(new Map([['pier', { host: '127.0.0.1', port }]]));
    await expect(printers.print('pier', slip)).rejects.toThrow('ECONNREFUSED');
  });
  test('of a hall that has none prints nothing', async () => {
    await expect(createNetworkPrinters(new Map()).print('pier', slip)).resolves.toBeUndefined();
  });
});

describe('GBK', () => {
  test('holds every character it is decoded from, and a question mark for the others', () => {
    const sample = '号窗口，。“办不成事”ABC 123';
    expect(new TextDecoder('gbk').decode(gbkOf(sample))).toBe(sample);
    expect(gbkOf('𠮷').toString()).toBe('?');
  });
});

describe('the code of the hour', () => {
  const index = (column: string, value: string) => createHash('sha256').update(`${column} ${value}`).digest();
  const vault = { index, indexes: (column: string, value: string) => [index(column, value)] };
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  test('is good in its hour and a quarter of an hour longer, in its hall alone', () => {
    const typed = hallCodeOf(vault, 'pier', at('01:59:00'));
    const good = (hall: string, now: Date) => isHallCode(vault, { hall, typed, now });
    expect(typed).toMatch(/^\d{4}$/);
    expect([
      good('pier', at('01:10:00')),
      good('pier', at('02:14:00')),
      good('pier', at('02:16:00')),
    ]).toEqual([...[true, true, false]]);
  });
});
