import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type CaseView, casesRoutes, type Draft, draftsRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editionOf, fillDraft, submit } from '../house/applying.ts';
import { type Client, createClient, signInCitizen } from '../house/client.ts';
import { type House, newFolder } from '../house/house.ts';
import { findWayThrough } from '../house/situations.ts';
import { type Servers, startServers } from './servers.ts';

const kills = 50;
const people = ['qin-chunyan', 'he-guilan', 'liang-zhixia', 'zhong-mingyuan', 'zhou-qihang'];
const folder = newFolder('kill');
let servers: Servers;
beforeAll(async () => {
  servers = await startServers(folder, kills + 2);
}, 240_000);
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

type Prepared = { readonly draft: Draft; readonly person: number };

test(`the server killed ${kills} times in mid-submission makes exactly one case of each draft and loses none`, async () => {
  const first = await servers.next();
  const clients: Client[] = [];
  for (const id of people) clients.push(await signInCitizen(first.origin, id));
  const sessions = clients.map((client) => client.session() ?? '');
  const at = (house: House, person: number) =>
    createClient(house.origin, { session: sessions[person] ?? '' });
  const [{ draft: probe }, ...prepared] = await prepare(clients);

  const fresh = await servers.next();
  const began = performance.now();
  const probed = await submit(at(fresh, 0), probe);
  let usual = performance.now() - began;

  const cases: CaseView[] = [probed];
  let cutOff = 0;
  let house = fresh;
  for (const [round, { draft, person }] of prepared.entries()) {
    const key = randomUUID();
    const asked = performance.now();
    const answer = submit(at(house, person), draft, key).catch((error: unknown) => error);
    const took = answer.then(() => performance.now() - asked);
    await pause((usual * (round + 0.5)) / kills);
    await house.kill();
    const told = await answer;
    if (isCase(told)) usual = Math.min(usual, await took);
    else cutOff += 1;
    house = await servers.next();
    const settled = await submitSurely(at(house, person), draft, key);
    if (isCase(told)) expect(settled.case).toBe(told.case);
    cases.push(settled);
  }
  expect(cutOff).toBeGreaterThan(kills / 2);
  expect(new Set(cases.map((one) => one.case)).size).toBe(kills + 1);

  for (const [person] of people.entries()) {
    const client = at(house, person);
    const mine = await client.call(casesRoutes.list, { query: { limit: 50 } });
    const own = [probe, ...prepared.filter((one) => one.person === person).map(({ draft }) => draft)];
    expect(mine).toHaveLength(person === 0 ? own.length : own.length - 1);
    expect(await client.call(draftsRoutes.list, {})).toEqual([]);
    for (const { case: number } of mine) expect(cases.some((one) => one.case === number)).toBe(true);
  }
}, 1_800_000);

/** As many drafts as kills and one more, ready to be handed in, shared out among the people. */
async function prepare(clients: readonly Client[]): Promise<[Prepared, ...Prepared[]]> {
  const [client] = clients;
  if (client === undefined) throw new Error('nobody is signed in');
  const answers = findWayThrough(await editionOf(client, 'hh-cert')) ?? [];
  const draftOf = async (person: number) => {
    const draft = await fillDraft(clients[person] ?? client, { item: 'hh-cert', answers });
    return { draft, person };
  };
  const rest = await Promise.all(
    clients.map(async (_, person) => {
      const drafts: Prepared[] = [];
      while (drafts.length < kills / clients.length) drafts.push(await draftOf(person));
      return drafts;
    }),
  );
  return [await draftOf(0), ...rest.flat()];
}

/** Asks again under the same key until there is an answer, as a person does whose connection broke. */
async function submitSurely(client: Client, draft: Draft, key: string): Promise<CaseView> {
  for (;;) {
    try {
      return await submit(client, draft, key);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(50);
    }
  }
}

/** Nobody answered, or the first try is still being ended. */
function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return error.kind === 'unavailable' || error.code === 'request.in-flight';
  return error instanceof TypeError;
}

function isCase(told: unknown): told is CaseView {
  return typeof told === 'object' && told !== null && 'case' in told;
}
