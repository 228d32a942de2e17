import type { Remedy } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import type { Words } from '@tongban/contract';

/** 救济途径: what somebody who is refused can do. The periods were remembered without a source at hand. */
const REMEDY_WORDS: Readonly<Record<Remedy, Words & { source: 'recalled' | 'house' }>> = {
  reconsideration: {
    zh: '自知道这个决定之日起 60 日内，可以申请行政复议',
    en: 'Within 60 days of learning of this decision you may apply for administrative reconsideration',
    source: 'recalled',
  },
  litigation: {
    zh: '自知道这个决定之日起 6 个月内，可以向人民法院提起行政诉讼',
    en: 'Within 6 months of learning of this decision you may sue in a people’s court',
    source: 'recalled',
  },
  'stuck-window': {
    zh: '也可以到大厅“办不成事”窗口反映',
    en: 'You may also turn to the “stuck” counter in the hall',
    source: 'house',
  },
};

/** The remedies of an item; where it names none, the stuck window is always open. */
export function remediesOf({ folder }: ItemEdition): readonly Remedy[] {
  const { remedies } = folder.item.refusal;
  return remedies.length === 0 ? ['stuck-window'] : remedies;
}

/** Remedies as people read them. */
export function remedyWords(remedies: readonly Remedy[]): Words[] {
  return remedies.map((remedy) => {
    const { zh, en } = REMEDY_WORDS[remedy];
    return en === undefined ? { zh } : { zh, en };
  });
}
