import { connect, type Socket } from 'node:net';

/** What is asked over a wire. */
export type Ask = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};
/** What came back. */
export type Told = { readonly status: number; readonly contentType: string; readonly body: Buffer };
type Waiting = {
  readonly ask: Ask;
  readonly tell: (told: Told) => void;
  readonly fail: (error: Error) => void;
};

/**
 * 线: lasting connections that write requests and read answers and do nothing else, so that the load leaves the machine to
 * the house it measures. Answers have a length, as all of this API but its streams.
 */
export function openWires(origin: string, most: number) {
  const { hostname, port, host } = new URL(origin);
  const idle: Socket[] = [];
  const sockets = new Set<Socket>();
  const waiting: Waiting[] = [];
  const carry = (socket: Socket, one: Waiting) => {
    hear(socket, one, () => {
      const next = waiting.shift();
      if (next === undefined) idle.push(socket);
      else carry(socket, next);
    });
    socket.write(written(host, one.ask));
  };
  const open = () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  return {
    ask: (ask: Ask): Promise<Told> =>
      new Promise((tell, fail) => {
        const one = { ask, tell, fail };
        const socket = idle.pop() ?? (sockets.size < most ? open() : undefined);
        if (socket === undefined) waiting.push(one);
        else carry(socket, one);
      }),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function written(host: string, { method, path, headers, body = '' }: Ask): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n${body}`;
}

/** Reads one answer from a socket. */
function hear(socket: Socket, { tell, fail }: Waiting, free: () => void): void {
  let read: Buffer = Buffer.alloc(0);
  const leave = () => {
    socket.off('data', onData);
    socket.off('close', onClose);
    socket.off('error', fail);
  };
  const onClose = () => {
    leave();
    fail(new Error('the house hung up'));
  };
  const onData = (part: Buffer) => {
    read = read.length === 0 ? part : Buffer.concat([read, part]);
    const told = answerIn(read);
    if (told === undefined) return;
    leave();
    tell(told);
    free();
  };
  socket.on('data', onData);
  socket.on('close', onClose);
  socket.on('error', fail);
}

/** The answer, once all of it is there. */
function answerIn(read: Buffer): Told | undefined {
  const end = read.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = read.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const length = Number(/\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
  if (read.length < end + 4 + length) return undefined;
  const contentType = /\ncontent-type: ([^\r]*)/.exec(head)?.[1] ?? '';
  return { status, contentType, body: read.subarray(end + 4, end + 4 + length) };
}
