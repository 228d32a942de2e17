import type { Basis } from '../provenance.ts';
import type { Locale, Words } from './words.ts';

/** 依据: a legal basis as shown, and whether anybody has checked it against its source. */
export type BasisView = {
  text: Words;
  law?: string;
  article?: string;
  source: string;
  /** Remembered, not yet checked against a source. */
  recalled: boolean;
  asOf?: string;
  jurisdiction?: string;
};

export function basisView(basis: Basis, locale: Locale): BasisView {
  const { law, article, source, as_of, jurisdiction } = basis;
  return {
    text: basisWords(basis, locale),
    ...(law === undefined ? {} : { law }),
    ...(article === undefined ? {} : { article }),
    source,
    recalled: source === 'recalled',
    ...(as_of === undefined ? {} : { asOf: as_of }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}

/** Names of laws stay in Chinese, marked as such on an English page. */
function basisWords({ law, article }: Basis, locale: Locale): Words {
  if (law === undefined) return { text: locale === 'zh' ? '办事规则' : 'Local procedure' };
  const name = /[《〔]/.test(law) ? law : `《${law}》`;
  const text = `${name}${article ?? ''}`;
  return locale === 'zh' ? { text } : { text, missing: true };
}
