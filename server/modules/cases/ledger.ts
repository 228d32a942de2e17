import type { WorkingCalendar } from '@tongban/calendar';
import { type Action, type Command, decide, fold, planOf } from '@tongban/casework';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type Platform, publish, type Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { findFact } from './events.ts';
import type { CaseContent, OpenCase } from './model.ts';
import { holderOf, queueOf, urgentOn } from './standing.ts';
import type { CaseStore } from './store/cases.ts';
import type { CaseKey, CaseRow } from './store/tables.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  store: CaseStore;
  catalogue: Catalogue;
  calendar: WorkingCalendar;
};
/** A wish as someone says it; the ledger adds the moment. */
type Given = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never;
export type Ledger = ReturnType<typeof createLedger>;

/** The machine as an actor: what the rules themselves bring about. */
export const worker = { id: 'worker', role: 'worker' } as const;

/** 办件账: a case is the list of its actions; here they are read, folded and added to, and nowhere else. */
export function createLedger(deps: Deps) {
  const { store, clock, calendar } = deps;
  const boxes = createBoxes(deps.vault);
  return {
    sealContent: boxes.sealContent,
    ...createOpening(deps, boxes),
    /** Puts a command to a case: refused with its reason, or its actions are recorded and told. */
    async give(tx: Tx, open: OpenCase, wish: Given): Promise<OpenCase> {
      const command: Command = { ...wish, at: clock().toISOString() };
      const outcome = decide(open.state, command, { plan: open.plan, calendar });
      if (!outcome.ok) throw refused(outcome);
      const { row } = open;
      const sealed = outcome.actions.map((action, at) =>
        boxes.sealAction(row, action, open.actions.length + at),
      );
      await store.insertActions(tx, { city: row.city, caseId: row.case_id }, sealed);
      const actions = [...open.actions, ...outcome.actions];
      const next = { ...open, actions, state: fold(actions, open.plan) };
      for (const action of outcome.actions) {
        const ended =
          action === actions.at(-1) && next.state.status === 'closed' ? next.state.how : undefined;
        const fact = findFact(action, open, ended);
        if (fact !== undefined) await publish(tx, fact, clock());
      }
      return next;
    },
    /** Writes the case's row after its actions: what lists show is folded again from the state. */
    async save(tx: Tx, open: OpenCase): Promise<OpenCase> {
      const { row, state, actions } = open;
      const saved: CaseRow = {
        ...row,
        state: state.status,
        queue: queueOf(state),
        urgent_on: urgentOn(state, calendar, shanghaiDay(clock())),
        holder_id: holderOf(state, row.holder_id),
        version: actions.length,
        sealed: boxes.sealContent(row.case_id, open.content),
      };
      await store.updateCase(tx, saved);
      return { ...open, row: saved };
    },
  };
}

/** Opens cases: their rows with their actions, all of a page in one query. */
function createOpening({ store, catalogue }: Deps, boxes: Boxes) {
  const opened = async (row: CaseRow, actions: readonly Action[]): Promise<OpenCase> => {
    const edition = await catalogue.edition(row.edition_id);
    const plan = planOf(edition.folder.item);
    return { row, edition, plan, actions, state: fold(actions, plan), content: boxes.openContent(row) };
  };
  const many = async (rows: readonly CaseRow[], tx?: Tx): Promise<OpenCase[]> => {
    if (rows.length === 0) return [];
    const byCase = new Map<string, Action[]>(rows.map((row) => [row.case_id, []]));
    for (const kept of await store.actions(tx, rows)) byCase.get(kept.case_id)?.push(boxes.openAction(kept));
    return Promise.all(rows.map((row) => opened(row, byCase.get(row.case_id) ?? [])));
  };
  const only = async (row: CaseRow | undefined, tx?: Tx): Promise<OpenCase> => {
    const [open] = row === undefined ? [] : await many([row], tx);
    if (open === undefined) throw missingCase();
    return open;
  };
  return {
    many,
    read: async (key: CaseKey) => only(await store.findCase(undefined, key)),
    /** Opens a case for work: nobody else can work on it until the transaction ends. */
    lock: async (tx: Tx, key: CaseKey) => only(await store.lockCase(tx, key), tx),
  };
}

/** Nothing tells apart a case that does not exist from one the asker may not see. */
export function missingCase(): Problem {
  return new Problem('cases.missing', 'missing', '没有这个办件，或您不能看它。核对编号再试');
}

const forbidden: readonly string[] = [
  'role',
  'not-own-case',
  'own-case',
  'intake-approval',
  'four-eyes',
  'already-signed',
  'not-assigned',
];
const invalid: readonly string[] = ['nothing-listed', 'no-reason', 'no-basis', 'no-remedy', 'no-receiver'];

/** A refusal of the rules as the one error the house throws. */
export function refused({ why, message }: { why: string; message: string }): Problem {
  if (forbidden.includes(why)) return new Problem(`cases.${why}`, 'forbidden', message);
  return new Problem(`cases.${why}`, invalid.includes(why) ? 'invalid' : 'conflict', message);
}

type Boxes = ReturnType<typeof createBoxes>;

/** Personal content is sealed, each piece bound to its row. */
function createBoxes(vault: Platform['vault']) {
  const casePlace = (caseId: string) => `cases.case.sealed|${caseId}`;
  const actionPlace = (caseId: string, seq: number) => `cases.action.sealed|${caseId}|${seq}`;
  return {
    sealContent: (caseId: string, content: CaseContent) =>
      vault.seal(casePlace(caseId), JSON.stringify(content)),
    openContent: (row: CaseRow): CaseContent => JSON.parse(vault.open(casePlace(row.case_id), row.sealed)),
    sealAction: (row: CaseRow, action: Action, seq: number) => ({
      seq,
      type: action.type,
      at: new Date(action.at),
      sealed: vault.seal(actionPlace(row.case_id, seq), JSON.stringify(action)),
    }),
    openAction: (kept: { case_id: string; seq: number; sealed: Buffer }): Action =>
      JSON.parse(vault.open(actionPlace(kept.case_id, kept.seq), kept.sealed)),
  };
}
