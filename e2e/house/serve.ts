import { start } from '../../server/main.ts';

/** The real start, as a process of its own that can be killed; says on standard output where it is open. */
const running = await start(process.env, (line) => console.log(line));
console.log(`open ${running.address}`);
const end = async () => {
  await running.stop();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void end());
