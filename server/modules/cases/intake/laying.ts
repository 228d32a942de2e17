import type { MaterialSlot } from '@tongban/contract';
import type { Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Licences } from '../../licences/index.ts';
import type { Drafts, OpenDraft } from '../drafts.ts';
import type { KeptCheck } from '../kept.ts';
import { type DraftContent, type Laid, type LayWish, type SlotKey, sameSlot } from '../model.ts';
import type { Situations } from '../situation.ts';
import { slotsOf } from '../slots.ts';
import type { Seat } from './parts.ts';
import type { SittingStore } from './store.ts';

type Deps = {
  store: SittingStore;
  drafts: Drafts;
  situations: Situations;
  files: Pick<Files, 'letRead'>;
  licences: Pick<Licences, 'use'>;
  /** What data sources say of materials nobody has to bring. */
  prove: (tx: Tx, draft: OpenDraft) => Promise<KeptCheck[]>;
};
export type Laying = ReturnType<typeof createLaying>;

/** 交材料: what is captured counts for every item of the sitting, and what is already proved is not asked for. */
export function createLaying(deps: Deps) {
  return {
    lay: (tx: Tx, seat: Seat, laid: { draft: string; wish: LayWish }) => lay(deps, tx, seat, laid),
    settle: (tx: Tx, seat: Seat, taken: Settled) => settle(deps, tx, seat, taken),
  };
}

/**
 * Lays what was captured under a material, and under the same material of the other items in hand that still lack it.
 * What was checked before of a material laid anew has to be checked again.
 */
async function lay(
  deps: Deps,
  tx: Tx,
  seat: Seat,
  { draft: asked, wish }: { draft: string; wish: LayWish },
): Promise<void> {
  const { store, drafts, files } = deps;
  const { row, inHand } = seat.sitting;
  const wanting = await Promise.all(
    inHand
      .filter(({ taken }) => taken.draft_id !== asked)
      .map(async ({ taken, draft }) =>
        (await isWanting(deps, tx, { draft, wish })) ? [taken.draft_id] : [],
      ),
  );
  for (const draft of [asked, ...wanting.flat()]) {
    // A promise made here was read out, and is signed with everything else.
    await drafts.lay(tx, seat.who, draft, { ...wish, agreed: true });
    const slot = { material: wish.material, of_person: wish.person ?? 0 };
    await store.forgetMarks(tx, { ...row, draft_id: draft }, slot);
  }
  await files.letRead(tx, wish.files, row.branch);
}

/** Whether an item asks for this material too, still lacks it, and takes it in the same way. */
async function isWanting(
  deps: Deps,
  tx: Tx,
  { draft, wish }: { draft: OpenDraft; wish: LayWish },
): Promise<boolean> {
  if (wish.met === 'open' || wish.met === 'promise') return false;
  const slot = (await slotsAt(deps, tx, draft)).find((one) => sameSlot(one, wish));
  return slot !== undefined && slot.met === 'open' && takes(slot, wish);
}

function takes({ ways, offers }: MaterialSlot, { met, licence }: Pick<Laid, 'met' | 'licence'>): boolean {
  return ways.includes(met) && (met !== 'licence' || offers.some((offer) => offer.licence === licence));
}

async function slotsAt({ drafts, situations }: Deps, tx: Tx, draft: OpenDraft): Promise<MaterialSlot[]> {
  const { edition, content } = draft;
  const means = await drafts.means(tx, draft);
  return slotsOf(edition, situations.read(edition, content.answers).slots, {
    ...{ ...content, means, channel: 'hall' },
  });
}

/** `before` is what the draft held when its licences were last logged. */
type Settled = { draft: string; before?: DraftContent };

/**
 * 免交: asks the data sources, lays the licences of the wallet that stand in, and takes over what was captured for another
 * item. What was laid by hand stands. Every licence laid, or read to fill in the form, is logged with its cause.
 */
async function settle(deps: Deps, tx: Tx, seat: Seat, { draft, before }: Settled): Promise<void> {
  const { drafts, licences, prove } = deps;
  const open = await drafts.locked(tx, seat.who, draft);
  const checked = { ...open, content: { ...open.content, checks: await prove(tx, open) } };
  const others = seat.sitting.inHand
    .filter(({ taken }) => taken.draft_id !== draft)
    .flatMap((one) => one.draft.content.laid);
  const laid = laidByItself(await slotsAt(deps, tx, checked), { mine: open.content.laid, others });
  const content = { ...checked.content, laid: [...open.content.laid, ...laid] };
  await drafts.change(tx, seat.who, { draft, to: () => content });
  const cause = `窗口受理“${open.edition.folder.item.name}”`;
  const known = before === undefined ? [] : licencesIn(before);
  for (const licence of new Set(licencesIn(content))) {
    if (known.includes(licence)) continue;
    await licences.use(tx, { holderId: open.row.applicant_id, licence, by: seat.caller.personId, cause });
  }
}

/** What lies under open materials without anybody's doing: a licence that stands in, else what another item has. */
function laidByItself(
  slots: readonly MaterialSlot[],
  { mine, others }: { mine: readonly Laid[]; others: readonly Laid[] },
): Laid[] {
  const untouched = slots.filter(
    (slot) => slot.met === 'open' && slot.need === 'required' && !mine.some((one) => sameSlot(one, slot)),
  );
  return untouched.flatMap((slot) => {
    const [offer] = slot.offers;
    if (offer !== undefined) return [{ ...keyOf(slot), met: 'licence', files: [], licence: offer.licence }];
    const shared = others.find(
      (one) => sameSlot(one, slot) && (one.met === 'files' || one.originalSeen === true) && takes(slot, one),
    );
    return shared === undefined ? [] : [shared];
  });
}

function keyOf({ material, person }: SlotKey): SlotKey {
  return person === undefined ? { material } : { material, person };
}

/** The licences a draft makes use of: laid under a material, or read to fill in the form. */
function licencesIn({ laid, origins }: DraftContent): string[] {
  const read = Object.values(origins).filter((origin) => origin !== 'identity');
  return [...laid.flatMap(({ licence }) => licence ?? []), ...read];
}
