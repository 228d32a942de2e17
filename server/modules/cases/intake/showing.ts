import { readValues } from '@tongban/forms';
import { maskCitizenNumber } from '@tongban/kernel';
import type { Tx } from '../../../platform/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Shown } from '../counter.ts';
import type { Divisions } from '../division-text.ts';
import type { Drafts, OpenDraft } from '../drafts.ts';
import { declarationsOf, summaryOf } from '../form-facts.ts';
import { limitText, materialRows } from '../sealing.ts';
import { promiseOf, type Situations } from '../situation.ts';
import { keptSlots, slotsOf } from '../slots.ts';
import type { OpenSitting } from './parts.ts';

/** A paper of promises to be read and signed. */
export type Undertaking = { title: string; paragraphs: string[] };
type Deps = {
  drafts: Drafts;
  situations: Situations;
  identity: Pick<Identity, 'inTransaction'>;
  offices: Divisions;
  /** The promises made in a draft instead of bringing papers. */
  undertakings: (draft: OpenDraft) => Promise<Undertaking[]>;
};
type Confirm = Extract<Shown['show'], { kind: 'confirm' }>;
type ShownItem = Confirm['items'][number];

const declaration = '以上内容是我本人要办的事，填写和提交的材料真实、有效。';

/** 群众屏: everything that is about to be handed in, for the person it belongs to. */
export function createShowing(deps: Deps) {
  return async (tx: Tx, sitting: OpenSitting): Promise<Shown> => {
    const { row, inHand } = sitting;
    const { name, citizenNumber = '' } = await deps.identity.inTransaction(tx, row.person_id);
    const items: ShownItem[] = [];
    const declared = new Set<string>();
    for (const { draft } of inHand) {
      items.push(await itemOf(deps, tx, draft));
      const form = deps.situations.formOf(draft.edition, draft.content.answers);
      for (const { label } of declarationsOf(form)) declared.add(label.zh);
    }
    const person = { name, citizenNumber: maskCitizenNumber(citizenNumber) };
    const words = [declaration, ...declared].join('\n');
    return {
      personId: row.person_id,
      show: { kind: 'confirm', sitting: row.sitting_id, person, items, declaration: words },
    };
  };
}

async function itemOf(
  { drafts, situations, offices, undertakings }: Deps,
  tx: Tx,
  draft: OpenDraft,
): Promise<ShownItem> {
  const { edition, content } = draft;
  const situation = situations.read(edition, content.answers);
  const { form, outcome } = situation;
  const means = await drafts.means(tx, draft);
  const slots = keptSlots(slotsOf(edition, situation.slots, { ...content, means, channel: 'hall' }));
  const { item } = edition.folder;
  const rows = summaryOf(form, readValues(form, content.values), offices);
  return {
    name: item.name,
    rows: rows.map(({ label, value }) => ({ label: label.zh, value })),
    materials: materialRows({ edition, content: { slots } }).map(({ label, value }) => ({
      name: label,
      how: value,
    })),
    fee: outcome.cost.text.text,
    promise: item.kind === 'immediate' ? '当场办结' : limitText(promiseOf(edition, situation)),
    undertakings: await undertakings(draft),
  };
}
