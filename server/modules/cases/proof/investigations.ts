import type { WorkingCalendar } from '@tongban/calendar';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { KeptInvestigation } from '../kept.ts';
import { type CaseSlot, type OpenCase, type SlotKey, sameSlot } from '../model.ts';
import { slotName } from '../slots.ts';
import { keyOf } from './checks.ts';
import { lastDay, PROOF_DEFAULTS } from './rules.ts';
import type { ProofStore } from './store.ts';

type Deps = Pick<Platform, 'clock'> & { store: ProofStore; calendar: WorkingCalendar };
type Wish = SlotKey & { what: string; dueOn?: string };
type Found = { caller: SignedIn; task: string; verdict: 'found' | 'not-found'; finding: string };

/** 调查: staff find out what no paper is asked for; a case is not granted while one of its tasks is open. */
export function createInvestigations({ clock, store, calendar }: Deps) {
  const today = () => shanghaiDay(clock());
  const add = async (tx: Tx, open: OpenCase, wishes: readonly Wish[]): Promise<OpenCase> => {
    const { row, content } = open;
    const tasks = wishes.map(
      ({ what, dueOn, ...slot }): KeptInvestigation => ({
        ...{ ...keyOf(slot), task: newId(), what: what.trim(), state: 'open' },
        dueOn: dueOn ?? lastDay(calendar, today(), PROOF_DEFAULTS.investigation),
      }),
    );
    const rows = tasks.map(({ task, dueOn }) => ({
      ...{ city: row.city, case_id: row.case_id, task_id: task, branch: row.branch, due_on: dueOn },
    }));
    await store.insertInvestigations(tx, rows);
    return {
      ...open,
      content: { ...content, investigations: [...(content.investigations ?? []), ...tasks] },
    };
  };
  return {
    /** Opens a task for every material that is to be investigated; done once, when the case is accepted. */
    async begin(tx: Tx, open: OpenCase): Promise<OpenCase> {
      const { slots, investigations = [] } = open.content;
      const due = slots.filter(
        (slot) =>
          slot.met === 'investigation' &&
          slot.need === 'required' &&
          !investigations.some((task) => sameSlot(task, slot)),
      );
      const wishes = due.map((slot) => ({
        ...keyOf(slot),
        what: `查明“${slotName(open.edition, slot).zh}”要证明的情况`,
      }));
      return wishes.length === 0 ? open : add(tx, open, wishes);
    },
    /** Opens one more task, whatever the material was met by. */
    open(tx: Tx, open: OpenCase, wish: Wish): Promise<OpenCase> {
      if (!open.content.slots.some((slot) => sameSlot(slot, wish))) {
        throw new Problem('cases.material', 'missing', '没有这份材料');
      }
      if (wish.dueOn !== undefined && wish.dueOn < today()) {
        throw new Problem('proofs.due-day', 'invalid', '完成日期不能早于今天');
      }
      return add(tx, open, [wish]);
    },
    finish: (tx: Tx, open: OpenCase, found: Found) => finish({ clock, store }, tx, open, found),
  };
}
export type Investigations = ReturnType<typeof createInvestigations>;

/** Writes down what was found; what was not found is the reviewer's to judge. */
async function finish(
  { clock, store }: Pick<Deps, 'clock' | 'store'>,
  tx: Tx,
  open: OpenCase,
  { caller, task, verdict, finding }: Found,
) {
  const { row, content } = open;
  const before = content.investigations?.find((one) => one.task === task);
  if (before === undefined) throw missingTask();
  if (before.state !== 'open') {
    throw new Problem('proofs.task-done', 'conflict', '这项调查已经办结，刷新后再看');
  }
  const at = clock();
  const done: KeptInvestigation = {
    ...{ ...before, state: verdict, finding: finding.trim() },
    ...{ doneAt: at.toISOString(), doneBy: caller.personId },
  };
  await store.investigationDone(tx, { city: row.city, caseId: row.case_id }, { taskId: task, at });
  const investigations = (content.investigations ?? []).map((one) => (one === before ? done : one));
  const asked = (slot: CaseSlot) =>
    verdict === 'not-found' && slot.met === 'investigation' && sameSlot(slot, before);
  const slots = content.slots.map((slot) => (asked(slot) ? { ...slot, met: 'open' as const } : slot));
  return { open: { ...open, content: { ...content, slots, investigations } }, done };
}

/** Nothing tells apart a task that does not exist from one the asker may not see. */
export function missingTask(): Problem {
  return new Problem('proofs.task', 'missing', '没有这项任务，或您不能看它');
}
