import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openBrowserServer } from '../browser.ts';
import { signInCitizen, signInStaff } from './client.ts';
import { freePort, newFolder, openHouse } from './house.ts';
import type { Shared } from './shared.ts';

const staff = ['clerk2', 'clerk', 'approver', 'head', 'supervisor', 'auditor', 'security'];
const citizens = ['qin-chunyan', 'he-guilan', 'liang-zhixia', 'zhong-mingyuan', 'ma-yuanxing', 'bai-ruoxi'];
const environment = { TONGBAN_PROXIES: '1', TONGBAN_LOG: 'warn' };

type Close = () => Promise<void>;

/** Opens one browser, and for every worker a house of its own. */
export async function setup(project: TestProject): Promise<Close> {
  const open: Close[] = [];
  const close = async () => {
    for (const one of open.toReversed()) await one();
  };
  try {
    const browser = await openBrowserServer();
    open.push(() => browser.close());
    const houses = Array.from({ length: project.config.maxWorkers }, () => furnished(open));
    const shared = (await Promise.all(houses)).map((house) => ({ ...house, browser: browser.wsEndpoint() }));
    project.provide('houses', shared);
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

/** A house with everybody's session opened. */
async function furnished(open: Close[]): Promise<Omit<Shared, 'browser'>> {
  const folder = newFolder('journeys');
  open.push(async () => rmSync(folder, { recursive: true, force: true }));
  const { origin, stop } = await openHouse({ folder, port: await freePort(), environment });
  open.push(stop);
  return { origin, sessions: await openSessions(origin) };
}

async function openSessions(origin: string): Promise<Record<string, string>> {
  const sessions: Record<string, string> = {};
  for (const login of staff) sessions[login] = (await signInStaff(origin, login)).session() ?? '';
  for (const id of citizens) sessions[id] = (await signInCitizen(origin, id)).session() ?? '';
  return sessions;
}
