import type { Guide } from '@tongban/guide';
import type { ItemFolder } from './definition.ts';
import type { Limit } from './provenance.ts';
import type { LocalFields, LocalItem } from './reference/local.ts';

/** 实施清单 content: one item as every channel uses it — its folder, its compiled guide, and what a city filled in. */
export type ItemEdition = {
  id: string;
  /** Names the content of the folder, never the local fields. */
  hash: string;
  folder: ItemFolder;
  guide: Guide;
  /** Conditions of materials and fees as Chinese sentences, by id; unconditional ones are absent. */
  whens: { materials: Record<string, string>; fees: Record<string, string> };
  local?: LocalPart;
};

/** 地方要素: the fields one city filled into a master item. */
export type LocalPart = {
  city: string;
  name: string;
  phones: LocalFields['phones'];
  promised?: Limit;
  previous?: Limit;
  conditions?: NonNullable<LocalItem['conditions']>;
  note?: string;
};
