import type { Confirmation } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Platform, Tx } from '../../../platform/index.ts';
import type { WindowAnswer } from '../counter.ts';
import type { Signed } from '../signed.ts';
import type { OpenSitting } from './parts.ts';
import type { ConfirmationRow, SittingRow, SittingStore } from './store.ts';

type Deps = Pick<Platform, 'vault' | 'clock'> & { store: SittingStore };
type Answered = Pick<ConfirmationRow, 'state'> & { signature?: string | undefined; say?: string | undefined };
export type Confirming = ReturnType<typeof createConfirming>;

/**
 * 群众确认: the person at the window confirms what is handed in for them. A confirmation counts for exactly what was
 * shown; whatever is changed afterwards, here or at home, has to be confirmed again.
 */
export function createConfirming(deps: Deps) {
  const { store, vault } = deps;
  /** The confirmation that stands for what is in hand now. */
  const findStanding = async (tx: Tx, sitting: OpenSitting): Promise<ConfirmationRow | undefined> => {
    const last = await store.lastConfirmation(tx, sitting.row);
    return last !== undefined && vault.same(last.shown, shownOf(deps, sitting)) ? last : undefined;
  };
  return {
    findStanding,
    async view(tx: Tx, sitting: OpenSitting): Promise<Confirmation> {
      const standing = await findStanding(tx, sitting);
      if (standing === undefined) return { state: 'none' };
      const { state, at, signature_id: signature, sealed } = standing;
      return {
        ...{ state, at: at.toISOString() },
        ...(signature === undefined ? {} : { signature }),
        ...(sealed === undefined ? {} : { reason: vault.open(placeOf(standing), sealed) }),
      };
    },
    /** How a confirmation that lets the sitting be handed in was signed. */
    signedHow(row: ConfirmationRow): Signed {
      const { signature_id: signature, sealed } = row;
      if (signature !== undefined) return { way: 'screen', signature };
      return { way: 'paper', why: sealed === undefined ? '' : vault.open(placeOf(row), sealed) };
    },
    /** Asks for a signature on the second screen, or records why it was given on paper. */
    ask: (tx: Tx, sitting: OpenSitting, paper: string | undefined): Promise<void> =>
      add(
        deps,
        tx,
        sitting,
        paper === undefined ? { state: 'asked' } : { state: 'paper', say: paper.trim() },
      ),
    /** Keeps what the person answered; false when something else stands there by now. */
    async answer(tx: Tx, sitting: OpenSitting, { verdict, signature, say }: WindowAnswer): Promise<boolean> {
      if ((await findStanding(tx, sitting))?.state !== 'asked') return false;
      if (verdict === 'sign' && signature === undefined) {
        throw new Problem('intake.no-signature', 'invalid', '先在屏上签名，再点确认');
      }
      const signed: Answered = { state: 'signed', signature, say };
      await add(deps, tx, sitting, verdict === 'sign' ? signed : { state: 'declined', say });
      return true;
    },
  };
}

async function add(deps: Deps, tx: Tx, sitting: OpenSitting, answered: Answered): Promise<void> {
  const { store, vault, clock } = deps;
  const { state, signature: signature_id, say } = answered;
  const { person_id, sitting_id } = sitting.row;
  const seq = ((await store.lastConfirmation(tx, sitting.row))?.seq ?? 0) + 1;
  const row = { person_id, sitting_id, seq, state, signature_id, shown: shownOf(deps, sitting) };
  const sealed = say === undefined ? undefined : vault.seal(placeOf(row), say);
  await store.insertConfirmation(tx, { ...row, sealed, at: clock() });
}

function shownOf({ vault }: Deps, { inHand }: OpenSitting): Buffer {
  const shown = inHand.map(({ draft: { row, content } }) => [row.draft_id, row.edition_id, content]);
  return vault.index('cases.sitting_confirmation.shown', JSON.stringify(shown));
}

function placeOf({ sitting_id, seq }: Pick<ConfirmationRow, 'sitting_id' | 'seq'>): string {
  return `cases.sitting_confirmation.sealed|${sitting_id}|${seq}`;
}

/** Refuses to hand in what the person has not confirmed, and says what to do. */
export function refuseUnconfirmed(standing: ConfirmationRow | undefined): ConfirmationRow {
  if (standing?.state === 'signed' || standing?.state === 'paper') return standing;
  if (standing?.state === 'declined') {
    throw new Problem('intake.declined', 'conflict', '群众没有确认，改好后再请群众确认');
  }
  throw new Problem('intake.unconfirmed', 'conflict', '先请群众确认并签名，再提交');
}

/** Whose sitting an answer belongs to: the one that stood at this window, and still does. */
export function isAbout(
  row: SittingRow | undefined,
  { about }: Pick<WindowAnswer, 'about'>,
): row is SittingRow {
  return row !== undefined && row.sitting_id === about;
}
