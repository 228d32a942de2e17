/** 搜索索引: everything a query needs, as plain data; built once from the catalogue, read anywhere. */
export type SearchIndex = {
  items: { id: string; name: string }[];
  terms: SearchTerm[];
  synonyms: { say: string; means: string; items: number[] }[];
  /** How much a character tells: rare ones more. */
  weights: Record<string, number>;
  /** Homophones: the characters of each syllable, so that a query typed with a wrong character can be heard. */
  homophones: Record<string, string>;
};

export type SearchTerm = {
  item: number;
  kind: 'name' | 'also';
  /** As shown. */
  text: string;
  /** As compared. */
  plain: string;
  /** One syllable per character. */
  syllables: string[];
  initials: string;
};

export type MatchKind = 'name' | 'also' | 'synonym' | 'pinyin' | 'initials' | 'typo' | 'words';
export type SearchHit = {
  item: string;
  name: string;
  score: number;
  matched: { kind: MatchKind; text: string };
};
export type SearchResult = { hits: SearchHit[]; suggestions: { item: string; name: string }[] };
