import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

/** Holds a data folder for this process alone; a lock left by a process that was killed is taken over. */
export async function holdFolder(socketPath: string): Promise<() => Promise<void>> {
  if (await isHeld(socketPath)) throw new Error('同一个数据文件夹已有一个正在运行，先停下它再启动');
  rmSync(socketPath, { force: true });
  const server = createServer((socket) => socket.destroy());
  await listen(server, socketPath);
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function isHeld(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
}
