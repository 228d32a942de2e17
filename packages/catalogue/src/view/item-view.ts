import type { ItemDefinition } from '../definition.ts';
import type { ItemEdition } from '../edition.ts';
import { type BasisView, basisView } from './basis-view.ts';
import { type FeeView, feeView } from './fee-view.ts';
import { limitWords, promiseWords } from './limit-words.ts';
import { type MaterialView, materialView } from './material-view.ts';
import { promisedLimit } from './outcome-view.ts';
import { type Locale, optionalWords, plural, said, type Words, wordsIn } from './words.ts';

/** 办事指南: one item as its page shows it, before any question is asked. */
export type ItemView = {
  id: string;
  name: Words;
  also: string[];
  line: ItemDefinition['line'];
  kind: ItemDefinition['kind'];
  status: 'active' | 'historical';
  who: Words;
  opens?: Words;
  conditions: Words[];
  localConditions: Words[];
  localNote?: Words;
  basis: BasisView[];
  statutory?: Words;
  statutoryReason?: Words;
  promised: Words;
  limitNote?: Words;
  visits: { count: number; text: Words; reason?: Words };
  fees: FeeView[];
  /** 缴款单: paid by the number on a paper, and dearer when it is late; only where the item says so. */
  bills?: true;
  result: { name: Words; kind: ItemDefinition['result']['kind']; licence?: string; validity?: Words };
  channels: ItemDefinition['channels'];
  online: boolean;
  booking: boolean;
  steps: { id: string; name: Words; within?: Words }[];
  faq: { q: Words; a: Words }[];
  materials: MaterialView[];
  notAskedAnyMore: { name: Words; since?: string; instead: string }[];
  remedies: ItemDefinition['refusal']['remedies'];
  tags: NonNullable<ItemDefinition['tags']>;
  phones?: { consult: string; complaint: string };
};

export function itemView(edition: ItemEdition, locale: Locale): ItemView {
  const { item, materials, english } = edition.folder;
  const { channels } = item;
  return {
    ...headView(edition, locale),
    ...timeViews(edition, locale),
    visits: visitsView(edition, locale),
    fees: item.fees.map((fee) => feeView(edition, fee, locale)),
    ...(item.late_fee === undefined ? {} : { bills: true as const }),
    result: resultView(edition, locale),
    channels,
    online: channels.web === 'full' || channels.web === 'pre-acceptance',
    booking: item.hall.booking && channels.hall,
    steps: item.steps.map(({ id, name, within }) => ({
      id,
      name: wordsIn(locale, name, english?.steps?.[id]),
      ...(within === undefined ? {} : { within: limitWords(locale, within) }),
    })),
    faq: item.faq.map(({ q, a }, index) => ({
      q: wordsIn(locale, q, english?.faq?.[index]?.q),
      a: wordsIn(locale, a, english?.faq?.[index]?.a),
    })),
    materials: materials.map((material) => materialView(edition, material, locale)),
    notAskedAnyMore: item.not_asked_any_more.map(({ name, since, instead }) => ({
      name: wordsIn(locale, name, english?.not_asked?.[name]),
      ...(since === undefined ? {} : { since }),
      instead,
    })),
    remedies: item.refusal.remedies,
    tags: item.tags ?? [],
    ...(edition.local === undefined ? {} : { phones: edition.local.phones }),
  };
}

function headView(edition: ItemEdition, locale: Locale) {
  const { item, english } = edition.folder;
  const { local } = edition;
  return {
    id: item.id,
    name: wordsIn(locale, item.name, english?.name),
    also: locale === 'zh' ? item.also : (english?.also ?? []),
    line: item.line,
    kind: item.kind,
    status: item.status ?? ('active' as const),
    who: wordsIn(locale, item.who, english?.who),
    ...optionalWords('opens', locale, { zh: item.opens, en: english?.opens }),
    conditions: item.conditions.map((text, index) => wordsIn(locale, text, english?.conditions?.[index])),
    localConditions: (local?.conditions ?? []).map(({ say }) => wordsIn(locale, say, undefined)),
    ...optionalWords('localNote', locale, { zh: local?.note, en: undefined }),
    basis: item.basis.map((basis) => basisView(basis, locale)),
  };
}

function timeViews(edition: ItemEdition, locale: Locale) {
  const { statutory, statutory_reason, note } = edition.folder.item.limits;
  const { english } = edition.folder;
  return {
    ...(statutory === undefined ? {} : { statutory: limitWords(locale, statutory) }),
    ...optionalWords('statutoryReason', locale, { zh: statutory_reason, en: english?.statutory_reason }),
    promised: promiseWords(locale, promisedLimit(edition)),
    ...optionalWords('limitNote', locale, { zh: note, en: english?.limit_note }),
  };
}

function visitsView(edition: ItemEdition, locale: Locale): ItemView['visits'] {
  const { count, reason } = edition.folder.item.visits;
  const text =
    count === 0
      ? said(locale, '不用到大厅', 'No visit needed')
      : said(locale, `最多到大厅 ${count} 次`, `At most ${plural(count, 'visit')}`);
  return {
    count,
    text,
    ...optionalWords('reason', locale, { zh: reason, en: edition.folder.english?.visits_reason }),
  };
}

function resultView(edition: ItemEdition, locale: Locale): ItemView['result'] {
  const { name, kind, licence, validity } = edition.folder.item.result;
  return {
    name: wordsIn(locale, name, edition.folder.english?.result),
    kind,
    ...(licence === undefined ? {} : { licence }),
    ...optionalWords('validity', locale, { zh: validity, en: edition.folder.english?.validity }),
  };
}
