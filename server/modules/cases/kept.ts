import type { Mark } from '@tongban/contract';

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
};

/** The queues a case can stand in; `mine` and `all` are ways to look at them. */
export type Queue = 'intake' | 'correction' | 'review' | 'issue' | 'closed';
