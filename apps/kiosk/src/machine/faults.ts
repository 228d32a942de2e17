import type { Fault } from './machine.ts';

const known: readonly Fault[] = ['paper-low', 'paper-out', 'jam', 'reader', 'printer', 'cards-out'];

/**
 * 设备状况: asks the agent of this machine what is wrong with its reader and printer. `GET /v1/state` answers
 * `{ faults: [...] }`; an agent that does not answer is a fault of the reader. A machine without one has nothing to tell.
 */
export async function readFaults(port: number | undefined): Promise<readonly Fault[]> {
  if (port === undefined) return [];
  const answer = await fetch(`http://127.0.0.1:${port}/v1/state`, {
    ...{ credentials: 'omit', signal: AbortSignal.timeout(3000) },
  }).catch(() => undefined);
  if (answer?.ok !== true) return ['reader'];
  const { faults } = (await answer.json()) as { faults?: unknown };
  return known.filter((fault) => Array.isArray(faults) && faults.includes(fault));
}
