import type { IntakeMark } from '@tongban/contract';
import { type Fault, Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Accepting } from '../accepting.ts';
import { actorOf } from '../actors.ts';
import type { DeskActs } from '../desk-acts.ts';
import { type Drafts, type OpenDraft, refuseSubmitted } from '../drafts.ts';
import type { Ledger } from '../ledger.ts';
import { marked, uncheckedOf } from '../marks.ts';
import { type OpenCase, type SlotKey, sameSlot } from '../model.ts';
import { verdictOf } from '../permitted.ts';
import type { Signed } from '../signed.ts';
import type { Submitting } from '../submitting.ts';
import { type Confirming, refuseUnconfirmed } from './confirming.ts';
import type { Marking } from './marking.ts';
import { officeAt } from './office.ts';
import type { Seat, TakenDraft } from './parts.ts';
import type { Receipts } from './receipt.ts';
import type { ConfirmationRow, SittingStore } from './store.ts';

type Deps = {
  store: SittingStore;
  drafts: Pick<Drafts, 'locked'>;
  submitting: Submitting;
  confirming: Confirming;
  marking: Marking;
  receipts: Receipts;
  acts: Pick<DeskActs, 'claim' | 'notify'>;
  accepting: Pick<Accepting, 'accept'>;
  ledger: Ledger;
  offices: Offices;
  files: Pick<Files, 'letRead'>;
};

/** 提交: everything in hand is handed in at once, with one receipt; if one part is refused, nothing is. */
export function createFiling(deps: Deps) {
  return {
    /** Refuses with everything still to do in all drafts in hand, each place named with its draft. */
    judge: (tx: Tx, seat: Seat) => judge(deps, tx, seat),
    async file(tx: Tx, seen: Seat): Promise<void> {
      const seat = await holding(deps, tx, seen);
      const { row, inHand } = seat.sitting;
      const marks = await judge(deps, tx, seat);
      const confirmed = refuseUnconfirmed(await deps.confirming.findStanding(tx, seat.sitting));
      const filed: OpenCase[] = [];
      const signed = deps.confirming.signedHow(confirmed);
      for (const one of inHand) filed.push(await handIn(deps, tx, seat, { one, marks, signed }));
      const { receipt, cases } = await deps.receipts.seal(tx, filed, signed);
      for (const open of cases) {
        const worked = await work(deps, tx, seat.caller, { open, marks });
        await close(deps, tx, seat, { open: await deps.ledger.save(tx, worked), confirmed });
      }
      await deps.store.setReceipt(tx, row, receipt);
    },
  };
}

/** The same with its drafts locked, so that nobody changes them at home while they are handed in. */
async function holding({ drafts }: Deps, tx: Tx, seat: Seat): Promise<Seat> {
  const inHand: TakenDraft[] = [];
  for (const { taken } of seat.sitting.inHand) {
    inHand.push({ taken, draft: await drafts.locked(tx, seat.who, taken.draft_id) });
  }
  return { ...seat, sitting: { ...seat.sitting, inHand } };
}

async function judge(deps: Deps, tx: Tx, seat: Seat): Promise<IntakeMark[]> {
  const { inHand, row } = seat.sitting;
  if (inHand.length === 0) throw new Problem('intake.nothing-taken', 'conflict', '先选要办的事');
  const marks = await deps.marking.list(tx, row);
  const refused: Problem[] = [];
  for (const { draft, taken } of inHand) {
    const noted = notedIn(marks, taken.draft_id);
    const problem = await judgeOne(deps, tx, draft, { who: seat.who, noted }).then(
      () => undefined,
      (error: unknown) => problemOf(error, taken.draft_id),
    );
    if (problem !== undefined) refused.push(problem);
  }
  refuseTogether(refused);
  return marks;
}

async function judgeOne(
  { submitting }: Deps,
  tx: Tx,
  draft: OpenDraft,
  handing: { who: Seat['who']; noted: readonly SlotKey[] },
): Promise<void> {
  refuseSubmitted(draft);
  await submitting.judge(tx, draft, handing);
}

/** A refusal of one draft, its places named below that draft; any other error goes on its way. */
function problemOf(error: unknown, draft: string): Problem {
  if (!(error instanceof Problem)) throw error;
  const { code, kind, message, faults } = error;
  const places: readonly Fault[] = faults.length === 0 ? [{ pointer: '', code, message }] : faults;
  const below = places.map((fault) => ({ ...fault, pointer: `/drafts/${draft}${fault.pointer}` }));
  return new Problem(code, kind, message, below);
}

function refuseTogether(refused: readonly Problem[]): void {
  const [first, second] = refused;
  if (first === undefined) return;
  if (second === undefined) throw first;
  const all = refused.flatMap(({ faults }) => faults);
  throw new Problem('intake.not-ready', 'invalid', `有 ${refused.length} 件还不能提交`, all);
}

/** The materials of a draft whose lack was found at the counter; the one-time notice will name them. */
function notedIn(marks: readonly IntakeMark[], draft: string): SlotKey[] {
  return marks
    .filter((mark) => mark.draft === draft && mark.result === 'defect')
    .map(({ material, person }) => (person === undefined ? { material } : { material, person }));
}

type InHand = { one: TakenDraft; marks: readonly IntakeMark[]; signed: Signed };

function handIn(
  deps: Deps,
  tx: Tx,
  { caller, who, sitting }: Seat,
  { one, marks, signed }: InHand,
): Promise<OpenCase> {
  const { draft, taken } = one;
  const { division, item } = draft.row;
  return deps.submitting.handIn(tx, draft, {
    ...{ who, by: actorOf(caller), channel: 'hall', noted: notedIn(marks, taken.draft_id), signed },
    office: officeAt(deps.offices, caller, { division, item, applicantId: sitting.row.person_id }),
  });
}

type Work = { open: OpenCase; marks: readonly IntakeMark[] };

/**
 * The same clerk takes the case up with what was found at the counter: defects go out in one notice; where all is well it
 * is accepted, and what the window settles is done and handed over; what was not looked at yet waits with the clerk.
 */
async function work(
  { acts, accepting }: Deps,
  tx: Tx,
  caller: SignedIn,
  { open, marks }: Work,
): Promise<OpenCase> {
  const held = await acts.claim(tx, open, caller);
  const kept = marked(held, 'intake', { by: caller.personId, marks: marksOn(held, marks) });
  const seen: OpenCase = { ...held, row: { ...held.row, marks: kept } };
  if (verdictOf('request-correction', seen, caller).ok) return acts.notify(tx, seen, caller);
  if (!verdictOf('accept', seen, caller).ok) return seen;
  return accepting.accept(tx, seen, { by: actorOf(caller), present: true });
}

/** The marks that are about points of this case; a mark on something that is not asked for any more is left behind. */
function marksOn(open: OpenCase, marks: readonly IntakeMark[]): Omit<IntakeMark, 'draft'>[] {
  const points = uncheckedOf(open, 'intake');
  return marks
    .filter(({ draft }) => draft === open.row.draft_id)
    .filter((mark) => points.some((one) => one.checkpoint === mark.checkpoint && sameSlot(one, mark)))
    .map(({ draft: _draft, ...mark }) => mark);
}

type Done = { open: OpenCase; confirmed: ConfirmationRow };

/** Notes in the sitting what became of a draft, and lets those who hold the case see the signature. */
async function close(deps: Deps, tx: Tx, { sitting }: Seat, { open, confirmed }: Done): Promise<void> {
  const { city, case_id: caseId, draft_id, branch } = open.row;
  const as = { city, caseId, confirmation: confirmed.seq };
  await deps.store.filed(tx, { ...sitting.row, draft_id }, as);
  const { signature_id: signature } = confirmed;
  if (signature !== undefined) await deps.files.letRead(tx, [signature], branch);
}
