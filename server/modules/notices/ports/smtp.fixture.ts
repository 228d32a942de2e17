import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a mail server says to each command; undefined says nothing at all, and the line hangs. */
export type Says = (verb: string, line: string) => string | undefined;

const usual: Readonly<Record<string, string>> = {
  EHLO: '250-kayak.example\r\n250 AUTH PLAIN LOGIN',
  AUTH: '235 known',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  LETTER: '250 taken as k-1',
  QUIT: '221 bye',
};
/** What a mail server says when all is well. */
export const polite: Says = (verb) => usual[verb] ?? '500 unheard of';

type Remembered = { readonly heard: string[]; readonly letters: string[] };

/** A mail server that speaks SMTP at an address of this machine, remembers every line and letter, and answers as told. */
export async function aMailServer(says: Says = polite) {
  const remembered: Remembered = { heard: [], letters: [] };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    talk(socket, says, remembered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ ...remembered, port: (server.address() as AddressInfo).port },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function talk(socket: Socket, says: Says, { heard, letters }: Remembered): void {
  let [rest, isLetter] = ['', false];
  const answer = (verb: string, text: string) => {
    const said = says(verb, text);
    if (said !== undefined) socket.write(`${said}\r\n`);
    return said?.startsWith('354') === true;
  };
  /** The next whole line or letter of what has come in; undefined while there is none. */
  const next = (): string | undefined => {
    const mark = isLetter ? '\r\n.\r\n' : '\r\n';
    const end = rest.indexOf(mark);
    if (end < 0) return undefined;
    const text = rest.slice(0, end);
    rest = rest.slice(end + mark.length);
    return text;
  };
  socket.write('220 kayak.example\r\n');
  socket.on('data', (part) => {
    rest += part.toString('utf8');
    for (let text = next(); text !== undefined; text = next()) {
      (isLetter ? letters : heard).push(text);
      isLetter = answer(isLetter ? 'LETTER' : text.slice(0, 4), text);
    }
  });
}
