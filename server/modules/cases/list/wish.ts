import type { Queue } from '../kept.ts';

export type Light = 'green' | 'yellow' | 'red';

/** Where a page ended: whether among closed cases, on which day, at which case. */
export type Place = { closed: boolean; urgentOn: string; caseId: string };

/** 要看哪些: a list as the store understands it; what is absent narrows nothing. */
export type TaskWish = {
  queues: readonly Queue[];
  items?: readonly string[];
  /** The beginning of a case number, upper case. */
  number?: string;
  /** So many numbers begin so that other indexes find them sooner. */
  numberIsShort?: true;
  applicantId?: string;
  /** A person, or `nobody`: cases that wait for somebody. */
  holder?: { personId: string } | 'nobody';
  lights?: readonly Light[];
  dueBy?: string;
  submittedFrom?: Date;
  submittedBefore?: Date;
  office?: string;
  today: string;
};

/** A page of a wish; where it is known how many there are, no more are looked for. */
export type PageWish = TaskWish & {
  after?: Place;
  limit: number;
  total?: number;
  /** Whether it is also asked how many there are. */
  counting?: true;
};

/** 在办: the queues of cases that are not finished. */
export const openQueues: readonly Queue[] = ['intake', 'correction', 'review', 'issue'];
