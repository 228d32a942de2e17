import { Problem } from '@tongban/kernel';

/**
 * 指纹仪: asks the agent of this machine for one fingerprint, as the cabinet compares it. `POST /v1/fingerprint` answers
 * 200 with `{ fingerprint }` as soon as a finger was read; it is sent on and kept nowhere.
 */
export async function readFinger(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/fingerprint`, {
    ...{ method: 'POST', credentials: 'omit', signal: AbortSignal.timeout(30_000) },
  }).catch(() => undefined);
  const told = answer?.ok === true ? ((await answer.json()) as { fingerprint?: unknown }) : {};
  if (typeof told.fingerprint === 'string' && told.fingerprint !== '') return told.fingerprint;
  throw new Problem('kiosk.finger', 'unavailable', '没有读到指纹。擦干手指再按一次，或到出件窗口领取');
}
