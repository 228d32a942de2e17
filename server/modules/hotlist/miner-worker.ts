import { parentPort, workerData } from 'node:worker_threads';
import { type Grievance, hotCandidates } from '@tongban/scoring';
import { createWords } from '../../platform/index.ts';
import { grievanceOf } from './grievances.ts';
import type { ToMiner } from './miner.ts';

const words = createWords([...(workerData as readonly string[])]);
const months = new Map<number, Grievance[]>();

parentPort?.on('message', (message: ToMiner) => {
  if (message === 'mine') return parentPort?.postMessage(mined());
  const kept = months.get(message.month) ?? [];
  months.set(message.month, kept);
  for (const told of message.told) kept.push(grievanceOf(told, words));
});

function mined() {
  const [month = [], ...before] = [...months].toSorted(([a], [b]) => a - b).map(([, told]) => told);
  return hotCandidates({ month, before });
}
