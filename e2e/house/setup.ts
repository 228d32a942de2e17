import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openBrowserServer } from '../browser.ts';
import { signInCitizen, signInStaff } from './client.ts';
import { freePort, newFolder, openHouse } from './house.ts';
import type { Shared } from './shared.ts';

const staff = ['clerk2', 'clerk', 'approver', 'head', 'supervisor', 'auditor', 'security', 'operator'];
const citizens = ['qin-chunyan', 'he-guilan', 'liang-zhixia', 'zhong-mingyuan', 'ma-yuanxing', 'bai-ruoxi'];
const environment = { TONGBAN_PROXIES: '1', TONGBAN_LOG: 'warn' };

type Close = () => Promise<void>;

/** Opens for every worker a house and a browser of its own. */
export async function setup(project: TestProject): Promise<Close> {
  const open: Close[] = [];
  const close = async () => {
    for (const one of open.toReversed()) await one();
  };
  try {
    const houses = Array.from({ length: project.config.maxWorkers }, () => furnished(open));
    project.provide('houses', await Promise.all(houses));
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

/** A house with everybody's session opened, and a browser to visit it with. */
async function furnished(open: Close[]): Promise<Shared> {
  const folder = newFolder('journeys');
  open.push(async () => rmSync(folder, { recursive: true, force: true }));
  const { origin, stop } = await openHouse({ folder, port: await freePort(), environment });
  open.push(stop);
  const browser = await openBrowserServer();
  open.push(() => browser.close());
  return { origin, browser: browser.wsEndpoint(), sessions: await openSessions(origin) };
}

async function openSessions(origin: string): Promise<Record<string, string>> {
  const sessions: Record<string, string> = {};
  for (const login of staff) sessions[login] = (await signInStaff(origin, login)).session() ?? '';
  for (const id of citizens) sessions[id] = (await signInCitizen(origin, id)).session() ?? '';
  return sessions;
}
