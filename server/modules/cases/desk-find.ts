import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import { isApplicants } from './actors.ts';
import { ACTION_NAMES } from './desk-words.ts';
import { type Ledger, missingCase, worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import { mayReach } from './rules.ts';
import type { CaseStore } from './store/cases.ts';

type Deps = Pick<Platform, 'clock'> & {
  store: CaseStore;
  ledger: Ledger;
  identity: Pick<Identity, 'persons'>;
};
export type Named = { case: string };
/** A case as somebody saw it: acting on it is refused once it has moved on. */
export type Seen = Named & { version: number };

export type Finding = ReturnType<typeof createFinding>;

/** Finds cases by number for staff who may reach them; all others are as if they were not there. */
export function createFinding({ store, ledger, identity, clock }: Deps) {
  const written = (number: string) => number.trim().toUpperCase();
  const keyOf = async (number: string) => {
    const key = await store.findKeyByNumber(written(number));
    if (key === undefined) throw missingCase();
    return key;
  };
  const reached = (caller: SignedIn, open: OpenCase): OpenCase => {
    const { branch, item, person_id: applicantId } = open.row;
    if (!mayReach(caller, { branch, item, applicantId })) throw missingCase();
    return open;
  };
  return {
    read: async (caller: SignedIn, number: string) =>
      reached(caller, await ledger.readByNumber(written(number))),
    /** Whether somebody may open the case of this number. */
    async reaches(caller: SignedIn, number: string): Promise<boolean> {
      const row = await store.findByNumber(written(number));
      if (row === undefined) return false;
      return mayReach(caller, { branch: row.branch, item: row.item, applicantId: row.person_id });
    },
    lock: async (tx: Tx, caller: SignedIn, number: string) =>
      reached(caller, await ledger.lock(tx, await keyOf(number))),
    /** Refuses when somebody acted since the case was seen, and names who did what when. */
    async refuseStale(open: OpenCase, seen: number): Promise<void> {
      const last = open.actions.at(-1);
      if (open.row.version === seen || last === undefined) return;
      const { id } = last.by;
      const person = id === worker.id ? undefined : (await identity.persons([id])).get(id);
      const who = isApplicants(last) ? '申请人' : (person?.name ?? '系统');
      const said = `${who}${timeText(last.at, clock())}办过这件（${ACTION_NAMES[last.type]}），刷新后再看`;
      throw new Problem('cases.stale', 'conflict', said);
    },
  };
}

/** 今天 10:30, or the day and the time. */
function timeText(at: string, now: Date): string {
  const day = shanghaiDay(at);
  const time = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
  if (day === shanghaiDay(now)) return `今天 ${time} `;
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${time} `;
}
