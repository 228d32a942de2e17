import type { State } from '@tongban/guide';
import type { ItemDefinition } from '../definition.ts';
import type { ItemEdition } from '../edition.ts';
import { type BasisView, basisView } from './basis-view.ts';
import { type Locale, optionalWords, said, type Words, wordsIn, yuan } from './words.ts';

/** 收费: one fee with its amount, when it applies and why it may be charged. */
export type FeeView = {
  id: string;
  name: Words;
  fen: number;
  amount: Words;
  payOnline: boolean;
  conditional: boolean;
  when?: Words;
  state?: Exclude<State, 'no'>;
  basis: BasisView;
};

type Fee = ItemDefinition['fees'][number];

export function feeView(edition: ItemEdition, fee: Fee, locale: Locale): FeeView {
  const when = edition.whens.fees[fee.id];
  return {
    id: fee.id,
    name: wordsIn(locale, fee.name, edition.folder.english?.says?.[`fee:${fee.id}`]),
    fen: fee.fen,
    amount: said(locale, `${yuan(fee.fen)} 元`, `CNY ${yuan(fee.fen)}`),
    payOnline: fee.pay_online,
    conditional: fee.when !== undefined,
    ...optionalWords('when', locale, { zh: when, en: undefined }),
    basis: basisView(fee.basis, locale),
  };
}

/** 费用: what is certain to be paid, and the most it can come to. */
export type CostView = { fen: number; upTo: number; fees: FeeView[]; text: Words };

export function costView(edition: ItemEdition, states: ReadonlyMap<string, State>, locale: Locale): CostView {
  const fees = edition.folder.item.fees.flatMap((fee) => {
    const state = states.get(fee.id);
    return state === undefined || state === 'no' ? [] : [{ ...feeView(edition, fee, locale), state }];
  });
  const certain = fees.filter(({ state }) => state === 'required');
  const fen = certain.reduce((sum, fee) => sum + fee.fen, 0);
  const upTo = fen + mostOpen(edition, fees);
  return { fen, upTo, fees, text: costWords(fen, upTo, locale) };
}

/** Of fees that exclude each other only the dearest can still be added. */
function mostOpen(edition: ItemEdition, fees: readonly FeeView[]): number {
  const dearest = new Map<string, number>();
  for (const { id, fen, state } of fees) {
    if (state !== 'possible') continue;
    const output = edition.guide.outputs.find((each) => each.layer === 'fee' && each.id === id);
    const group = output?.group ?? `alone:${id}`;
    dearest.set(group, Math.max(fen, dearest.get(group) ?? 0));
  }
  return [...dearest.values()].reduce((sum, each) => sum + each, 0);
}

function costWords(fen: number, upTo: number, locale: Locale): Words {
  if (upTo === 0) return said(locale, '不收费', 'Free');
  if (fen === upTo) return said(locale, `${yuan(fen)} 元`, `CNY ${yuan(fen)}`);
  if (fen === 0) return said(locale, `不收费，或最多 ${yuan(upTo)} 元`, `Free, or up to CNY ${yuan(upTo)}`);
  return said(locale, `${yuan(fen)} 元，最多 ${yuan(upTo)} 元`, `CNY ${yuan(fen)}, up to CNY ${yuan(upTo)}`);
}
