import type { ItemEdition } from '../edition.ts';
import type { Checkpoint, MaterialDefinition, Substitute } from '../material-definition.ts';
import { type BasisView, basisView } from './basis-view.ts';
import { type Locale, optionalWords, plural, said, type Words, wordsIn } from './words.ts';

/** 材料: one material in the citizen's words, with everything needed to get, photograph and check it. */
export type MaterialView = {
  id: string;
  name: Words;
  holder: Words;
  issuer?: Words;
  /** How many originals and copies, and what happens to them. */
  form: Words;
  /** What may stand in for it. */
  substitute?: Words;
  substitution: Substitute;
  get?: Words;
  photo?: { tip: Words; good?: string; bad?: string };
  template?: string;
  checkpoints: { id: string; check: Words; at: Checkpoint['at']; by?: 'person' | 'data-check' }[];
  basis: BasisView;
  /** Needed in some situations only; `when` says which. */
  conditional: boolean;
  when?: Words;
  forEach?: string;
};

export function materialView(
  edition: ItemEdition,
  material: MaterialDefinition,
  locale: Locale,
): MaterialView {
  const en = edition.folder.english?.materials?.[material.id];
  const when = edition.whens.materials[material.id];
  return {
    id: material.id,
    name: wordsIn(locale, material.name, en?.name),
    holder: wordsIn(locale, material.holder, en?.holder),
    ...optionalWords('issuer', locale, { zh: material.issuer, en: en?.issuer }),
    form: formWords(material.form, locale),
    ...substituteWords(material.substitute, locale),
    substitution: material.substitute,
    ...optionalWords('get', locale, { zh: material.get, en: en?.get }),
    ...photoView(material.photo, en?.tip, locale),
    ...(material.form.template === undefined ? {} : { template: material.form.template }),
    checkpoints: material.checkpoints.map(({ id, check, at, by }) => ({
      id,
      check: wordsIn(locale, check, en?.checkpoints?.[id]),
      at,
      ...(by === undefined ? {} : { by }),
    })),
    basis: basisView(material.basis, locale),
    conditional: material.when !== undefined,
    ...optionalWords('when', locale, { zh: when, en: en?.when }),
    ...(material.for_each === undefined ? {} : { forEach: material.for_each }),
  };
}

function photoView(
  photo: MaterialDefinition['photo'],
  english: string | undefined,
  locale: Locale,
): Pick<MaterialView, 'photo'> {
  if (photo === undefined) return {};
  const { tip, good, bad } = photo;
  return {
    photo: {
      tip: wordsIn(locale, tip, english),
      ...(good === undefined ? {} : { good }),
      ...(bad === undefined ? {} : { bad }),
    },
  };
}

function formWords(form: MaterialDefinition['form'], locale: Locale): Words {
  const { original, copy = 0, stamp, keep } = form;
  if (original + copy === 0) return said(locale, '不用交纸质件', 'No paper needed');
  const zh: string[] = [];
  const en: string[] = [];
  if (original > 0) {
    zh.push(`原件 ${original} 份，${keep ? '交给窗口' : '核验后退还'}`);
    en.push(`${plural(original, 'original')}, ${keep ? 'kept by us' : 'returned after checking'}`);
  }
  if (copy > 0) {
    zh.push(`复印件 ${copy} 份`);
    en.push(copy === 1 ? '1 copy' : `${copy} copies`);
  }
  if (stamp) {
    zh.push('要盖章');
    en.push('stamped');
  }
  return said(locale, zh.join('；'), en.join('; '));
}

const substituteSays = {
  licence: ['有电子证照的，不用带纸质件', 'Not needed on paper if you have the electronic licence'],
  'data-check': ['我们能联网核对到的，不用带', 'Not needed if our data check finds it'],
  investigation: ['拿不出来的，由工作人员调查核实', 'If you do not have it, our staff will look into it'],
  promise: ['可以用书面承诺代替', 'You can sign a written promise instead'],
} as const;

function substituteWords({ by, else: other }: Substitute, locale: Locale): Pick<MaterialView, 'substitute'> {
  if (by === 'none') return {};
  const ways = other === undefined ? [by] : [by, other];
  const zh = ways.map((way) => substituteSays[way][0]).join('；');
  const en = ways.map((way) => substituteSays[way][1]).join('. ');
  return { substitute: said(locale, `${zh}。`, `${en}.`) };
}
