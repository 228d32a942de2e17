import type { Mark, Words } from '@tongban/contract';

/** 核对结果 as kept: which side of the counter found it, and who. */
export type KeptMark = Mark & { side: 'intake' | 'review'; by: string };

/** 缺陷 as told in the one-time notice. */
export type KeptDefect = {
  id: string;
  material: string;
  person?: number;
  checkpoint?: string;
  say: string;
  mended: boolean;
  /** Where on which file the defect was seen. */
  region?: NonNullable<Mark['region']>;
};

/** The queues a case can stand in; `mine` and `all` are ways to look at them. */
export type Queue = 'intake' | 'correction' | 'review' | 'issue' | 'closed';

/** A material of a case, for one accompanying person where it is asked of each. */
type Place = { material: string; person?: number };

/** 数据核验 as kept: what a data source said, or how staff verified it by hand while the source was away. */
export type KeptCheck = Place & {
  check: string;
  /** The source by its id in content; `name` is what people call it. */
  source: string;
  name: Words;
  simulated: boolean;
  state: 'match' | 'mismatch' | 'unknown' | 'away' | 'manual';
  at: string;
  facts: { label: Words; value: string }[];
  say?: string;
  by?: string;
};

/** 调查任务 as kept: what staff are to find out, and what they found. */
export type KeptInvestigation = Place & {
  task: string;
  what: string;
  dueOn: string;
  state: 'open' | 'found' | 'not-found';
  finding?: string;
  doneAt?: string;
  doneBy?: string;
};

/** 告知承诺 as kept: made when the application was handed in, checked after the decision; `task` is the later check. */
export type KeptPromise = Place & {
  task: string;
  promisedAt: string;
  document: string;
  state: 'open' | 'kept' | 'correcting' | 'corrected' | 'broken';
  /** The last day of the check; known once it was decided. */
  dueOn?: string;
  correctBy?: string;
  finding?: string;
};
