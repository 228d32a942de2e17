import type { AnswerPair, Values } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Offices } from '../../offices/index.ts';
import { type Drafts, refuseSubmitted } from '../drafts.ts';
import type { LayWish } from '../model.ts';
import type { Laying } from './laying.ts';
import { officeAt, ownOffice } from './office.ts';
import type { Seat, TakenDraft } from './parts.ts';
import { mostTaken, type SittingStore } from './store.ts';

type Deps = {
  store: SittingStore;
  drafts: Drafts;
  offices: Offices;
  files: Pick<Files, 'letRead'>;
  laying: Laying;
  clock: () => Date;
};
type ItemWish = { item?: string; division?: string; answers?: readonly AnswerPair[]; draft?: string };

/** 事项: what the person at the window wants done; every item is a draft of theirs. */
export function createItems(deps: Deps) {
  const { store, drafts, laying } = deps;
  return {
    async add(tx: Tx, seat: Seat, wish: ItemWish): Promise<void> {
      if (seat.sitting.inHand.length >= mostTaken) {
        throw new Problem('intake.full', 'conflict', `一次最多同时办 ${mostTaken} 件，先提交填好的`);
      }
      await take(deps, tx, { seat, draft: wish.draft ?? (await begun(deps, tx, { seat, wish })) });
    },
    async drop(tx: Tx, seat: Seat, draft: string): Promise<void> {
      inHand(seat, draft);
      await store.drop(tx, { ...seat.sitting.row, draft_id: draft });
    },
    async saveValues(tx: Tx, seat: Seat, typed: { draft: string; values: Values }): Promise<void> {
      inHand(seat, typed.draft);
      await drafts.saveValues(tx, seat.who, typed);
    },
    async saveAnswers(
      tx: Tx,
      seat: Seat,
      given: { draft: string; answers: readonly AnswerPair[] },
    ): Promise<void> {
      const { draft } = inHand(seat, given.draft);
      await drafts.saveAnswers(tx, seat.who, given);
      await laying.settle(tx, seat, { draft: given.draft, before: draft.content });
    },
    async lay(tx: Tx, seat: Seat, { draft, ...wish }: LayWish & { draft: string }): Promise<void> {
      inHand(seat, draft);
      await laying.lay(tx, seat, { draft, wish });
    },
  };
}

/** The draft of this id among those in hand; any other is as if it were not there. */
export function inHand({ sitting }: Pick<Seat, 'sitting'>, draftId: string): TakenDraft {
  const found = sitting.inHand.find(({ taken }) => taken.draft_id === draftId);
  if (found === undefined) throw new Problem('intake.draft', 'missing', '这次受理里没有这件事，先选上再填');
  return found;
}

async function begun(
  { drafts, offices }: Deps,
  tx: Tx,
  { seat, wish }: { seat: Seat; wish: ItemWish },
): Promise<string> {
  const { item, answers = [] } = wish;
  if (item === undefined) {
    throw new Problem('intake.no-item', 'invalid', '先选要办的事', [
      { pointer: '/item', code: 'empty', message: '先选要办的事' },
    ]);
  }
  const division = wish.division ?? ownOffice(offices, seat.caller)?.division ?? '';
  return (await drafts.begin(tx, seat.who, { item, division, answers })).draft;
}

/** Takes up a draft of the person that this window may take in; what lies in it becomes readable here. */
async function take(
  { store, drafts, offices, files, laying, clock }: Deps,
  tx: Tx,
  { seat, draft: draftId }: { seat: Seat; draft: string },
): Promise<void> {
  const { row, inHand: others } = seat.sitting;
  const draft = await drafts.locked(tx, seat.who, draftId);
  const { division, item } = draft.row;
  refuseSubmitted(draft);
  officeAt(offices, seat.caller, { division, item, applicantId: row.person_id });
  const laid = draft.content.laid.flatMap((one) => one.files);
  await files.letRead(tx, [...new Set(laid)], row.branch);
  const position = Math.max(-1, ...others.map(({ taken }) => taken.position)) + 1;
  const { person_id, sitting_id } = row;
  await store.take(tx, { person_id, sitting_id, draft_id: draftId, position, taken_at: clock() });
  await laying.settle(tx, seat, { draft: draftId });
}
