import type { WorkingCalendar } from '@tongban/calendar';
import { type Action, type Command, decide, fold, planOf } from '@tongban/casework';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type Platform, publish, type Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Payments } from '../payments/index.ts';
import { findFact } from './events.ts';
import { waitingOf } from './list/waiting.ts';
import { aboutCase, type CaseContent, type OpenCase } from './model.ts';
import { createRecent } from './recent.ts';
import { holderOf, queueOf, urgentOn } from './standing.ts';
import type { CaseStore } from './store/cases.ts';
import type { CaseKey, CaseRow } from './store/tables.ts';
import { findUnpaid } from './unpaid.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  store: CaseStore;
  catalogue: Catalogue;
  payments: Pick<Payments, 'close' | 'stateOf'>;
  calendar: WorkingCalendar;
};
/** A wish as someone says it; the ledger adds the moment. */
export type Given = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never;
export type Ledger = ReturnType<typeof createLedger>;

/** 等待发出: nothing else happens to a case while a decision on it can still be taken back. */
export const HELD = { why: 'held', message: '这件正在作出决定，等几秒再看' } as const;

/** With these a result leaves the house. */
const leaves: ReadonlySet<Given['type']> = new Set<Given['type']>(['hand-over', 'send']);

/** The machine as an actor: what the rules themselves bring about. */
export const worker = { id: 'worker', role: 'worker' } as const;

/** 办件账: a case is the list of its actions; here they are read, folded and added to, and nowhere else. */
export function createLedger(deps: Deps) {
  const { store, clock, calendar } = deps;
  const boxes = createBoxes(deps.vault);
  /** What a command leads to; refused with its reason, and as long as a decision is held. */
  const led = (open: OpenCase, wish: Given): readonly Action[] => {
    if (open.row.held_id !== undefined) throw refused(HELD);
    const command: Command = { ...wish, at: clock().toISOString() };
    const outcome = decide(open.state, command, { plan: open.plan, calendar });
    if (!outcome.ok) throw refused(outcome);
    return outcome.actions;
  };
  return {
    /** Refuses a command as `give` would, and does nothing. */
    refuseUnless: (open: OpenCase, wish: Given): void => void led(open, wish),
    sealContent: boxes.sealContent,
    ...createOpening(deps, boxes),
    /** Puts a command to a case: refused with its reason, or its actions are recorded and told. */
    async give(tx: Tx, open: OpenCase, wish: Given): Promise<OpenCase> {
      await refuseUnpaid(deps, tx, { open, wish });
      const added = led(open, wish);
      const sealed = added.map((one, at) => boxes.sealAction(open.row, one, open.actions.length + at));
      await store.insertActions(tx, { city: open.row.city, caseId: open.row.case_id }, sealed);
      const actions = [...open.actions, ...added];
      const next = { ...open, actions, state: fold(actions, open.plan) };
      for (const action of added) {
        const ended = action === actions.at(-1) ? howClosed(next) : undefined;
        const fact = findFact(action, open, ended);
        if (fact !== undefined) await publish(tx, fact, clock());
      }
      return next;
    },
    /** Writes the case's row after its actions: what lists show is folded again from the state. */
    async save(tx: Tx, open: OpenCase): Promise<OpenCase> {
      const { row, state, actions } = open;
      const now = clock();
      const holder = holderOf(state, row.holder_id);
      const saved: CaseRow = {
        ...row,
        state: state.status,
        queue: queueOf(state),
        urgent_on: urgentOn(state, calendar, shanghaiDay(now)),
        holder_id: holder,
        ...waitingOf(open, { holder, calendar, now }),
        version: actions.length,
        sealed: boxes.sealContent(row.case_id, open.content),
      };
      await store.updateCase(tx, saved);
      await forgiveFee(deps, tx, open);
      return { ...open, row: saved };
    },
  };
}

/** A result whose fee comes first does not leave before it is paid. */
async function refuseUnpaid(deps: Deps, tx: Tx, { open, wish }: { open: OpenCase; wish: Given }) {
  const unpaid = leaves.has(wish.type) ? await findUnpaid(deps, tx, open) : undefined;
  if (unpaid !== undefined) throw refused(unpaid);
}

/** What was to be paid for a result nobody gets is not due any more. */
async function forgiveFee({ payments }: Deps, tx: Tx, open: OpenCase): Promise<void> {
  const how = howClosed(open);
  if (how !== undefined && how !== 'granted') await payments.close(tx, aboutCase(open), how);
}

function howClosed({ state }: Pick<OpenCase, 'state'>) {
  return state.status === 'closed' ? state.how : undefined;
}

/** Opens cases: their rows with their actions, all of a page in one query; what is known already is not read again. */
function createOpening({ store, catalogue }: Deps, boxes: Boxes) {
  const recent = createRecent();
  const opened = async (row: CaseRow, actions: readonly Action[]): Promise<OpenCase> => {
    const edition = await catalogue.edition(row.edition_id);
    const plan = planOf(edition.folder.item);
    return { row, edition, plan, actions, state: fold(actions, plan), content: boxes.openContent(row) };
  };
  const fresh = async (rows: readonly CaseRow[], tx?: Tx): Promise<OpenCase[]> => {
    if (rows.length === 0) return [];
    const byCase = new Map<string, Action[]>(rows.map((row) => [row.case_id, []]));
    for (const kept of await store.actions(tx, rows)) byCase.get(kept.case_id)?.push(boxes.openAction(kept));
    return Promise.all(rows.map((row) => opened(row, byCase.get(row.case_id) ?? [])));
  };
  const many = async (rows: readonly CaseRow[], tx?: Tx): Promise<OpenCase[]> => {
    // What a transaction sees may never come to be.
    if (tx !== undefined) return fresh(rows, tx);
    const known = new Map(rows.map((row) => [row.case_id, recent.find(row)]));
    for (const open of await fresh(rows.filter((row) => known.get(row.case_id) === undefined))) {
      recent.keep(open);
      known.set(open.row.case_id, open);
    }
    return rows.flatMap((row) => known.get(row.case_id) ?? []);
  };
  const only = async (row: CaseRow | undefined, tx?: Tx): Promise<OpenCase> => {
    const [open] = row === undefined ? [] : await many([row], tx);
    if (open === undefined) throw missingCase();
    return open;
  };
  return {
    many,
    read: async (key: CaseKey) => only(await store.findCase(undefined, key)),
    readByNumber: async (number: string) => only(await store.findByNumber(number)),
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
  'own-request',
  'already-signed',
  'not-assigned',
];
const invalid: readonly string[] = [
  'nothing-listed',
  'no-reason',
  'no-basis',
  'no-remedy',
  'no-receiver',
  'no-waybill',
  'too-long',
];

/** A refusal of the rules as the one error the house throws. */
export function refused({ why, message }: { why: string; message: string }): Problem {
  if (forbidden.includes(why)) return new Problem(`cases.${why}`, 'forbidden', message);
  return new Problem(`cases.${why}`, invalid.includes(why) ? 'invalid' : 'conflict', message);
}

export type Boxes = ReturnType<typeof createBoxes>;

/** Personal content is sealed, each piece bound to its row. */
export function createBoxes(vault: Platform['vault']) {
  const casePlace = (caseId: string) => `cases.case.sealed|${caseId}`;
  const actionPlace = (caseId: string, seq: number) => `cases.action.sealed|${caseId}|${seq}`;
  /** Seals an action that is text already. */
  const sealText = (caseId: string, seq: number, text: string) => vault.seal(actionPlace(caseId, seq), text);
  return {
    sealText,
    sealContent: (caseId: string, content: CaseContent) =>
      vault.seal(casePlace(caseId), JSON.stringify(content)),
    openContent: (row: CaseRow): CaseContent => JSON.parse(vault.open(casePlace(row.case_id), row.sealed)),
    sealAction: (row: CaseRow, action: Action, seq: number) => ({
      seq,
      type: action.type,
      at: new Date(action.at),
      sealed: sealText(row.case_id, seq, JSON.stringify(action)),
    }),
    openAction: (kept: { case_id: string; seq: number; sealed: Buffer }): Action =>
      JSON.parse(vault.open(actionPlace(kept.case_id, kept.seq), kept.sealed)),
  };
}
