import type { Answer, Verdict } from './guide.ts';

/** 引导源: the questions and conditions of one item as its author wrote them. */
export type GuideSource = {
  facts: FactSource[];
  people?: PeopleSource[];
  defs?: Record<string, string>;
  constraints?: string[];
  route?: { to: string; when: string }[];
  eligibility?: { id: string; verdict: Verdict; when: string }[];
  channel?: ExclusiveSource[];
  limit?: ExclusiveSource[];
  fee?: ExclusiveSource[];
  materials: MaterialSource[];
};

export type FactSource = {
  id: string;
  ask: string;
  type: 'choice' | 'bool' | 'multi' | 'number';
  role: 'situation' | 'modifier';
  options?: string[];
  unit?: string;
  min?: number;
  max?: number;
  prior?: number[];
  when?: string;
  help?: string;
  not_sure?: string;
  prefill?: string;
  derive?: string;
  default?: Answer;
};

export type PeopleSource = { id: string; ask: string; max?: number; facts: FactSource[] };
export type ExclusiveSource = { id: string; when?: string; otherwise?: boolean; group?: string };
export type MaterialSource = { id: string; when?: string; for_each?: string };

/** What a condition may name. */
export type Scope = {
  facts: readonly FactSource[];
  people?: readonly PeopleSource[];
  defs?: Readonly<Record<string, string>>;
};

export type SourcePath = (string | number)[];
/** 错误: what is wrong in a source, where, and how to mend it. */
export type GuideProblem = { path: SourcePath; code: string; message: string; position?: number };
