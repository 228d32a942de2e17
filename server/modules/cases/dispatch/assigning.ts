import type { BulkResult } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type Log, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { StaffPost } from '../../identity/index.ts';
import { actorOf } from '../actors.ts';
import type { Finding } from '../desk-find.ts';
import { type Ledger, refused } from '../ledger.ts';
import { eachAlone } from '../list/each-alone.ts';
import type { OpenCase } from '../model.ts';
import { deskRoles, roleOfPost, type Staffing } from './colleagues.ts';
import type { Dispatcher } from './dispatcher.ts';
import { barredFromCase, isAtIntake, roleToGive, unitsOf } from './facts.ts';

type Deps = Staffing & {
  log: Log;
  find: Finding;
  ledger: Ledger;
  dispatcher: Dispatcher;
  today: () => string;
};
type Wish = { cases: readonly string[]; to: string; reason: string };
type Given = { to: string; reason: string };

/** 人工分派: a dispatcher gives cases to somebody, against the rules if need be, with the reason. */
export function createAssigning(deps: Deps) {
  const { log, find, ledger } = deps;
  return (tx: Tx, caller: SignedIn, { cases, to, reason }: Wish): Promise<BulkResult> =>
    eachAlone(tx, { numbers: cases, log }, async (number) => {
      const open = await find.lock(tx, caller, number);
      await ledger.save(tx, await give(deps, tx, { open, caller, given: { to, reason: reason.trim() } }));
    });
}

type Giving = { open: OpenCase; caller: SignedIn; given: Given };

async function give(deps: Deps, tx: Tx, { open, caller, given }: Giving): Promise<OpenCase> {
  const { to, reason } = given;
  const post = await asMachine('worker', () => postFor(deps, open, to));
  const unit = unitsOf(open, deps.offices).find(({ branch }) => branch === post.branch);
  if (unit === undefined) throw elsewhere();
  const why = `人工分派给${post.name}：${reason}`;
  const found = { rule: 'by-hand', unit, personId: to, why };
  if (isAtIntake(open)) return deps.dispatcher.give(tx, open, found);
  await deps.dispatcher.note(tx, open, found);
  const assignment = { unit: unit.branch, reviewerId: to, why };
  return deps.ledger.give(tx, open, { type: 'assign', by: actorOf(caller), assignment });
}

/** The post from which somebody may take this case now; refused with the reason where there is none. */
async function postFor({ identity, offices, store, today }: Deps, open: OpenCase, to: string) {
  const wanted = roleToGive(open);
  if (wanted === undefined) {
    throw refused({ why: 'wrong-state', message: '这件现在不用分派给一个人' });
  }
  const branches = unitsOf(open, offices).map(({ branch }) => branch);
  const theirs = (await identity.staffOf({ branches }, deskRoles)).filter(({ personId }) => personId === to);
  const post = theirs.find((one) => handles(one, open) && fitsRole(one, wanted));
  if (post === undefined) throw elsewhere();
  const barred = barredFromCase(open, post);
  if (barred !== undefined) throw new Problem('dispatch.barred', 'forbidden', `${post.name}${barred}`);
  const away = await store.awayOn([to], today());
  if (away.has(to)) throw new Problem('dispatch.away', 'conflict', `${post.name}今天请假，换一个人`);
  return post;
}

function handles({ items }: StaffPost, { row }: OpenCase): boolean {
  return items === undefined || items.includes(row.item);
}

/** A head may also take the step of an approver. */
function fitsRole(post: StaffPost, wanted: ReturnType<typeof roleToGive>): boolean {
  const role = roleOfPost(post);
  return role === wanted || (wanted === 'approver' && role === 'head');
}

function elsewhere(): Problem {
  return new Problem('dispatch.unfit', 'conflict', '这个人的岗位不办这件：单位、事项或环节对不上，换一个人');
}
