import { rmSync } from 'node:fs';
import { identityRoutes } from '@tongban/contract';
import type { TestProject } from 'vitest/node';
import { openBrowserServer } from '../browser.ts';
import { createClient, signInCitizen, signInStaff } from './client.ts';
import { freePort, newFolder, openHouse } from './house.ts';
import type { Shared } from './shared.ts';

const staff = [
  ...[
    'clerk2',
    'clerk',
    'clerk-gz',
    'approver',
    'head',
    'hall',
    'supervisor',
    'auditor',
    'security',
    'admin',
  ],
  ...['operator', 'spokesperson', 'spokesperson2', 'spokesperson-gd'],
];
const citizens = ['qin-chunyan', 'he-guilan', 'liang-zhixia', 'zhong-mingyuan', 'ma-yuanxing', 'bai-ruoxi'];
const environment = { TONGBAN_PROXIES: '1', TONGBAN_LOG: 'warn' };

const awakeMs = 10 * 60_000;

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
  const sessions = await openSessions(origin);
  const awake = setInterval(() => void keepAwake(origin, sessions), awakeMs);
  open.push(async () => clearInterval(awake));
  return { origin, browser: browser.wsEndpoint(), sessions };
}

async function openSessions(origin: string): Promise<Record<string, string>> {
  const sessions: Record<string, string> = {};
  for (const login of staff) sessions[login] = (await signInStaff(origin, login)).session() ?? '';
  for (const id of citizens) sessions[id] = (await signInCitizen(origin, id)).session() ?? '';
  return sessions;
}

/** A session nobody uses for half an hour ends, and a slow machine walks longer than that. */
async function keepAwake(origin: string, sessions: Readonly<Record<string, string>>): Promise<void> {
  for (const session of Object.values(sessions))
    await createClient(origin, { session })
      .call(identityRoutes.session, {})
      .catch(() => undefined);
}
