import { type ItemEdition, pointsToCheck } from '@tongban/catalogue';
import { type DeskCase, deskRoutes, type Mark, proofsRoutes } from '@tongban/contract';
import type { Client } from './client.ts';

/** The staff a case needs, one client each. */
export type Staff = { readonly clerk: Client; readonly approver: Client; readonly head: Client };

const mostActs = 40;
/** What is done first when several things may be done. */
const order = ['claim', 'mark', 'accept', 'pass-step', 'grant', 'finish-production', 'hand-over'] as const;
type Command = (typeof order)[number];

/** Carries a case from intake to its end, whoever of the staff may act; returns what each did. */
export function seeThrough(staff: Staff, edition: ItemEdition, number: string): Promise<string[]> {
  return carryOn(staff, { edition, number, commands: order });
}

/** The same, until the review has begun: taken up, checked and accepted by the clerk. */
export function seeAccepted(staff: Staff, edition: ItemEdition, number: string): Promise<string[]> {
  const { clerk } = staff;
  return carryOn(
    { clerk, approver: clerk, head: clerk },
    { edition, number, commands: ['claim', 'mark', 'accept'] },
  );
}

/** The same, until the result waits at the issue desk. */
export function seeReady(staff: Staff, edition: ItemEdition, number: string): Promise<string[]> {
  return carryOn(staff, { edition, number, commands: order.filter((one) => one !== 'hand-over') });
}

type Work = {
  readonly edition: ItemEdition;
  readonly number: string;
  readonly commands: readonly Command[];
};

async function carryOn(staff: Staff, work: Work): Promise<string[]> {
  const { number } = work;
  const done: string[] = [];
  const people = Object.entries(staff);
  while (done.length < mostActs) {
    const acted = await someoneActs(people, work);
    if (acted === undefined) return done;
    done.push(acted);
  }
  throw new Error(`${number} does not come to an end: ${done.join(', ')}`);
}

async function someoneActs(people: [string, Client][], { edition, number, commands }: Work) {
  for (const [role, client] of people) {
    const seen = await client.call(deskRoutes.get, { params: { case: number } });
    const command = commands.find((one) => mayUsefully(seen, edition, one));
    if (command === undefined && (await verifies(client, seen))) return `${role} verify`;
    if (command === undefined) continue;
    await give(client, edition, { seen, command });
    return `${role} ${command}`;
  }
  return undefined;
}

/** Finds out what stands in for papers and is not known yet: investigations, and what a register did not tell. */
async function verifies({ call }: Client, seen: DeskCase): Promise<boolean> {
  if (!seen.permitted.some(({ command, may }) => command === 'mark' && may)) return false;
  const params = { case: seen.case };
  const { investigations } = await call(proofsRoutes.ofCase, { params });
  const task = investigations.find(({ state }) => state === 'open');
  if (task !== undefined) {
    const body = { verdict: 'found', finding: '查过档案，情况属实。' } as const;
    await call(proofsRoutes.finishInvestigation, { params: { task: task.task }, body });
    return true;
  }
  const slot = seen.slots.find(({ met, proved }) => met === 'data' && proved === undefined);
  if (slot === undefined) return false;
  const { material, person } = slot;
  const key = person === undefined ? { material } : { material, person };
  const body = { ...key, verdict: 'match', reason: '打电话向数据部门核实。' } as const;
  await call(proofsRoutes.checkByHand, { params, body });
  return true;
}

/** May, and is not done already: marking is of use only while a point is open. */
function mayUsefully(seen: DeskCase, edition: ItemEdition, command: Command): boolean {
  const may = seen.permitted.some((one) => one.command === command && one.may);
  if (command !== 'mark') return may;
  const found = (point: Mark) =>
    seen.marks.some(
      (mark) =>
        mark.material === point.material &&
        mark.person === point.person &&
        mark.checkpoint === point.checkpoint,
    );
  return may && pointsOf(seen, edition).some((point) => !found(point));
}

async function give(
  { call }: Client,
  edition: ItemEdition,
  { seen, command }: { seen: DeskCase; command: Command },
): Promise<void> {
  const { case: number, version, step } = seen;
  const params = { case: number };
  switch (command) {
    case 'claim':
      await call(deskRoutes.claim, { params, body: { version } });
      return;
    case 'mark':
      await call(deskRoutes.mark, { params, body: { marks: pointsOf(seen, edition) } });
      return;
    case 'accept':
      await call(deskRoutes.accept, { params, body: { version } });
      return;
    case 'pass-step':
      await call(deskRoutes.passStep, {
        params,
        body: { version, step: step?.id ?? '', verdict: 'pass', note: '材料齐全，核对一致，同意。' },
      });
      return;
    case 'grant':
      await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
      return;
    case 'finish-production':
      await call(deskRoutes.finish, { params, body: { version } });
      return;
    case 'hand-over':
      await call(deskRoutes.handOver, { params, body: { version, receivedBy: '本人' } });
  }
}

/** Every point to check at this stage, found in order. */
function pointsOf(seen: DeskCase, edition: ItemEdition): Mark[] {
  const side = ['submitted', 'pre-review'].includes(seen.state) ? 'intake' : 'review';
  return seen.slots.flatMap((slot) => {
    const definition = edition.folder.materials.find(({ id }) => id === slot.material);
    if (definition === undefined) return [];
    const { material, person } = slot;
    return pointsToCheck(definition, slot, side).map(({ id }) => ({
      material,
      checkpoint: id,
      result: 'ok' as const,
      ...(person === undefined ? {} : { person }),
    }));
  });
}

/** Takes a case up and sends the one-time notice with its first point as the one defect. */
export async function askForCorrection(clerk: Client, edition: ItemEdition, number: string): Promise<void> {
  const params = { case: number };
  const { version } = await clerk.call(deskRoutes.get, { params });
  const claimed = await clerk.call(deskRoutes.claim, { params, body: { version } });
  const marks = pointsOf(claimed, edition).map((mark, at): Mark => {
    return at === 0 ? { ...mark, result: 'defect', say: '拍得不清楚，对着光重新拍一张' } : mark;
  });
  const marked = await clerk.call(deskRoutes.mark, { params, body: { marks } });
  await clerk.call(deskRoutes.notify, { params, body: { version: marked.version } });
}
