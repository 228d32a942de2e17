import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openBrowserServer } from '../browser.ts';
import { signInCitizen, signInStaff } from './client.ts';
import { freePort, newFolder, openHouse } from './house.ts';

/** What every journey shares. */
export type Shared = {
  readonly origin: string;
  /** Where the one browser listens. */
  readonly browser: string;
  /** Sessions by login or citizen, opened once. */
  readonly sessions: Readonly<Record<string, string>>;
};

declare module 'vitest' {
  interface ProvidedContext {
    shared: Shared;
  }
}

const staff = ['clerk2', 'clerk', 'approver', 'head', 'supervisor', 'auditor', 'security'];
const citizens = ['qin-chunyan', 'he-guilan', 'liang-zhixia', 'zhong-mingyuan', 'ma-yuanxing', 'bai-ruoxi'];

/** Opens one house and one browser for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newFolder('journeys');
  const environment = { TONGBAN_PROXIES: '1', TONGBAN_LOG: 'warn' };
  const [house, browser] = await Promise.all([
    freePort().then((port) => openHouse({ folder, port, environment })),
    openBrowserServer(),
  ]);
  const close = async () => {
    await browser.close();
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { origin } = house;
    project.provide('shared', {
      origin,
      browser: browser.wsEndpoint(),
      sessions: await openSessions(origin),
    });
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

async function openSessions(origin: string): Promise<Record<string, string>> {
  const sessions: Record<string, string> = {};
  for (const login of staff) sessions[login] = (await signInStaff(origin, login)).session() ?? '';
  for (const id of citizens) sessions[id] = (await signInCitizen(origin, id)).session() ?? '';
  return sessions;
}
